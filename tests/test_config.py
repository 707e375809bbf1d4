"""What is wrong in the settings is told at its line."""

from __future__ import annotations

import json

import pytest

from translator.config import fits, parse
from translator.errors import TranslatorError
from translator.formats import Format, all_formats

WRONG = [
    ('name = "a"\nlocales = [\n  zh]\n', "3:3", "this is not TOML"),
    ('[[documents]]\npath = "a"\nformat = "text"\n[[documents]]\npath = "b"\nformat = "pdf"\n', "6:1", "no format “pdf”"),
    ('[[rows]]\npattern = \'(\\d+)\'\n[[rows]]\npattern = "(\\\\d"\n', "4:1", "is no regular expression"),
    ('[[rows]]\npattern = "(a)"\n[[rows]]\npattern = "b"\n', "4:1", "has no groups"),
    ('skip = []\n[[documents]]\npath = "a"\nskip = ["["]\n', "4:1", "is no regular expression"),
    ('[[documents]]\nlanguage = "ja"\n', "1:1", "[[documents]] (with language = “ja”) has no `path`"),
    ('output = "./source_texts/"\n', "1:1", "`output` is the folder of the documents"),
    ('locale = ["zh"]\n', "1:1", "`locale` is a list; did you mean `locales`?"),
    ('skip = "a"\n', "1:1", "`skip` is a text; it must be a list"),
    ('exclude = [1]\n', "1:1", "`exclude` must be a list of texts"),
    ('[[documents]]\npath = "a"\nencoding = "utf-9"\n', "3:1", "there is no encoding “utf-9”"),
    ('[formats.text]\nparagraphs = "line"\n', "2:1", "it must be one of lines, blank-lines"),
    ('colour = 1\n', "1:1", "there is no key `colour`; `translator explain settings` lists all"),
    ('[locale.zh]\nfolde = "zh_CN"\n', "2:1", "did you mean `folder`?"),
    ('[locale.zh]\ncolour = "zh_CN"\n', "2:1", "the key is folder"),
    ('[checks]\nmin-coverage = { fr = 90 }\n', "2:1", "`min-coverage` names “fr”, which is not among `locales`"),
    (
        '[[checks.only]]\nlocales = ["fr"]\nlevels = { residue = "off" }\n',
        "2:1",
        "`locales` names “fr”, which is not among `locales`",
    ),
    ('[locale.zh]\nfolder = "ja"\n', "2:1", "`folder` is “ja” for zh and for ja; name another"),
    (r"sources = 'docs\zh'", "1:1", r"`sources` has a backslash (“docs\zh”); write “docs/zh”"),
    ("[[documents]]\npath = 'old\\*.txt'\n", "2:1", "`path` has a backslash (“old\\*.txt”); write “old/*.txt”"),
    ('[formats.json]\npaths = [1]\n', "2:1", "`paths` must be a list of texts"),
    ("exclude = ['old\\*.txt']\n", "1:1", "`exclude` has a backslash (“old\\*.txt”); write “old/*.txt”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message"), WRONG)
def test_what_is_wrong_is_told_at_its_line(text: str, place: str, message: str) -> None:
    with pytest.raises(TranslatorError) as caught:
        parse(text.encode(), "t.toml")
    assert str(caught.value).startswith(f"t.toml:{place}: ")
    assert message in str(caught.value)


@pytest.mark.parametrize("spelling", ["zh", "zh_CN", "zh-Hans", "chs"])
def test_coverage_by_locale_takes_any_spelling(spelling: str) -> None:
    text = f'[locale.zh]\nfolder = "zh_CN"\n[checks]\nmin-coverage = {{ {spelling} = 95 }}\n'
    assert parse(text.encode(), "t.toml").checks["min-coverage"] == {"zh": 95}
    text = f'[[checks.ignore]]\ncheck = "residue"\nreason = "a name"\nlocales = "{spelling.strip(chr(34))}"\n'
    assert parse(text.encode(), "t.toml").checks["ignore"] == (
        {"check": "residue", "reason": "a name", "locales": ["zh"]},
    )


@pytest.mark.parametrize("form", all_formats(), ids=lambda each: each.name)
def test_every_option_of_a_format_takes_its_default(form: Format) -> None:
    wanted = {
        each.name: list(each.default) if isinstance(each.default, tuple) else each.default for each in form.options
    }
    lines = [f"{name} = {json.dumps(value)}\n" for name, value in wanted.items()]
    assert parse(f"[formats.{form.name}]\n{''.join(lines)}".encode(), "t.toml").formats[form.name] == wanted


@pytest.mark.parametrize(
    ("path", "globs", "expected"),
    [
        ("news/a.txt", "a.txt", True),
        ("news/a.txt", "*.md a.*", True),
        ("news/a.txt", "news/*", True),
        ("old/news/a.txt", "news/*", False),
        ("news/a.txt", "/a.txt", False),
    ],
)
def test_a_pattern_with_a_slash_is_of_the_whole_path(path: str, globs: str, expected: bool) -> None:
    assert fits(path, globs) is expected
