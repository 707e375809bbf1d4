"""A text with its place in a document."""

from __future__ import annotations

from dataclasses import dataclass

from translator.frozen import swift


@swift
@dataclass(frozen=True, slots=True)
class Unit:
    """A text with its place in a document, for judging it among its neighbours.

    `declared` is a BCP 47 tag from markup or settings, or "". `block` is the index of its block;
    `section` counts headings; `table`, `row` and `column` are cell coordinates from 0, or -1.
    `kind` is the block's kind (`heading`, `cell` …).
    """

    text: str
    declared: str = ""
    block: int = -1
    section: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    kind: str = "paragraph"
