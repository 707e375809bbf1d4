"""Cues of copies in lines: markup stays with its words, and a copy reads back to the same words."""

from __future__ import annotations

from translator.catalog import Catalog, Entry
from translator.document import Code, Content
from translator.formats import ReadOptions, format_for
from translator.reader import ReaderOptions, read_document
from translator.steps._lines import in_lines
from translator.steps.export import ExportOptions, export

OPEN, CLOSE = Code("i", "<i>", "open", 1), Code("i", "</i>", "close", 1)


def shown(content: Content) -> str:
    return "".join(each.data if isinstance(each, Code) else each for each in content)


def test_a_line_ends_behind_what_closes_there() -> None:
    said = ("Start ", OPEN, "only after", CLOSE, " your ", OPEN, "doctor", CLOSE, " or therapist has agreed.")
    assert shown(in_lines(said, 34)) == "Start <i>only after</i> your <i>doctor</i>\nor therapist has agreed."
    said = ("必ず", OPEN, "主治医に", CLOSE, OPEN, "相談", CLOSE, "してください。")
    assert shown(in_lines(said, 20)) == "必ず<i>主治医に</i>\n<i>相談</i>してください。"


def test_what_fits_and_readings_stay() -> None:
    fits = ("It ", OPEN, "fits", CLOSE, ".")
    assert in_lines(fits, 20) is fits
    ruby = (Code("ruby", "<ruby>", "open", 1), "漢字漢字漢字漢字漢字", Code("ruby", "</ruby>", "close", 1))
    assert in_lines(ruby, 8) is ruby


CUES = "1\n00:00:01,000 --> 00:00:04,000\n须经<i>医生</i>允许后才能开始。\n\n2\n00:00:05,000 --> 00:00:06,000\n好。\n"
TARGET = "Start only after your <i1>doctor</i1> or therapist has given permission."


def copy_of(*, is_marked: bool, line_width: int = 42) -> str:
    form = format_for("a.srt")
    assert form is not None
    options = ReaderOptions(read=ReadOptions("a.srt", values={"line_width": line_width}))
    document = read_document(CUES.encode(), "a.srt", options=options)
    catalog = Catalog((Entry("须经<i1>医生</i1>允许后才能开始。", (TARGET,)), Entry("好。", ("Good.",))))
    copy = export(document, catalog, form=form, locale="en", options=ExportOptions(is_marked=is_marked))
    assert copy.data is not None
    return copy.data.decode()


def test_a_copy_has_its_lines_broken_unless_the_words_alone_are_asked_for() -> None:
    whole = "Start only after your <i>doctor</i> or therapist has given permission."
    broken = "Start only after your <i>doctor</i>\nor therapist has given permission."
    assert copy_of(is_marked=True) == CUES.replace("须经<i>医生</i>允许后才能开始。", broken).replace("好。", "Good.")
    assert copy_of(is_marked=False) == CUES.replace("须经<i>医生</i>允许后才能开始。", whole).replace("好。", "Good.")
    assert whole in copy_of(is_marked=True, line_width=0)
