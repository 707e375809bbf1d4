"""What a copy says of the language of words inside a paragraph: an element's `lang` must not claim another one than theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translator.catalog import Catalog
from translator.formats import format_for
from translator.formats._html_languages import relabelled
from translator.reader import ReaderOptions, read_document
from translator.steps.export import ExportOptions, export
from translator.steps.extract import extract

_FULL = {
    "患者说：<span1>痛い</span1>。": "The patient said: <span1>it hurts</span1>.",
    "患者说<lang1>痛い</lang1>。": "The patient said <lang1>ouch</lang1>.",
    "患者说很好。": "The patient said so.",
    "とても痛いです。": "It hurts a lot.",
    "全例で軽減。": "All improved.",
    "<q1>痛い</q1>和<q2>痛み</q2>": "<q1>痛い</q1> and <q2>pain</q2>",
    "<q1>痛い<q2>痛み</q2></q1>和": "and <q1>痛い<q2>pain</q2></q1>",
}


def _copied(name: str, text: str, said: dict[str, str], locale: str, **options: bool) -> tuple[str, int]:
    """The copy in a locale, and how many of its places read otherwise; what is not said keeps its source."""
    document = read_document(text.encode(), name, options=ReaderOptions())
    form = format_for(name)
    assert form is not None
    entries = [replace(each, targets=(said.get(each.source, each.source),)) for each in extract(document).entries]
    copy = export(document, Catalog(tuple(entries)), form=form, locale=locale, options=ExportOptions(**options))
    assert copy.data is not None
    return copy.data.decode(), len(copy.misread)


@pytest.mark.parametrize(
    ("name", "text", "copy"),
    [
        (
            "a.html",
            '<html lang=en><p>患者说：<span lang="ja" class=q>痛い</span>。',
            '<html lang=en><p>The patient said: <span lang="en" class=q>it hurts</span>.',
        ),
        (
            "a.md",
            '患者说：<span xml:lang="ja">痛い</span>。\n',
            'The patient said: <span xml:lang="en">it hurts</span>.\n',
        ),
        (
            "a.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n患者说<lang ja>痛い</lang>。\n",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nThe patient said <lang en>ouch</lang>.\n",
        ),
        # Only around words that are not the document's own; the innermost element is judged by itself.
        (
            "a.md",
            "<q lang=ja>痛い</q>和<q lang=ja>痛み</q>\n",
            "<q lang=ja>痛い</q> and <q lang=en>pain</q>\n",
        ),
        (
            "a.html",
            "<html lang=en><p><q lang=ja>痛い<q lang=ja>痛み</q></q>和",
            "<html lang=en><p>and <q lang=en>痛い<q lang=en>pain</q></q>",
        ),
        # Around a sentence of a paragraph, the element is no part of a segment.
        (
            "a.html",
            '<html lang=en><p>患者说很好。<span lang="ja">とても痛いです。</span></p><p lang="ja">全例で軽減。</p>',
            '<html lang=en><p>The patient said so. <span lang="en">It hurts a lot.</span></p><p lang="en">All improved.</p>',
        ),
        (
            "a.md",
            '患者说很好。<span lang="ja">とても痛いです。</span>\n\n<p lang="ja">全例で軽減。</p>\n\n```\n<p lang="ja">\n```\n',
            'The patient said so. <span lang="en">It hurts a lot.</span>\n\n<p lang="en">All improved.</p>\n\n```\n<p lang="ja">\n```\n',
        ),
    ],
)
def test_an_element_inside_a_paragraph_names_the_language_of_its_words(name: str, text: str, copy: str) -> None:
    written, misread = _copied(name, text, _FULL, "en")
    assert (written, misread) == (copy, 0)
    assert _copied(name, text, {}, "en")[0] == (text.replace('<p lang="ja">全', '<p lang="en">全'))
    assert _copied(name, text, _FULL, "en", is_marked=False)[0].count("ja") == text.count("ja")


@pytest.mark.parametrize(
    ("tag", "locale", "kept"),
    [("zh-CN", "zh", True), ("zh-TW", "zh", False), ("EN", "en", True), ("zxx", "en", True), ("fr", "ja", False)],
)
def test_what_says_no_other_language_stays(tag: str, locale: str, kept: bool) -> None:
    text = f'患者说：<span lang="{tag}">痛い</span>。\n'
    written, _ = _copied("a.md", text, {"患者说：<span1>痛い</span1>。": "<span1>x</span1>"}, locale)
    assert written == f'<span lang="{tag if kept else locale}">x</span>\n'


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        ('<Sample lang="ts">', True),
        ('<code lang="js">', True),
        ('<Sample lang="ja">', False),
        ('<Label lang="fr">', True),
        ('<SPAN LANG="fr">', False),
        ('<span lang="fr">', False),
    ],
)
def test_the_language_of_a_program_is_none_of_words(opening: str, kept: bool) -> None:
    assert (relabelled(opening, "en") == opening) == kept
