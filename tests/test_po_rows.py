"""Rows are looked at late, and say the same as entries that were looked at."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import po
from translator.catalog import Catalog, Entry, Header
from translator.po._render import render_again, render_retired
from translator.po._rows import RowCatalog
from translator.po._strings import STRING, bytes_of, text_of, unescape
from translator.steps.update import UpdateOptions, update

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def plain(catalog: Catalog) -> Catalog:
    """The catalog as a value that was never a file."""
    return Catalog(tuple(catalog.entries), catalog.header)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('msgid "一"\nmsgstr ""\n', "一".encode()),
        ('msgid ""\n"一"\nmsgstr ""\n', "一".encode()),
        ('msgid "\\344\\270\\200"\nmsgstr ""\n', "一".encode()),
        ('#~ msgid "一"\n#~ msgstr "x"\n', "一".encode()),
        ('msgctxt ""\nmsgid "一"\nmsgstr ""\n', ("", "一")),
        ('msgctxt "a"\nmsgid ""\n"一"\nmsgstr ""\n', ("a", "一")),
        ('msgid "a\\n"\nmsgstr ""\n', b"a\n"),
    ],
)
def test_names_do_not_depend_on_how_a_key_is_written(text: str, name: po.Name) -> None:
    catalog = po.read((HEAD + text).encode()).catalog
    assert po.rows_of(catalog).names == [name]
    assert po.name_of(catalog.entries[0]) == name
    assert po.key_of(name) == catalog.entries[0].key


ALIKE = {
    "nothing but texts": ('msgid "一"\nmsgstr ""\n', 'msgid "一"\nmsgstr "1"\n', True),
    "equal notes": ('#. n\n#: a:1\nmsgid "一"\nmsgstr ""\n', '#. n\n#: a:1\nmsgid "一"\nmsgstr "1"\n', True),
    "a translator's comment": ('#. n\nmsgid "一"\nmsgstr ""\n', '# by hand\n#\n#. n\nmsgid "一"\nmsgstr "1"\n', True),
    "only such a comment": ('msgid "一"\nmsgstr ""\n', '# by hand\nmsgid "一"\nmsgstr "1"\n', True),
    "other notes": ('#. n\nmsgid "一"\nmsgstr ""\n', '#. m\nmsgid "一"\nmsgstr "1"\n', False),
    "no target": ('msgid "一"\nmsgstr ""\n', 'msgid "一"\nmsgstr ""\n', False),
    "an empty target in two strings": ('msgid "一"\nmsgstr ""\n', 'msgid "一"\nmsgstr ""\n""\n', False),
    "fuzzy": ('#, fuzzy\nmsgid "一"\nmsgstr ""\n', '#, fuzzy\nmsgid "一"\nmsgstr "1"\n', False),
    "a previous source": ('msgid "一"\nmsgstr ""\n', '#| msgid "二"\nmsgid "一"\nmsgstr "1"\n', False),
    "one as Babel leaves it": (
        '# | msgid "二"\nmsgid "一"\nmsgstr ""\n',
        '# | msgid "二"\nmsgid "一"\nmsgstr "1"\n',
        False,
    ),
}


@pytest.mark.parametrize("case", ALIKE)
def test_alike(case: str) -> None:
    template, old, expected = ALIKE[case]
    rows = po.rows_of(po.read((HEAD + old).encode()).catalog)
    others = po.rows_of(po.read((HEAD + template).encode()).catalog)
    assert rows.is_alike(0, others, 0) is expected
    assert rows.alike([0, None, Entry("一")], others, [0, 0, 0]) == [expected, False, False]


@given(
    st.lists(
        st.sampled_from(["\\", '"', "n", "\n", '"\n"', '"\n#~ "', "一", "\\\\", '\\"', "\\n", "\\t", "\\x41", "1"])
    )
)
def test_usual_strings_are_read_as_all_are(pieces: list[str]) -> None:
    strings = f'"{"".join(pieces)}"'
    if not re.fullmatch(rf"{STRING}(?:\n(?:#~ )?{STRING})*", strings, re.DOTALL):
        return
    slowly = "".join(unescape(each[1:-1]) for each in re.findall(STRING, strings, re.DOTALL))
    assert text_of(strings.encode()) == slowly
    assert bytes_of(strings.encode()) == slowly.encode()


def test_what_was_read_is_a_catalog_like_any_other() -> None:
    catalog = po.read((HEAD + 'msgid "一"\nmsgstr "1"\n').encode()).catalog
    same = Catalog((Entry("一", ("1",)),), Header((("Content-Type", "text/plain; charset=UTF-8"),)))
    assert isinstance(catalog, RowCatalog)
    assert catalog == same and same == catalog and hash(catalog) == hash(same)
    assert catalog != Catalog(same.entries)
    assert pickle.loads(pickle.dumps(catalog)) == same
    assert po.rows_of(catalog).entry(0) is catalog.entries[0]
    with pytest.raises(AttributeError):
        catalog.no_such_thing  # type: ignore[attr-defined]  # noqa: B018


def test_an_arranged_catalog_is_written_without_a_look_at_what_stays() -> None:
    file = po.read((HEAD + "\n".join(f'msgid "{each}"\nmsgstr ""\n"{each}"\n' for each in "一二三")).encode())
    done = po.arranged(file.catalog, [2, Entry("四", ("4",)), 0], file.catalog.header)
    assert po.write(done, file).decode() == HEAD + (
        'msgid "三"\nmsgstr ""\n"三"\n\nmsgid "四"\nmsgstr "4"\n\nmsgid "一"\nmsgstr ""\n"一"\n'
    )
    assert [entry.source for entry in done] == ["三", "四", "一"]


RETIRED = (
    'msgid "一"\nmsgstr "1"',
    '# by hand\n#\n#. note\n#: a.md:1\n#, fuzzy, c-format\nmsgctxt "a"\nmsgid ""\n"一\\n"\n"二"\nmsgstr "1\\n"\n"2"',
    'msgid "一"\nmsgid_plural "二"\nmsgstr[0] "1"\nmsgstr[1] "2"',
)


@pytest.mark.parametrize("text", RETIRED)
def test_the_short_way_to_an_obsolete_entry_leads_to_the_same(text: str) -> None:
    file = po.read(text.encode())
    (old,) = file.catalog.entries
    new = Entry(
        **{
            **{name: getattr(old, name) for name in Entry.__slots__},
            "is_obsolete": True,
            "notes": (),
            "references": (),
        }
    )
    assert render_retired(new, old, text) == render_again(new, old, file.scanned, file.unit_tokens(0))
    assert render_retired(old, old, text) is None


SOURCES = (
    "一。二。",
    "一。",
    "二。",
    "一。三。",
    "结果",
    "結果",
    "<b1>结果</b1>",
    "<i1>结果</i1>",
    "a\n",
    "5 mg",
    'x“y"',
)
LINES = st.sampled_from(("", "#. note\n", "#: a.md:1\n", "# by hand\n", "#, fuzzy\n", "# by hand\n#. note\n"))


def spelled(source: str, target: str, lines: str, context: str | None, state: int) -> str:
    mark = "#~ " if state == 1 else ""
    fields = [("msgctxt", context), ("msgid", source), ("msgid_plural", source if state == 2 else None)]
    fields += [("msgstr[0]", target), ("msgstr[1]", target)] if state == 2 else [("msgstr", target)]
    out = [lines] if state != 1 else []
    for keyword, text in fields:
        if text is not None:
            body = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            wrapped = f'""\n{mark}"{body}"' if len(lines) % 2 else f'"{body}"'
            out.append(f"{mark}{keyword} {wrapped}\n")
    return "".join(out)


def files(*, is_template: bool) -> st.SearchStrategy[bytes]:
    row = st.tuples(
        st.sampled_from(SOURCES), st.sampled_from((None, None, "a")), LINES, st.integers(0, 3), st.booleans()
    )

    def text(rows: list[tuple[str, str | None, str, int, bool]]) -> bytes:
        out = []
        for number, (source, context, lines, state, is_filled) in enumerate(rows):
            target = "" if is_template or not is_filled else f"target {number}" + ("\n" if source[-1] == "\n" else "")
            out.append(spelled(source, target, lines, context, 0 if is_template and state == 1 else state))
        return (HEAD + "\n".join(out)).encode()

    return st.lists(row, max_size=8, unique_by=lambda each: each[:2]).map(text)


@settings(max_examples=200, deadline=None)
@given(files(is_template=True), files(is_template=False), st.sampled_from(("en", "zh")), st.booleans())
def test_an_update_of_rows_is_the_update_of_entries(template: bytes, old: bytes, locale: str, has_near: bool) -> None:
    options = UpdateOptions(has_near=has_near)
    file, same = po.read(old), po.read(old)
    done = update(po.read(template).catalog, file.catalog, locale=locale, options=options)
    wanted = update(plain(po.read(template).catalog), plain(same.catalog), locale=locale, options=options)
    assert done.changes == wanted.changes
    written = po.write(done.catalog, file)
    assert written == po.write(wanted.catalog, same)
    assert po.read(written).catalog == wanted.catalog
    again = po.read(written)
    assert (
        po.write(update(po.read(template).catalog, again.catalog, locale=locale, options=options).catalog, again)
        == written
    )
