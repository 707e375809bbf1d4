"""What Han numerals say: `百二十三`, `二〇一二`, `壱万`, `10亿`, `三分之一`."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

_ONES = "零一二三四五六七八九"
DIGITS = {char: value for value, char in enumerate(_ONES)} | {
    "〇": 0, "○": 0, "壱": 1, "壹": 1, "弌": 1, "两": 2, "兩": 2, "弐": 2, "贰": 2, "貳": 2, "貮": 2,
    "叁": 3, "參": 3, "叄": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
LARGE = {
    "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "京": 10**16,
}  # fmt: skip
# 伍 (troop), 陸 (land), 参 are words more often than numerals: read only inside a longer numeral.
FORMAL = "壹弌弐贰貳貮叁參叄肆伍陆陸柒捌玖拾佰仟○"
CHARACTERS = "".join(DIGITS) + "".join(SMALL) + "万萬億亿兆"


# No number is longer.
_LONGEST = 40


@lru_cache(maxsize=4096)
def parse(run: str) -> Fraction | None:
    """The value of a run of Han numerals, or None where it is none: `三四` (three or four), `十一二`.

    >>> parse("百二十三"), parse("二〇一二"), parse("两百"), parse("三四")
    (Fraction(123, 1), Fraction(2012, 1), Fraction(200, 1), None)
    """
    if len(run) > _LONGEST:
        return None
    if all(char in DIGITS for char in run):
        return _positional(run)
    total = section = 0
    digit: int | None = None
    last_small, last_large = 10**5, 10**20
    for char in run:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in SMALL:
            unit = SMALL[char]
            if unit in (20, 30):
                unit, digit = 10, unit // 10
            if unit >= last_small:
                return None
            section += (1 if digit is None else digit or 1) * unit
            digit, last_small = None, unit
        elif char in LARGE:
            unit = LARGE[char]
            section += digit or 0
            if unit >= last_large:
                # 一万亿 is 10¹²: a large unit multiplies what stands before it.
                total, section = (total + section) * unit, 0
            else:
                total += (section or 1) * unit
            digit, section, last_small, last_large = None, 0, 10**5, unit
    if digit:
        # 一百五 is 150 in speech, but 百五 is rare in print: the plain digit is read.
        section += digit
    return Fraction(total + section)


def _positional(run: str) -> Fraction | None:
    digits = "".join(str(DIGITS[char]) for char in run)
    if len(run) == 1 or len(run) > 2 or "0" in digits:
        return Fraction(int(digits))
    # 二三 says “two or three”.
    return None
