"""The syntax tree of a regular expression, from the one module of Python that is not public.

Names no pattern. A Python whose tree has other parts fails `tests/languages/test_syntax.py`, and only this module
has to follow it.
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ("op", "syntax")


def syntax(pattern: str, flags: int = 0) -> tuple[list[tuple[Any, Any]], int]:
    """The parts of a pattern, in order, each a kind (of `op`) and its value; and all flags that hold.

    >>> syntax("a+(?i:b)")
    ([(MAX_REPEAT, (1, MAXREPEAT, [(LITERAL, 97)])), (SUBPATTERN, (None, 2, 0, [(LITERAL, 98)]))], 32)
    """
    tree = _parser.parse(pattern, flags)
    return list(tree), int(flags | tree.state.flags) & ~int(re.DEBUG)
