"""Writing PO files: the splice keeps every byte that no one changed, and what is written is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import po
from translator.catalog import Catalog, Entry, Header, Previous
from translator.errors import TranslatorError

FIXTURES = Path(__file__).parent / "fixtures" / "po"
READABLE = sorted(path for path in FIXTURES.rglob("*.po") if path.name != "utf-16.po")
WHOLE = [path for path in READABLE if path.parent.name == "accepted"]


def opened(path: Path) -> po.File:
    return po.read(path.read_bytes(), path.name, recover=True)


def with_entries(file: po.File, *entries: Entry) -> Catalog:
    return Catalog(entries, file.catalog.header)


def spliced(data: str, change: dict[int, Entry | None]) -> str:
    """The text after entries are replaced (or removed, with None) by their index."""
    file = po.read(data.encode())
    entries = [change.get(index, entry) for index, entry in enumerate(file.catalog.entries)]
    return po.write(with_entries(file, *(each for each in entries if each)), file).decode()


@pytest.mark.parametrize("path", READABLE, ids=lambda each: each.name)
def test_untouched_files_keep_their_bytes(path: Path) -> None:
    file = opened(path)
    assert po.write(file.catalog, file) == path.read_bytes()
    header = file.catalog.header and replace(file.catalog.header)
    assert po.write(Catalog(tuple(replace(each) for each in file.catalog), header), file) == path.read_bytes()


@pytest.mark.parametrize("path", READABLE, ids=lambda each: each.name)
def test_a_changed_entry_changes_only_its_own_lines(path: Path) -> None:
    file = opened(path)
    for index, entry in enumerate(file.catalog.entries):
        unit = file.unit_of(index)
        before, after = file.data[: file.starts[unit]], file.data[file.ends[unit] :]
        changed = replace(entry, targets=("1 changed\n2\n",) * len(entry.targets))
        entries = (*file.catalog.entries[:index], changed, *file.catalog.entries[index + 1 :])
        written = po.write(Catalog(entries, file.catalog.header), file)
        if file.decoded.lines is None and b" " not in (before[-1:], after[:1]):
            assert written.startswith(file.bom + file.decoded.encode(before))
            assert written.endswith(file.decoded.encode(after))
        again = po.read(written, path.name, recover=True)
        assert again.catalog.entries == entries
        assert again.catalog.header == file.catalog.header


@pytest.mark.parametrize("name", ["broken-comment-bytes.po", "cp932-doubled.po", "broken-bytes.po"])
def test_lines_that_cannot_be_encoded_again_stay_too(name: str) -> None:
    file = opened(next(FIXTURES.rglob(name)))
    old = next(FIXTURES.rglob(name)).read_bytes()
    last = file.catalog.entries[-1]
    entries = (*file.catalog.entries[:-1], replace(last, targets=("new",)))
    written = po.write(Catalog(entries, file.catalog.header), file)
    line = old.split(b"\n")[-2]
    assert written == old.replace(line, b'msgstr "new"')


def test_doubled_backslashes_are_written_doubled() -> None:
    file = opened(next(FIXTURES.rglob("cp932-doubled.po")))
    first = file.catalog.entries[0]
    changed = replace(first, targets=("能\n",), comments=("能",))
    written = po.write(with_entries(file, changed, *file.catalog.entries[1:]), file)
    assert b"# \x94\x5c\nmsgid" in written
    assert b'msgstr "\x94\x5c\x5c\\n"\n' in written
    assert po.read(written, recover=True).catalog.entries[0] == changed


TWO = '# 注\n#: a.md\n#, fuzzy\nmsgid ""\n"手"\n"折"\nmsgstr "by "\n"hand"\n\nmsgid "二"\nmsgstr "two"\n'


def test_unchanged_fields_keep_their_wrapping() -> None:
    (first, _) = po.read(TWO.encode()).catalog.entries
    assert spliced(TWO, {0: replace(first, is_fuzzy=False, comments=("新注", "注"))}) == TWO.replace(
        "# 注", "# 新注\n# 注"
    ).replace("#, fuzzy\n", "")
    assert spliced(TWO, {0: replace(first, targets=("x",))}) == TWO.replace('"by "\n"hand"', '"x"')
    assert spliced(TWO, {0: replace(first, context="上")}) == TWO.replace("msgid", 'msgctxt "上"\nmsgid', 1)
    assert spliced(TWO, {0: replace(first, source="手折り", previous=Previous("手折"))}) == TWO.replace(
        'msgid ""\n"手"\n"折"', '#| msgid "手折"\nmsgid "手折り"'
    )


def test_an_entry_made_obsolete_keeps_a_text_like_a_mark() -> None:
    file = po.read(b'msgid "a #~ b"\nmsgstr "#| c"\n')
    (entry,) = file.catalog.entries
    gone = po.write(Catalog((replace(entry, is_obsolete=True),)), file)
    assert gone.decode() == '#~ msgid "a #~ b"\n#~ msgstr "#| c"\n'


def test_an_entry_made_obsolete_keeps_its_wrapping() -> None:
    first, second = po.read(TWO.encode()).catalog.entries
    gone = spliced(TWO, {0: replace(first, is_obsolete=True, references=())})
    assert gone == (
        '# 注\n#, fuzzy\n#~ msgid ""\n#~ "手"\n#~ "折"\n#~ msgstr "by "\n#~ "hand"\n\nmsgid "二"\nmsgstr "two"\n'
    )
    assert spliced(gone, {0: first}) == TWO.replace("#: a.md\n#, fuzzy", "#: a.md\n#, fuzzy")
    assert second.source == "二"


def test_entries_come_and_go_in_the_order_of_the_catalog() -> None:
    data = '# 头\n\nmsgid "一"\nmsgstr ""\n\n\nmsgid "二"\nmsgstr ""\nmsgid "三"\nmsgstr ""\n\n# 尾\n'
    file = po.read(data.encode())
    one, two, three = file.catalog.entries
    new = Entry("新", notes=("说明",))
    text = '#. 说明\nmsgid "新"\nmsgstr ""'

    def written(*entries: Entry) -> str:
        return po.write(with_entries(file, *entries), file).decode()

    assert written(one, new, two, three) == data.replace('""\n\n\nmsgid "二"', f'""\n\n{text}\n\n\nmsgid "二"')
    assert written(one, two, new, three) == data.replace('""\nmsgid "三"', f'""\n\n{text}\nmsgid "三"')
    assert written(one, two, three, new) == data.replace('""\n\n# 尾', f'""\n\n{text}\n\n# 尾')
    assert written(new, one, two, three) == text + "\n\n" + data
    assert written(one, three) == data.replace('msgid "二"\nmsgstr ""\n', "")
    assert written(two, three) == data.partition("\n\n\n")[2]
    assert written(one, two) == data.replace('\nmsgid "三"\nmsgstr ""', "")
    assert written() == "# 尾\n"


def test_what_is_no_entry_stays_when_its_neighbours_go() -> None:
    file = opened(FIXTURES / "rejected" / "merge-conflict.po")
    written = po.write(with_entries(file), file).decode()
    assert '<<<<<<< ours\nmsgstr "A"\n=======\nmsgstr "a"\n>>>>>>> theirs\n' in written
    assert "乙" not in written


def test_the_header_is_spliced_like_an_entry() -> None:
    data = '# 头\n#. 提取\nmsgid ""\nmsgstr ""\n"A: 1\\n"\n"odd\\n"\n"Language: ja\\n"\n\nmsgid "一"\nmsgstr ""\n'
    file = po.read(data.encode())
    header = file.catalog.header
    assert header is not None
    written = po.write(Catalog(file.catalog.entries, header.with_field("Language", "en")), file).decode()
    assert written == data.replace("Language: ja", "Language: en")
    assert po.write(Catalog(file.catalog.entries), file).decode() == 'msgid "一"\nmsgstr ""\n'
    bare = po.read(b'msgid "a"\nmsgstr ""\n')
    assert po.write(Catalog(bare.catalog.entries, Header((("A", "1"),))), bare) == (
        b'msgid ""\nmsgstr "A: 1\\n"\n\nmsgid "a"\nmsgstr ""\n'
    )


def test_a_character_the_charset_has_not_is_refused() -> None:
    file = opened(FIXTURES / "accepted" / "euc-jp.po")
    changed = with_entries(file, replace(file.catalog.entries[0], targets=("费用",)), *file.catalog.entries[1:])
    with pytest.raises(TranslatorError, match="euc_jp, has no “费”"):
        po.write(changed, file)


def test_line_ends_are_those_of_the_file() -> None:
    for name, newline in (("crlf.po", b"\r\n"), ("cr.po", b"\r")):
        file = opened(FIXTURES / "accepted" / name)
        new = Entry("新", ("a\nb",), comments=("注",))
        written = po.write(with_entries(file, new, *file.catalog.entries), file)
        assert written.count(newline) == written.count(b"\r" if newline == b"\r" else b"\n")
        assert po.read(written).catalog.entries == (new, *file.catalog.entries)


TEXT = st.text(st.sampled_from('一二ab "\\\n\t\a:#~|'), max_size=8)
WORDS = st.lists(st.sampled_from(["no-wrap", "c-format", "x-y"]), unique=True, max_size=2).map(tuple)
LINES = st.lists(st.text(st.sampled_from("一 a|:~,"), max_size=5), max_size=2).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | TEXT)
    return Entry(
        draw(TEXT.filter(bool)),
        tuple(draw(st.lists(TEXT, min_size=1, max_size=1 if plural is None else 3))),
        draw(st.none() | TEXT),
        plural,
        draw(st.booleans()),
        draw(WORDS),
        draw(WORDS),
        draw(st.none() | st.builds(Previous, TEXT, st.none() | TEXT, st.none() | TEXT)),
        draw(LINES),
        draw(LINES),
        tuple(draw(st.lists(st.sampled_from(["a.md:1", "乙.md"]), max_size=2))),
        draw(st.booleans()),
    )


def unlike_previous(entry: Entry) -> bool:
    return not any(each.startswith("| msg") for each in entry.comments)


CATALOGS = st.lists(entries().filter(unlike_previous), max_size=5).map(lambda each: Catalog(tuple(each)))


@settings(max_examples=60)
@given(CATALOGS)
def test_what_is_written_is_read_again(catalog: Catalog) -> None:
    assert po.read(po.write(catalog), recover=True).catalog == catalog


@settings(max_examples=60)
@given(CATALOGS, CATALOGS, st.data())
def test_any_catalog_over_any_other_is_read_again(old: Catalog, fresh: Catalog, data: st.DataObject) -> None:
    file = po.read(po.write(old), recover=True)
    pool = [*old.entries, *fresh.entries, *(replace(each, comments=("改",)) for each in old.entries)]
    chosen = data.draw(st.lists(st.sampled_from(pool), max_size=8)) if pool else []
    new = Catalog(tuple(chosen))
    assert po.read(po.write(new, file), recover=True).catalog == new


@settings(max_examples=60)
@given(st.sampled_from(WHOLE), CATALOGS, st.data())
def test_any_edit_of_a_fixture_is_read_again(path: Path, fresh: Catalog, data: st.DataObject) -> None:
    file = opened(path)
    if file.encoding != "utf-8" or not file.catalog.header:
        return
    pool = [*file.catalog.entries, *fresh.entries]
    pool += [replace(each, is_obsolete=not each.is_obsolete) for each in file.catalog.entries]
    chosen = tuple(data.draw(st.lists(st.sampled_from(pool), max_size=8))) if pool else ()
    again = po.read(po.write(Catalog(chosen, file.catalog.header), file), recover=True)
    assert again.catalog == Catalog(chosen, file.catalog.header)


@settings(max_examples=60)
@given(entries())
def test_new_entries_look_as_polib_writes_them(entry: Entry) -> None:
    entry = replace(entry, sticky_flags=(), comments=tuple(filter(None, entry.comments)))
    entry = replace(entry, notes=() if entry.is_obsolete else tuple(filter(None, entry.notes)))
    if "\\x07" in repr(entry) or entry.plural == "":
        return
    if entry.is_obsolete:
        entry = replace(entry, references=())
    written = po.write(Catalog((entry,))).decode()
    assert written == po.to_polib(Catalog((entry,)))[0].__unicode__(wrapwidth=0)


@settings(max_examples=60)
@given(CATALOGS)
def test_polib_and_back(catalog: Catalog) -> None:
    plain = tuple(
        replace(
            each, sticky_flags=(), targets=each.targets if each.plural else each.targets[:1], plural=each.plural or None
        )
        for each in catalog
        if each.comments != ("",) and each.notes != ("",)
    )
    ordered = tuple(sorted(plain, key=lambda each: each.is_obsolete))
    assert po.from_polib(po.to_polib(Catalog(plain))).entries == ordered


def test_a_polib_file_is_a_catalog() -> None:
    file = polib.pofile('# 头\nmsgid ""\nmsgstr "Language: ja\\n"\n\n#, fuzzy\nmsgctxt "甲"\nmsgid "一"\nmsgstr "1"\n')
    assert po.from_polib(file) == Catalog(
        (Entry("一", ("1",), "甲", is_fuzzy=True),), Header((("Language", "ja"),), ("头",))
    )
