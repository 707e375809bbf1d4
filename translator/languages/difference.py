"""One thing that a text says otherwise than its source, and what a message calls a number."""

from __future__ import annotations

from dataclasses import dataclass

from translator.languages.numbers import Number
from translator.languages.numerals import exact, show


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the target says otherwise than the source.

    `kind` is `missing`, `altered`, `added`, `shifted` (the decimal point), `reordered` or `unit`.
    The spans are half-open, in characters of the texts; None where a side has no such thing.
    """

    kind: str
    message: str
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None


def called(number: Number) -> str:
    """How a message calls a number: as it is written, or by its value (15 for `3 pm`)."""
    plain = number.surface.replace(",", "").replace("_", "")
    is_other = plain.replace(".", "", 1).isdecimal() and exact(plain) != abs(number.value)
    return show(number.value) if is_other or len(number.surface) > 24 else number.surface


def meet(one: Difference, two: Difference) -> bool:
    """Whether two differences tell of the same words of one of the texts.

    >>> at_least = Difference("comparison", "", (0, 4), (2, 4))
    >>> meet(at_least, Difference("opposite", "", (0, 2), (9, 11))), meet(at_least, Difference("opposite", "", (5, 7), None))
    (True, False)
    """
    pairs = ((one.source_span, two.source_span), (one.target_span, two.target_span))
    return any(a and b and a[0] < b[1] and b[0] < a[1] for a, b in pairs)


def lies_in(one: Difference, two: Difference) -> bool:
    """Whether a difference tells of no words but those of another, in both texts.

    >>> lies_in(Difference("reordered", "", (0, 4), (2, 6)), Difference("shifted", "", (0, 4), (2, 6)))
    True
    """
    pairs = ((one.source_span, two.source_span), (one.target_span, two.target_span))
    return all(a is not None and b is not None and b[0] <= a[0] and a[1] <= b[1] for a, b in pairs)


def counted(one: Number, two: Number) -> str:
    """What a message calls two numbers: months where one is a name, 3 and May."""
    is_named = any(each.surface[:1].isalpha() and each.surface.isascii() for each in (one, two))
    return "month" if one.kind == two.kind == "month" and is_named else "number"
