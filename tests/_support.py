"""Names that several test modules use."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

from click.testing import Result

ROOT = Path(__file__).parent.parent
Run = Callable[..., Result]


# Catalogs that msgfmt takes up to 0.22, and refuses later: they name no charset, or none that is known.
WITHOUT_CHARSET = frozenset({"no-header.po", "no-charset-latin.po", "unknown-charset.po"})


@cache
def msgfmt_wants_a_charset() -> bool:
    """Whether the msgfmt at hand refuses a catalog without a charset."""
    command = ["msgfmt", "-o", os.devnull, "-"]
    return (
        subprocess.run(command, input='msgid "甲"\nmsgstr "A"\n'.encode(), capture_output=True, check=False).returncode
        != 0
    )


def slices(text: str, offsets: list[int]) -> list[str]:
    """The text cut at its end offsets."""
    return [text[start:end] for start, end in zip([0, *offsets], offsets, strict=False)]
