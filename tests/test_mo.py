"""Compiled catalogs: the bytes that msgfmt writes, and what Python's gettext reads from them."""

from __future__ import annotations

import gettext
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from _support import WITHOUT_CHARSET, msgfmt_wants_a_charset
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import mo, po
from translator.catalog import Catalog, Entry, Header
from translator.errors import TranslatorError

FIXTURES = Path(__file__).parent / "fixtures" / "po" / "accepted"
# msgfmt writes no file where there is nothing, and sees only one line where CR ends them.
NOT_THERE = ("blank.po", "empty.po", "cr.po")
COMPILED = [path for path in sorted(FIXTURES.glob("*.po")) if path.name not in NOT_THERE]
needs_gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")

HEADER = Header((("Content-Type", "text/plain; charset=GBK"), ("Plural-Forms", "nplurals=2; plural=n!=1;")))
CATALOG = Catalog(
    (
        Entry("二", ("two",)),
        Entry("一", ("one",), context="数"),
        Entry("一", ("1",)),
        Entry("件", ("file", "files"), plural="件们"),
        Entry("模糊", ("fuzzy",), is_fuzzy=True),
        Entry("空", ("",)),
        Entry("旧", ("old",), is_obsolete=True),
        Entry("半", ("half", ""), plural="半们"),
    ),
    HEADER,
)


def test_what_is_filled_is_compiled_sorted_and_in_utf_8() -> None:
    assert mo.read(mo.compile_catalog(CATALOG)) == {
        b"": b"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n!=1;\n",
        "一".encode(): b"1",
        "二".encode(): b"two",
        "件\0件们".encode(): b"file\0files",
        "半\0半们".encode(): b"half\0",
        "数\x04一".encode(): b"one",
    }


def test_python_serves_it() -> None:
    translations = gettext.GNUTranslations(io.BytesIO(mo.compile_catalog(CATALOG)))
    assert translations.gettext("二") == "two"
    assert translations.pgettext("数", "一") == "one"
    assert [translations.ngettext("件", "件们", count) for count in (1, 2)] == ["file", "files"]
    assert [translations.gettext(each) for each in ("模糊", "空", "旧")] == ["模糊", "空", "旧"]


def test_an_empty_catalog_compiles() -> None:
    assert mo.read(mo.compile_catalog(Catalog())) == {}


@pytest.mark.parametrize("data", [b"", b"x" * 40, b"\xde\x12\x04\x95\0\0\0\0\xff\xff\0\0" + b"\x1c\0\0\0" * 4])
def test_what_is_no_mo_file_is_refused(data: bytes) -> None:
    with pytest.raises(TranslatorError, match=r"no \.mo file"):
        mo.read(data)


def test_big_endian_files_are_read() -> None:
    data = b"\x95\x04\x12\xde" + b"".join(each.to_bytes(4, "big") for each in (0, 1, 28, 36, 0, 44, 1, 44, 1, 46))
    assert mo.read(data + b"a\0b\0") == {b"a": b"b"}


def is_as_msgfmt_writes(ours: bytes, theirs: bytes) -> bool:
    """Whether two compiled catalogs are the same bytes; of two texts, msgfmt 1.0 writes a smaller hash table."""
    if len(mo.read(ours)) == 2 and ours[20] != theirs[20]:
        return mo.read(ours) == mo.read(theirs)
    return ours == theirs


def msgfmt(data: bytes, folder: Path) -> bytes:
    source, target = folder / "a.po", folder / "a.mo"
    source.write_bytes(data)
    subprocess.run(["msgfmt", "--endianness=little", "-o", target, source], check=True, capture_output=True)
    return target.read_bytes()


@needs_gettext
@pytest.mark.parametrize("path", COMPILED, ids=lambda each: each.name)
def test_fixtures_compile_as_msgfmt_compiles_them(path: Path, tmp_path: Path) -> None:
    if path.name in WITHOUT_CHARSET and msgfmt_wants_a_charset():
        pytest.skip("this msgfmt refuses a catalog without a charset")
    file = po.read(path.read_bytes())
    ours = mo.compile_catalog(file.catalog)
    utf8 = path.read_bytes()
    if file.encoding != "utf-8":
        text = utf8.decode(file.encoding)
        utf8 = text.replace("charset=" + text.partition("charset=")[2].partition("\\n")[0], "charset=UTF-8").encode()
    if path.name in ("charset-placeholder.po", "unknown-charset.po", "no-charset-latin.po"):
        assert mo.read(ours).keys() == mo.read(msgfmt(utf8, tmp_path)).keys()
    else:
        assert is_as_msgfmt_writes(ours, msgfmt(utf8, tmp_path))


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\x04\n\\"), max_size=12)


@needs_gettext
@settings(max_examples=40, deadline=None)
@given(st.dictionaries(TEXT.filter(bool), TEXT, max_size=60))
def test_any_texts_compile_to_the_bytes_of_msgfmt(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]
) -> None:
    header = po.new_header("p", "ja", ["zh"])
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in texts.items()), header)
    expected = msgfmt(po.write(catalog), tmp_path_factory.mktemp("mo"))
    assert is_as_msgfmt_writes(mo.compile_catalog(catalog), expected)


@needs_gettext
def test_msgunfmt_reads_it(tmp_path: Path) -> None:
    (tmp_path / "a.mo").write_bytes(mo.compile_catalog(CATALOG))
    done = subprocess.run(["msgunfmt", tmp_path / "a.mo"], check=True, capture_output=True)
    assert po.read(done.stdout).catalog.entries == (
        Entry("一", ("1",)),
        Entry("二", ("two",)),
        Entry("件", ("file", "files"), plural="件们"),
        Entry("半", ("half", ""), plural="半们"),
        Entry("一", ("one",), context="数"),
    )


EVERY = sorted((Path(__file__).parent / "fixtures" / "po").rglob("*.po"))


@pytest.mark.parametrize("path", EVERY, ids=lambda each: each.name)
def test_the_quick_way_gives_the_same_bytes_or_none(path: Path) -> None:
    data = path.read_bytes()
    quick = mo.compile_plain(data)
    if quick is None:
        return
    file = po.read(data, path.name)
    assert [each for each in file.findings if each.severity == "error"] == []
    assert quick == mo.compile_catalog(file.catalog)


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ('msgid "甲"\nmsgstr "A"\n', {"甲": "A"}),
        ('#, fuzzy\nmsgid "甲"\nmsgstr "A"\n', {}),
        ('# fuzzy\nmsgid "甲"\nmsgstr "A"\n', {"甲": "A"}),
        ('msgctxt "c"\nmsgid ""\n"甲\\n"\n"乙\\n"\nmsgstr "A\\n"\n"B\\n"\n', {"c\x04甲\n乙\n": "A\nB\n"}),
        ('msgid "\\"\\\\\\t"\nmsgstr "x"\n', {'"\\\t': "x"}),
    ],
)
def test_plain_catalogs_take_the_quick_way(body: str, texts: dict[str, str]) -> None:
    quick = mo.compile_plain((HEAD + body).encode())
    assert quick is not None
    found = {key.decode(): text.decode() for key, text in mo.read(quick).items() if key}
    assert found == texts


@pytest.mark.parametrize(
    "body",
    [
        'msgid "甲"\nmsgstr "A\\n"\n',
        'msgid "甲"\nmsgstr "A"\n\nmsgid "甲"\nmsgstr "B"\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
        '#~ msgid "甲"\n#~ msgstr "A"\n',
        '#= fuzzy\nmsgid "甲"\nmsgstr "A"\n',
        'msgid "甲"\nmsgstr "\\x41"\n',
        'msgid "甲" "乙"\nmsgstr "A"\n',
        'msgid "甲\nmsgstr "A"\n',
    ],
)
def test_what_is_not_plain_is_left_to_the_codec(body: str) -> None:
    assert mo.compile_plain((HEAD + body).encode()) is None
