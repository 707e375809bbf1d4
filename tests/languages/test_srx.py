"""SRX files in the manner of OmegaT, Okapi and version 1.0; in the tables `¦` stands where a sentence ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from _support import slices
from hypothesis import given
from hypothesis import strategies as st

from translator.errors import Location, TranslatorError
from translator.languages import sentence_ends, srx

FIXTURES = Path(__file__).with_name("fixtures")


def load(name: str) -> srx.Rules:
    return srx.load((FIXTURES / name).read_bytes(), name)


def document(before: str, after: str = "", *, pattern: str = ".*", head: str = "") -> bytes:
    return (
        f'{head}<srx version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="a">\n'
        f'<rule break="yes"><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak></rule>\n'
        "</languagerule></languagerules><maprules>\n"
        f'<languagemap languagepattern="{pattern}" languagerulename="a"/></maprules></body></srx>'
    ).encode()


@pytest.mark.parametrize(
    ("name", "mode", "language", "expected"),
    [
        ("omegat.srx", "replace", "ja", "前、¦後。¦「中。¦」と言う。"),
        ("omegat.srx", "add", "ja", "前、¦後。¦「中。¦」と言う。"),
        ("omegat.srx", "replace", "en", "See Spec. 4 of Dr. ¦Who; ¦it ends."),
        ("omegat.srx", "add", "en", "See Spec. Four of it; ¦it ends. ¦Yes."),
        ("omegat.srx", "replace", "", "前、¦あと。"),
        ("okapi.srx", "replace", "zh-Hans", "第3章。概论很短。¦“好。”¦他说"),
        ("okapi.srx", "add", "zh-Hans", "第3章。概论很短。¦“好。”¦他说"),
        ("okapi.srx", "replace", "zh-Hant", "第3章。概論很短。¦完"),
        ("okapi.srx", "replace", "ja", "「好。」と言う。¦次"),
        ("version1.srx", "replace", "en", "One. Two|¦Three. Four"),
        ("version1.srx", "add", "en", "One. ¦Two|¦Three. ¦Four"),
        ("version1.srx", "replace", "zh-Hans", "一。二|¦三"),
    ],
)
def test_rules_decide(name: str, mode: srx.Mode, language: str, expected: str) -> None:
    text = expected.replace("¦", "")
    ends = sentence_ends(text, language, rules=srx.splitter(load(name), mode))
    assert "¦".join(slices(text, ends)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (r"\p{Lu}\.", r"\s", "a. B. ¦c"),
        (r"[\p{L}&amp;&amp;[^x]]\.", "", "x.a.¦b"),
        (r"[[a-c][x-z]]:", "", "m:y:¦b"),
        (r"[\w--[0-9]]:", "", "1:y:¦b"),
        (r"[:;\-\]]", "", "a]¦b-¦c"),
        (r"[^\P{L}]!", "", "1!a!¦b"),
        (r"\Q.)\E", "", "a.b.)¦c"),
        (r"\x{3002}|\uFF01", "", "一。¦二！¦三"),
        (r"\uD842\uDFB7", "", "𠮷¦野"),
        (r"(?i)END", "", "the End¦ing"),
        (r"a(?i)b|c", "", "aB¦xC¦y"),
        (r"(?i:x)y", "", "Xy¦XY"),
        (r"(?&lt;=ab|c)\.", "", "b.ab.¦c.¦d"),
        (r"(?&lt;!ab|c)\.", "", "ab.d.¦c.e"),
        (r"\h", "", "a\u3000¦b ¦c"),
        (r"(a)\1", r"(b)\1", "aa¦bb"),
        (r"\.", r"(b)\1", "a.¦bb.b"),
        (r"\.{2,3}", "", "a.b..¦c"),
        (r"[\xff61\x3002]", "", "一｡¦二。¦三"),
        (r"\x41", "", "A¦41"),
        (r"(?&lt;=[XVI]+)\.", "", "XV.¦a.b"),
        (r"(?&lt;=a[XVI]+)\.", "", "aXV.¦V.b"),
        (r"(?&lt;!\b(?:Dr|St)s?)\.", "", "Drs.St.a.¦b"),
        (r"(?&lt;=(a|bc){1,2}x?)\.", "", "bcax.¦x.y"),
        (r"(?&lt;=a*)b", "", "b¦ab¦c"),
        (r"[[:punct:]]", r"\p{InHiragana}", "あ,¦い,a"),
        (r"\.++", "", "a...¦b"),
        ("[.。]", r"(?=\S)", "a.¦b 。 c"),
    ],
)
def test_expressions(before: str, after: str, expected: str) -> None:
    text = expected.replace("¦", "")
    ends = srx.splitter(srx.load(document(before, after)), "replace")(text, "en")
    assert "¦".join(slices(text, ends)) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            document(r"\p{Klingon}"),
            "t.srx:2:19: the expression '\\\\p{Klingon}' is not supported (the property 'Klingon' is not known); rewrite it or remove the rule",
        ),
        (
            document(r"a\X"),
            "t.srx:2:19: the expression 'a\\\\X' is not supported (\\X is not known); rewrite it or remove the rule",
        ),
        (
            document(r"(?&lt;=a(b|c)+)d"),
            "t.srx:2:19: the expression '(?<=a(b|c)+)d' is not supported (a look-behind of too many lengths); rewrite it or remove the rule",
        ),
        (
            document("a", "[b"),
            "t.srx:2:47: the expression '[b' is not supported (a class is not closed); rewrite it or remove the rule",
        ),
        (
            document("a", pattern="("),
            "t.srx:4:1: the expression '(' is not supported (a group is not closed); rewrite it or remove the rule",
        ),
        (
            document("a", head='<!DOCTYPE srx [<!ENTITY x "y">]>'),
            "t.srx:1:15: the file declares a document type; remove the DOCTYPE",
        ),
        (b"<srx><a></srx>", "t.srx:1:11: the file is not well-formed XML (mismatched tag); correct it"),
        (b"<tmx/>", "t.srx:1:1: the file holds no segmentation rules ('tmx' is not 'srx'); export them as SRX"),
        (b"<srx/>", "t.srx: no languagemap says which language the rules are for; export them as SRX 1.0 or 2.0"),
        (document("", ""), "t.srx:2:71: a rule has neither beforebreak nor afterbreak; fill one"),
        (b"<srx>" * 100, "t.srx:1:161: elements are nested too deeply; give a plain SRX file"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(TranslatorError) as caught:
        srx.load(data, "t.srx")
    assert str(caught.value) == message


def test_languages_nobody_asks_for_are_left_out() -> None:
    assert srx.load(document(r"\p{Klingon}", pattern="de.*")).for_language("de-DE") == ()


def test_unknown_rule_name() -> None:
    data = document("a").replace(b'languagerulename="a"/>', b'languagerulename="b"/>')
    with pytest.raises(TranslatorError) as caught:
        srx.load(data, "t.srx")
    assert caught.value.location == Location("t.srx", 4, 1)
    assert caught.value.message == "no languagerule has the name 'b'; add it or correct the map"


@given(
    st.text(alphabet="。、；！?. \n（株）aB第3章“”", max_size=40),
    st.sampled_from(["omegat.srx", "okapi.srx", "version1.srx"]),
)
def test_nothing_is_lost(text: str, name: str) -> None:
    for mode in ("add", "replace"):
        ends = srx.splitter(load(name), mode)(text, "")  # type: ignore[arg-type]
        assert ends == sorted(set(ends))
        assert "".join(slices(text, ends)) == text
