"""Markdown: sentences that were escaped alone read as they were meant where they stand together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from _support import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.document import Block, Code, Content, Document, Encoding
from translator.formats.markdown import FORMAT
from translator.inline import from_message, to_message
from translator.reader import ReaderOptions, read_text
from translator.writer import Additions, spliced


def document(text: str, segmentation: str = "sentence") -> Document:
    options = ReaderOptions(segmentation=segmentation, identifies=False)
    return read_text(text, "a.md", options=options, form=FORMAT, how=Encoding())


TOGETHER = [
    # Emphasis around a sentence fails beside its new neighbour.
    ("**薬。**「治療」", {"薬。": "注意!", "「治療」": "继续"}, "<strong>注意!</strong>继续"),
    ("**薬。**「治療」", {"薬。": "药", "「治療」": "继续"}, "**药**继续"),
    ("*血。*「治療」", {"「治療」": "继续"}, "<em>血。</em>继续"),
    # The source's own stray mark pairs with the mark of a placeholder, or the other way round.
    ("*血。*注意。。*", {"注意。。": "["}, "\\*血。*\\[*"),
    ("[*血。**血。*", {"[*血。": "a"}, "a\\**血。*"),
    ("*`。`c`。*血。*", {"血。": "。"}, "\\*`。`c\\`。*。*"),
    # Marks that are text pair with each other.
    ("一。二。", {"一。": "A *b", "二。": "c* d"}, "A \\*bc\\* d"),
    ("> 一。\n> 二。", {"一。": "5 *", "二。": "3 * 2"}, "> 5 \\*\n> 3 * 2"),
    # Nothing is touched where all reads well.
    ("一 *。**乙**。丙。", {"丙。": "*C*"}, "一 *。**乙**。\\*C\\*"),
    ("一。\n二。", {"一。": "snake_case", "二。": "x_y"}, "snake_case\nx_y"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "targets", "expected"), TOGETHER)
def test_sentences_are_written_for_each_other(source: str, targets: dict[str, str], expected: str) -> None:
    assert _copy(document(source), targets) == expected


def _copy(read: Document, targets: dict[str, str]) -> str:
    contents: dict[int, Content] = {}
    for index, segment in enumerate(read.segments):
        message = to_message(segment.content)
        if message in targets:
            contents[index] = from_message(targets[message], [e for e in segment.content if isinstance(e, Code)])
    return spliced(read, FORMAT, contents=contents)[""]


def shown(contents: list[Content]) -> list[str]:
    """Marks by kind, and the characters of the texts without white space."""
    out: list[str] = []
    for content in contents:
        for each in content:
            out += [each.kind + " " + each.form] if isinstance(each, Code) else "".join(each.split())
    return out


MARKS = [
    "治療",
    "A b. ",
    "**",
    "*",
    "_",
    "`c`",
    "[",
    "](u)",
    "~~",
    "**薬。**",
    "*血。*",
    " ",
    "。",
    "「",
    "」",
    "`",
    "$",
]
STRAY = ["治", "a", "*", "**", "_", "`", "[", "]", "~", "(u)", "。", "!", "「", "\\"]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.data(), text=st.lists(st.sampled_from(MARKS), min_size=3, max_size=14).map("".join))
def test_any_sentences_read_as_meant_or_are_told(data: st.DataObject, text: str) -> None:
    read = document("文" + text)
    contents: dict[int, Content] = {}
    for index, segment in enumerate(read.segments):
        stray = data.draw(st.lists(st.sampled_from(STRAY), min_size=1, max_size=3).map("".join))
        contents[index] = tuple("治" + stray if isinstance(each, str) else each for each in segment.content)
    told: list[int] = []
    written = spliced(read, FORMAT, contents=contents, additions=Additions(unsettled=lambda part, at: told.append(at)))[
        ""
    ]
    meant = shown([_meant(read, number, contents) for number in range(len(read.blocks))])
    assert told or shown([_pieces(each) for each in document(written, "block").blocks]) == meant


def _pieces(block: Block) -> Content:
    return tuple(each.content for each in block.pieces)


def _meant(read: Document, number: int, contents: dict[int, Content]) -> Content:
    """A block's content with its segments replaced, what stands between them as it was."""
    out: list[str | Code] = []
    inside = [(each, contents[i]) for i, each in enumerate(read.segments) if each.block == number]
    for piece in read.blocks[number].pieces:
        content, at = piece.content, piece.start
        for segment, _ in inside:
            if isinstance(content, str) and piece.end - piece.start == len(content):
                out.append(content[at - piece.start : max(segment.start, at) - piece.start])
                at = max(min(segment.end, piece.end), at)
            if piece.start <= segment.start < piece.end:
                out += next(each for other, each in inside if other == segment)
        is_cut = any(each.start < piece.end and piece.start < each.end for each, _ in inside)
        if isinstance(content, str) and piece.end - piece.start == len(content):
            out.append(content[at - piece.start :])
        elif not is_cut:
            out.append(content)
    return tuple(out)


def test_what_no_spelling_mends_is_a_finding(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator.formats.markdown.together.reads_together", lambda *_, **__: False)
    (tmp_path / "translator.toml").write_text('locales = ["en"]\n', encoding="utf-8")
    (tmp_path / "source_texts").mkdir()
    (tmp_path / "source_texts" / "a.md").write_text("標題です。\n\n一つ目です。**二つ目です。**\n", encoding="utf-8")
    for command in ("extract", "update"):
        run("--project", tmp_path, command)
    catalog = next(tmp_path.rglob("a.md.po"))
    catalog.write_text(
        catalog.read_text(encoding="utf-8").replace(
            'msgid "一つ目です。"\nmsgstr ""', 'msgid "一つ目です。"\nmsgstr "First."'
        ),
        encoding="utf-8",
    )
    report = json.loads(run("--project", tmp_path, "check", "--format", "json").stdout)
    found = [(e["check"], e["path"], e["line"]) for e in report["findings"] if e["check"] == "not-rendered"]
    assert found == [("not-rendered", "source_texts/a.md", 3)]
