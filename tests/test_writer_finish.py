"""`finish`: what one decision governs for a whole block is decided with all its segments in place."""

from __future__ import annotations

from dataclasses import replace

from translator.document import Block, Content, Encoding
from translator.formats import Format, format_for
from translator.reader import ReaderOptions, read_text
from translator.writer import Additions, spliced


def test_finish_sees_each_changed_block_once() -> None:
    seen: list[tuple[str, int, int]] = []

    def finish(new: str, block: Block, text: str) -> tuple[int, int, str]:
        seen.append((new, block.start, block.end))
        return block.start, block.end, f"[{new}]"

    text = format_for("a.txt")
    assert text is not None
    form: Format = replace(text, finish=finish)
    document = read_text(
        "一。二。\n三\n四。五。", "a.txt", options=ReaderOptions(identifies=False), form=form, how=Encoding()
    )
    targets: dict[int, Content] = {0: ("One.",), 4: ("Five.",)}
    parts = spliced(document, form, contents=targets, additions=Additions((("", 2, 2, " "), ("", 9, 9, " "))))
    assert parts == {"": "[One. 二。]\n三\n[四。 Five.]"}
    assert seen == [("One. 二。", 0, 4), ("四。 Five.", 7, 11)]
    assert spliced(document, form, contents={}) == {"": "一。二。\n三\n四。五。"}
