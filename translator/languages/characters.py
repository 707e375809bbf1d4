"""Which language may hold a character: repertoires from data/characters.txt, kana, residue."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from translator.document import Foreign

_DATA = Path(__file__).parent / "data"
CHINESE = ("zh-Hans", "zh-Hant")
IDEOGRAPHIC = (*CHINESE, "ja")


def _span(first: int, last: int) -> frozenset[str]:
    return frozenset(map(chr, range(first, last + 1)))


# U+30FB ・ and U+FF65 ･ part Chinese names too, U+30FC ー stands in for a dash: no evidence.
HIRAGANA = _span(0x3041, 0x3096) | _span(0x309D, 0x309F)
KATAKANA = (
    _span(0x30A1, 0x30FA)
    | _span(0x30FD, 0x30FF)
    | _span(0x31F0, 0x31FF)
    | _span(0x3300, 0x3357)
    | _span(0xFF66, 0xFF6F)
    | _span(0xFF71, 0xFF9D)
)
KANA = HIRAGANA | KATAKANA
BOPOMOFO = _span(0x3105, 0x312F) | _span(0x31A0, 0x31BF)
HAN_CLASS = "\u2e80-\u2fd5\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs as a regular expression class, without 々 〆 〇, which are no evidence."""
KANA_CLASS = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\u3300-\u3357\uff66-\uff6f\uff71-\uff9d"
HAN_RUN = re.compile(f"[{HAN_CLASS}々〆〇]+")
_FOREIGN_TO_LATIN = re.compile(
    f"[{HAN_CLASS}{KANA_CLASS}々〆〇・ー、。「」『』《》【】\uff01-\uff5e\uff61-\uff65\uff70\u3105-\u312f]+"
)


def repertoires() -> Iterator[tuple[tuple[str, ...], str]]:
    """The ideographs that some of zh-Hans, zh-Hant and ja may hold and others not: (those that may, characters)."""
    text = (_DATA / "characters.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            tags, _, chars = line.partition("\t")
            yield tuple(tags.split(" ")), chars


@cache
def _held_by_some() -> dict[tuple[str, ...], frozenset[str]]:
    return {tags: frozenset(chars) for tags, chars in repertoires()}


@cache
def only(*tags: str) -> frozenset[str]:
    """The ideographs that these languages alone may hold, of zh-Hans, zh-Hant and ja.

    `only("zh-Hans")` is simplified-only, `only("zh-Hant")` traditional-only, `only("ja")`
    Japanese-only, `only("zh-Hans", "ja")` 国 体 会 and their like.

    >>> "们" in only("zh-Hans"), "國" in only("zh-Hant", "ja"), "検" in only("ja")
    (True, True, True)
    """
    return _held_by_some().get(tuple(tag for tag in IDEOGRAPHIC if tag in tags), frozenset())


@cache
def outside(tag: str) -> frozenset[str]:
    """The characters that a text in zh-Hans, zh-Hant or ja does not hold but another may.

    >>> sorted(set("結果は们") & outside("zh-Hans"))
    ['は', '結']
    """
    found = frozenset().union(*(chars for tags, chars in _held_by_some().items() if tag not in tags))
    return found | (BOPOMOFO if tag == "ja" else KANA)


@cache
def telling(tag: str) -> frozenset[str]:
    """The characters that prove a language: ideographs and kana or bopomofo of it alone."""
    return only(tag) | {"ja": KANA, "zh-Hant": BOPOMOFO}.get(tag, frozenset())


def holders(char: str) -> frozenset[str]:
    """The tags among zh-Hans, zh-Hant, ja and en that may hold a character.

    Ideographs that no repertoire knows, and everything that is neither ideograph nor kana, are
    evidence for nothing: the answer names every language that writes such characters.

    >>> sorted(holders("検")), sorted(holders("你")), sorted(holders("あ")), sorted(holders("・"))
    (['ja'], ['zh-Hans', 'zh-Hant'], ['ja'], ['ja', 'zh-Hans', 'zh-Hant'])
    """
    tags = frozenset(tag for tag in IDEOGRAPHIC if char not in outside(tag))
    return tags if _FOREIGN_TO_LATIN.fullmatch(char) else tags | {"en"}


def residue_size(text: str, tag: str) -> int:
    """How many characters of a text are residue.

    >>> residue_size("治疗費と", "zh-Hans"), residue_size("5例の表", "en")
    (2, 3)
    """
    if tag == "en":
        return sum(map(len, _FOREIGN_TO_LATIN.findall(text)))
    found = outside(tag).intersection(text) if tag in IDEOGRAPHIC else ()
    return sum(map(text.count, found))


def residue(text: str, tag: str) -> tuple[Foreign, ...]:
    """The spans of characters that cannot belong to a text in a language, in order.

    `tag` is zh-Hans, zh-Hant, ja or en; other tags have no residue. Kana, shinjitai and the forms
    of the other script in Chinese; forms of neither repertoire in Japanese, and those replaced
    in 1946 (體); ideographs, kana and full-width forms in English. A span is tagged with the
    language it comes from, the likelier one where there are two (zh-Hant for 結 in zh-Hans).

    >>> residue("治疗費と", "zh-Hans")
    (Foreign(start=2, end=3, tag='zh-Hant'), Foreign(start=3, end=4, tag='ja'))
    """
    if tag == "en":
        return tuple(Foreign(m.start(), m.end(), origin(m[0])) for m in _FOREIGN_TO_LATIN.finditer(text))
    if tag not in IDEOGRAPHIC:
        return ()
    found = outside(tag).intersection(text)
    if not found:
        return ()
    return merged(Foreign(i, i + 1, origin(char, tag)) for i, char in enumerate(text) if char in found)


def may_have_residue(chars: Collection[str], tag: str) -> bool:
    """Whether a text of these characters may have residue: told without reading the text.

    >>> may_have_residue(set("治疗"), "zh-Hans"), may_have_residue(set("治療"), "zh-Hans"), may_have_residue(set("a“"), "en")
    (False, True, False)
    """
    if tag == "en":
        return max(chars, default="") >= _FIRST_WIDE
    return tag in IDEOGRAPHIC and not outside(tag).isdisjoint(chars)


_FIRST_WIDE = "\u2e80"
"""No character before it is foreign to English."""


def origin(text: str, apart_from: str = "") -> str:
    """The language that holds every character of a short text: zh-Hans, zh-Hant or ja; or `und`.

    Where several do, kana speak for ja, bopomofo for zh-Hant, else the order is zh-Hans, zh-Hant, ja.
    """
    if not BOPOMOFO.isdisjoint(text):
        return "zh-Hant"
    tags = [tag for tag in IDEOGRAPHIC if tag != apart_from and outside(tag).isdisjoint(text)]
    return tags[0] if tags else "und"


def merged(spans: Iterable[Foreign]) -> tuple[Foreign, ...]:
    """Spans in order, neighbours of one tag joined."""
    found: list[Foreign] = []
    for span in spans:
        if found and found[-1].end >= span.start and found[-1].tag == span.tag:
            found[-1] = Foreign(found[-1].start, max(span.end, found[-1].end), span.tag)
        else:
            found.append(span)
    return tuple(found)
