"""Times of the day in two texts: which half of the day an hour belongs to (15時, 下午3点, “3 p.m.”, noon).

Hours are compared by their place on the dial: whether the hour itself is another one, numbers tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from translator.languages import numerals_han
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts, both_having
from translator.languages.verbatim import prose


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the day with its span, half-open; `hour` is that of 24, or None where the half of the day is not told."""

    start: int
    end: int
    dial: tuple[int, int]
    hour: int | None


_HAN = "[零〇一二三四五六七八九十两兩]{1,3}"
_HALVES = (
    r"(?P<am>午前|上午|凌晨|清晨|早晨|早上|早朝|未明|明け方|朝)"
    r"|(?P<pm>午後|午后|下午|傍晚|夕方)"
    r"|(?P<noon>中午|お?昼)"
    r"|(?P<night>晚上|晚间|晚間|夜晚|夜里|夜裡|夜间|夜間|深夜|半夜|午夜|夜|晚|晩)"
)
_CLOCK = re.compile(
    rf"(?:{_HALVES})?の? ?(?<![0-9.:：])(?P<h>[0-9]{{1,2}}|(?<=[前午後后上里裡间間晚晩夜朝昼晨の夕方 ]){_HAN})"
    r"(?: ?[:：](?P<m>[0-5][0-9])(?![0-9])(?::[0-5][0-9](?![0-9]))?"
    r"(?:(?: ?(?P<en>[apAP])\.? ?[mM](?![A-Za-z])\.?)|(?P<colon>))"
    r"|\.(?P<point>[0-5][0-9]) ?(?P<en2>[apAP])\.? ?[mM](?![A-Za-z])\.?"
    r"| ?(?P<en3>[apAP])\.? ?[mM](?![A-Za-z])\.?"
    r"| ?(?:[時时點]|点(?![数的滴心]))(?![间間代期刻])(?:[鐘钟整])?(?: ?(?P<m2>[0-5]?[0-9])分(?![间間])|(?P<half>半))?)"
    r"|(?<![A-Za-z])(?P<word>[Nn]oon|[Mm]idday|[Mm]idnight)(?![A-Za-z])"
    r"|(?P<cjk>正午|零[时時点點]|0[时時](?![间間]))"
)
_AT_DAY = re.compile(
    r"(?<![0-9.:])(?P<h>[0-9]{1,2})(?::(?P<m>[0-5][0-9]))?(?: o['’]clock)? (?:(?P<am>in the (?:early )?morning)"
    r"|(?P<pm>in the (?:late |early )?(?:afternoon|evening))|(?P<night>at night))"
)
_MAY_TELL = Sought(
    r"[0-9一二三四五六七八九十零] ?[时時点點:：]|[0-9] ?[apAP]\.? ?[mM](?![A-Za-z])|正午|[Nn]oon|[Mm]id(?:day|night)|[0-9] (?:o['’]clock )?(?:in the|at night)"
)
_ZONE = re.compile(
    r"(?<![A-Za-z])(?:UTC|GMT|JST|CST|HKT|[ECMP]S?D?T|BST|CET|CEST)(?![A-Za-z])|(?i:time zone|eastern|pacific) ?(?:standard )?(?:time)?"
    "|北京时间|北京時間|日本时间|日本時間|東京時間|东京时间|当地时间|當地時間|現地時間|世界[标協协標]|時差|时差"
)


def may_differ(source: str, target: str) -> bool:
    """Whether both texts may tell a time of the day, and one of them its half."""
    return (
        _NUMERAL.search(source) is not None
        and _MAY_TELL.has(target) is not None
        and _MAY_TELL.has(source) is not None
        and _HALF_TOLD.has(source + " " + target) is not None
    )


def differing(sources: Texts, targets: Texts) -> int:
    """The texts of which `may_differ` is true."""
    both = sources.having(_NUMERAL, both_having(sources, targets, _MAY_TELL))
    return sources.having(_HALF_TOLD, both) | targets.having(_HALF_TOLD, both)


# Noon and midnight are told by their words.
_NUMERAL = re.compile("[0-9０-９正零]|(?:[上中下]午|[晚夜晨朝])|n(?:oon|ight)")
_HALF_TOLD = Sought(
    r"[0-9] ?[apAP]\.? ?[mM](?![A-Za-z])|[午晚夜晨朝昼夕凌未晩早]|[Nn]oon|[Mm]id(?:day|night)|in the|at night|(?<![0-9])(?:1[3-9]|2[0-4]) ?[:：时時点點]"
)


def compare_times(source: str, target: str) -> tuple[Difference, ...]:
    """The times of the day that fell into its other half.

    Told where both texts say the half of the day, by a word or by the hours of 24; what is told once in
    24 hours in a text is all told so (9:30–17:00).

    >>> [each.message for each in compare_times("15時以降", "from 3 a.m.")]
    ['“15時” became “3 a.m.”']
    >>> compare_times("下午3点到5点", "3 to 5 p.m.")
    ()
    """
    if not may_differ(source, target):
        return ()
    ours, theirs = read(source), read(target)
    if not ours or not theirs or bool(_ZONE.search(source)) != bool(_ZONE.search(target)):
        return ()
    out = []
    for dial in dict.fromkeys(each.dial for each in ours):
        one, two = ([each for each in found if each.dial == dial] for found in (ours, theirs))
        if not two or any(each.hour is None for each in one):
            continue
        if all(each.hour is None for each in two):
            late = next((each for each in one if each.hour is not None and each.hour > 12), None)
            if late is not None and _HALF_WORD.search(target) is None:
                span = (two[0].start, two[0].end)
                message = f"“{source[late.start : late.end]}” became “{target[slice(*span)]}” of either half of the day"
                out.append(Difference("altered", message, (late.start, late.end), span))
            continue
        if any(each.hour is None for each in two):
            continue
        known, told = (Counter(each.hour for each in found) for found in (one, two))
        lost = next((each for each in one if each.hour not in told), None)
        new = next((each for each in two if each.hour not in known), None)
        if lost is not None and new is not None:
            message = f"“{source[lost.start : lost.end]}” became “{target[new.start : new.end]}”"
            out.append(Difference("altered", message, (lost.start, lost.end), (new.start, new.end)))
    return tuple(out)


@lru_cache(maxsize=64)
def read(text: str) -> tuple[Time, ...]:
    """The times of the day of a text, in order.

    >>> [each.hour for each in read("午後3時、21:30, 8 a.m. and 12 noon, 晚上12点")]
    [15, 21, 8, 12, 0]
    """
    plain = prose(text)
    found = sorted((*_clock(plain), *_told_in_words(plain)), key=lambda each: each.start)
    out: list[Time] = []
    for each in found:
        if out and each.start < out[-1].end:
            if each.hour is None or out[-1].hour is not None:
                continue
            out.pop()
        out.append(each)
    is_of_24 = any(_is_of_24(plain[each.start : each.end]) for each in out)
    return tuple(_with_half(each, plain, is_of_24) for each in out)


def _clock(text: str) -> Iterator[Time]:
    for match in _CLOCK.finditer(text):
        word = match["word"] or match["cjk"]
        if word:
            hour = 12 if word.lower() in ("noon", "midday", "正午") else 0
            if not _TWELVE.search(text, 0, match.start()):
                yield Time(match.start(), match.end(), (0, 0), hour)
            continue
        hour = int(match["h"]) if match["h"].isdecimal() else int(numerals_han.parse(match["h"]) or 0)
        if hour > 29:
            continue
        minute = int(match["m"] or match["point"] or match["m2"] or (30 if match["half"] else 0))
        english = match["en"] or match["en2"] or match["en3"]
        start = match.start() + len(match[0]) - len(match[0].lstrip("の "))
        told: int | None
        word_behind = _NOON_BEHIND.match(text, match.end()) if english is None else None
        if english:
            told = hour % 12 + (12 if english in "pP" else 0) if hour <= 12 else hour % 24
        elif word_behind:
            told = 12 if word_behind[0].strip().lower() != "midnight" else 0
        else:
            half = next((name for name in ("am", "pm", "noon", "night") if match[name]), "")
            told = _of_24(hour, half)
        yield Time(start, match.end(), (hour % 12, minute), told)


_HALF_WORD = re.compile(
    r"[0-9] ?[apAP]\.? ?[mM](?![A-Za-z])|[午晚夜晨夕晩]|(?i:noon|night|evening|morning|midday|dinner|dusk|sunset)"
)
# “12:00 noon” is one time.
_TWELVE = re.compile(r"12:00 ?$")
_NOON_BEHIND = re.compile(r" (?:[Nn]oon|[Mm]idnight)(?![A-Za-z])")


def _told_in_words(text: str) -> Iterator[Time]:
    for match in _AT_DAY.finditer(text):
        half = next(name for name in ("am", "pm", "night") if match[name])
        hour = int(match["h"])
        if hour <= 24:
            yield Time(match.start(), match.end(), (hour % 12, int(match["m"] or 0)), _of_24(hour, half))


def _of_24(hour: int, half: str) -> int | None:
    """The hour of 24 that an hour in a half of the day is; None where that is not told."""
    if hour > 12:
        return hour % 24
    if half == "am":
        # 午前12時 is noon to some and midnight to others.
        return hour if hour < 12 else None
    if half == "pm":
        return hour + 12 if hour < 12 else 12
    if half == "noon":
        return hour if hour > 9 else hour + 12
    if half == "night":
        return (hour + 12) % 24 if hour > 4 else hour if hour > 0 else 0
    return 0 if hour == 0 else None


def _is_of_24(shown: str) -> bool:
    """Whether a time is told in 24 hours: 17:00, 15時, 09:30."""
    match = _HOUR.search(shown)
    return match is not None and (int(match[0]) > 12 or match[0].startswith("0")) and _WORDED.search(shown) is None


_HOUR = re.compile(r"[0-9]{1,2}")
_WORDED = re.compile(r"[apAP]\.? ?[mM]|[午晚夜晨朝昼夕凌未晩早]|noon|in the|at night")


def _with_half(time: Time, text: str, is_of_24: bool) -> Time:
    """A time with its half of the day where the others of the text are told in 24 hours: 9:30–17:00."""
    if time.hour is not None or not is_of_24 or _WORDED.search(text, time.start, time.end):
        return time
    shown = _HOUR.search(text, time.start, time.end)
    return Time(time.start, time.end, time.dial, int(shown[0]) % 24) if shown is not None else time
