"""Times of the day and days of the week that became others."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages import clock, weekdays
from translator.languages.clock import compare_times
from translator.languages.difference import Difference
from translator.languages.weekdays import compare_weekdays


def _times(pair: Pair, context: Context) -> tuple[Difference, ...]:
    return compare_times(pair.source, pair.target) if pair.is_compared else ()


def _may_tell_times(pairs: Pairs) -> int:
    return pairs.compared & clock.differing(pairs.sources, pairs.targets)


@check("time-mismatch", severity="error", needs=Sifted(_may_tell_times, _times))
def time_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A time of the day is in the other half of the day in the translation.

    Hours of 24 and hours with 午前, 下午, 晚上, “a.m.”, “noon” are compared; whether the hour itself is another one, `number-mismatch` tells.

    Bad: `15時以降` → `from 3 a.m.`, `正午` → `midnight`
    Good: `15時以降` → `from 3 p.m.`, `晚上8点` → `20時`
    """
    found = _times(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)


def _weekdays(pair: Pair, context: Context) -> tuple[Difference, ...]:
    return compare_weekdays(pair.source, pair.target) if pair.is_compared else ()


def _may_name_days(pairs: Pairs) -> int:
    return pairs.compared & weekdays.naming(pairs.sources, pairs.targets)


@check("weekday-mismatch", severity="error", needs=Sifted(_may_name_days, _weekdays))
def weekday_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A day of the week became another one.

    Told where the source names a day that the translation does not, and the translation one that the source does not.

    Bad: `周一至周五` → `Monday to Saturday`, `火曜日` → `星期三`
    Good: `周一至周五` → `Monday to Friday`, `火・木曜日` → `Tuesdays and Thursdays`
    """
    found = _weekdays(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
