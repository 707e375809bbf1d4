"""A number as it stands in a text, and the words that only look like one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files

from translator.frozen import swift

KINDS = (
    "cardinal", "ordinal", "percent", "fraction", "year", "month", "day", "time", "version", "code",
)  # fmt: skip


@swift
@dataclass(frozen=True, slots=True)
class Number:
    """One number expression with its span, half-open, in characters of the text it was read from.

    `others` are further values that it may mean: `3 pm` is 15 or 3, `令和6年` is 2024 or 6. `parts`
    are the numbers that it is written with: 1 and 3 of `1/3`. A soft number may stay unsaid in
    another language (`一个`, `second`, `utf8`): it can answer a number there, but demands none.
    """

    start: int
    end: int
    value: Fraction
    kind: str
    surface: str
    is_soft: bool = False
    others: tuple[Fraction, ...] = ()
    parts: tuple[Fraction, ...] = ()
    is_spelled: bool = False

    @property
    def key(self) -> Fraction | str:
        """What equal numbers share: the value, or the text of a version."""
        return self.surface if self.kind == "version" else self.value


# More digits than any number has; Python reads no more than 4,300 at once.
_LONGEST = 300


@lru_cache(maxsize=8192)
def exact(digits: str) -> Fraction:
    """The value of decimal digits with thousands separators.

    >>> exact("1,234.50")
    Fraction(2469, 2)
    """
    plain = digits[:_LONGEST].rstrip(".,_").replace(",", "").replace("_", "").replace("'", "")
    return Fraction(int(plain)) if plain.isdecimal() else Fraction(plain)


def show(value: Fraction) -> str:
    """A value for people.

    >>> show(Fraction(61, 5)), show(Fraction(1, 3)), show(Fraction(10**9))
    ('12.2', '1/3', '1000000000')
    """
    if value.denominator == 1:
        return str(value.numerator)
    decimal = value.denominator
    for prime in (2, 5):
        while decimal % prime == 0:
            decimal //= prime
    if decimal != 1:
        return f"{value.numerator}/{value.denominator}"
    return f"{float(value):.12g}"


def data_lines(name: str) -> tuple[str, ...]:
    """The lines of a data file of this folder, without comments and empty ones."""
    text = files("translator.languages").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
