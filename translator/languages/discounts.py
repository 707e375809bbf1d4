"""What is taken off a price in two texts: 9折, 1割引, 10%オフ, “10% off”, 半額.

折 tells the tenths that are left to pay, 割引 those that are taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from translator.languages import numerals_han
from translator.languages.difference import Difference
from translator.languages.numerals import exact, show
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_DIGITS = r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?"
_HAN = "[一二三四五六七八九]{1,2}"
_PERCENT = r" ?(?:%|percent(?:age)?(?: points?)?|per cent|パーセント)"
_OFF = re.compile(
    rf"(?P<left>{_DIGITS}|{_HAN}) ?折(?![叠疊りっれ返射扣旧损損磨腾騰断斷合衷半纸紙])"
    rf"|(?P<tenths>{_DIGITS}|{_HAN}) ?割(?:(?P<more>[0-9一二三四五六七八九])分)?(?:引(?!き?[用])|[Oo][Ff][Ff]|オフ|安(?![心全定])|ディスカウント|の(?:割引|値引))"
    rf"|(?P<off>{_DIGITS}){_PERCENT}[ -]?(?:(?i:off|discount|reduction|cheaper|less)(?![A-Za-z])|引き?(?![用])|オフ|割引|割り引|値引|の(?:割引|値引)|的?(?:折扣|优惠|優惠))"
    rf"|(?i:discount|reduction|savings?) of (?:up to |about )?(?P<of>{_DIGITS}){_PERCENT}|(?:优惠|優惠|立减|立減|减价|減價|降价|降價|让利) ?(?P<cut>{_DIGITS})%"
    rf"|(?P<pays>{_DIGITS}){_PERCENT} of (?:the )?(?:(?:usual|regular|normal|full|list|original|ticket|admission) )*(?:price|fee|fare|rate)"
    r"|(?P<half>半[価价價额額](?!格)|(?i:half[- ](?:the )?(?:usual |regular )?(?:price|fare)))"
)


def is_same_discount(source: str, target: str) -> bool:
    """Whether both texts tell discounts, and the same.

    >>> is_same_discount("可享受9折优惠", "10% off"), is_same_discount("原价", "10% off")
    (True, False)
    """
    if not (_HINT.has(source) and _HINT.has(target)):
        return False
    ours = {each for each, _ in _read(prose(source))}
    return bool(ours) and ours == {each for each, _ in _read(prose(target))}


_PRICED = re.compile("[折割%％半]")
_HINT = Sought(r"折|割|[%％]|percent|per cent|半[価价價额額]|half")


def compare_discounts(source: str, target: str) -> tuple[Difference, ...]:
    """The discount that became another one, where both texts tell one.

    >>> [each.message for each in compare_discounts("可享受9折优惠", "90% off")]
    ['discount of 10% → 90%']
    >>> compare_discounts("9折", "1割引"), compare_discounts("85折", "15% off")
    ((), ())
    """
    if _PRICED.search(source) is None and "half" not in source and "percent" not in source:
        return ()
    if _HINT.has(target) is None or ("折" not in source and "折" not in target and _CERTAIN.has(source) is None):
        return ()
    ours, theirs = dict(_read(prose(source))), dict(_read(prose(target)))
    lost, new = [each for each in ours if each not in theirs], [each for each in theirs if each not in ours]
    if not lost or not new:
        return ()
    message = f"discount of {show(lost[0])}% → {show(new[0])}%"
    return (Difference("altered", message, ours[lost[0]], theirs[new[0]]),)


def discounting(sources: Texts, targets: Texts) -> int:
    """The texts that may tell a discount, as their translation does."""
    told = targets.having(_HINT, sources.having(_PRICED) | sources.holding("half", "percent"))
    return told and told & (sources.holding("折") | targets.holding("折") | sources.having(_CERTAIN, told))


_CERTAIN = Sought(r"割|引|オフ|(?i:off|discount|cheaper)|优惠|優惠|[减減降]价|半[価价價额額]|half|price")


def _read(text: str) -> Iterator[tuple[Fraction, tuple[int, int]]]:
    """What is taken off, in percent, each with its span."""
    for match in _OFF.finditer(text):
        if match["left"]:
            tenths = _tenths(match["left"])
            if tenths is not None and 0 < tenths < 10:
                yield 100 - tenths * 10, match.span()
        elif match["tenths"]:
            tenths = _tenths(match["tenths"])
            more = _tenths(match["more"]) if match["more"] else Fraction(0)
            if tenths is not None and more is not None:
                yield tenths * 10 + more, match.span()
        elif match["pays"]:
            yield 100 - exact(match["pays"]), match.span()
        elif match["half"]:
            yield Fraction(50), match.span()
        else:
            yield exact(match["off"] or match["of"] or match["cut"]), match.span()


def _tenths(written: str) -> Fraction | None:
    """The tenths that a numeral says: 9, 八五 and 85 (8.5)."""
    if written[0] in "0123456789":
        value = exact(written)
    elif len(written) == 2:
        value = Fraction(10 * numerals_han.DIGITS[written[0]] + numerals_han.DIGITS[written[1]])
    else:
        value = Fraction(numerals_han.DIGITS[written])
    return value / 10 if value >= 10 else value
