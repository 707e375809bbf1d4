"""What an edit of a source changes in meaning, so that its old translation would mislead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.languages import markers, numbers, units
from translator.languages.addresses import HOST, MAIL, URL
from translator.languages.markers import Marker
from translator.languages.numbers import Number
from translator.languages.numerals import show
from translator.languages.partners import match
from translator.languages.units import Quantity
from translator.languages.verbatim import fold

KINDS = ("number", "date", "unit", "negation", "quantifier", "comparison", "name")


@dataclass(frozen=True, slots=True)
class Danger:
    """One difference of two sources: its kind, and the old and the new text ("" where it has none).

    >>> str(Danger("number", "12.2", "12.3"))
    'number 12.2 → 12.3'
    """

    kind: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.kind} {self.old or '–'} → {self.new or '–'}"


def dangers(old_source: str, new_source: str, language: str = "") -> tuple[Danger, ...]:
    """What changed between two sources that may change what they say, in the order of `KINDS`.

    Spelling, width, spacing, punctuation, particles and synonyms are no danger.

    >>> [str(each) for each in dangers("没有副作用", "有副作用", "zh-Hans")]
    ['negation 没有 → 有']
    """
    old, new = fold(old_source), fold(new_source)
    if _DOUBLED.sub(r"\1", old) == _DOUBLED.sub(r"\1", new):
        return ()
    return (
        *_numbers(old, new, language),
        *_markers(old, new, language),
        *_names(old, new, language),
    )


# A letter typed twice is a slip; 二二, 1 and 11 are not.
_DOUBLED = re.compile(r"([^\W\d_一二三四五六七八九十百千万])\1+")


def _numbers(old: str, new: str, language: str) -> tuple[Danger, ...]:
    """Numbers, dates and units that differ."""
    ours, theirs = numbers.read(old, language), numbers.read(new, language)
    if not ours and not theirs:
        return ()
    pairs, left, right = match(_certain(ours), _certain(theirs))
    out = list(_pairs(left, right, old, new))
    out += _turned(pairs)
    pairs = match(_measuring(ours, old), _measuring(theirs, new))[0]
    out += _units(pairs, units.of_numbers(old, ours), units.of_numbers(new, theirs))
    return tuple(out) or tuple(_units_of_digits(old, new))


def _certain(found: Iterable[Number]) -> tuple[Number, ...]:
    """The numbers that an edit may not touch: all but an indefinite one (一个, “a few hundred”)."""
    return tuple(
        each
        for each in found
        if not each.is_soft or (each.value.denominator == 1 != each.value and each.kind != "code")
    )


def _measuring(found: Sequence[Number], text: str) -> tuple[Number, ...]:
    """The numbers whose unit tells something: also “one” of 一周 and 一小时, but not of 一个."""
    measured = {
        each.number.start
        for each in units.of_numbers(text, tuple(found))
        if "duration" in each.dimensions or "digital" in each.dimensions
    }
    certain = {each.start for each in _certain(found)}
    return tuple(each for each in found if each.start in certain or each.start in measured)


def _pairs(left: Sequence[Number], right: Sequence[Number], text: str, other: str) -> Iterable[Danger]:
    rest = list(right)
    for one in left:
        two = next((each for each in rest if each.kind == one.kind), rest[0] if rest else None)
        if two is not None:
            rest.remove(two)
        yield Danger(_kind(one, text), _shown(one), _shown(two) if two else "")
    for two in rest:
        yield Danger(_kind(two, other), "", _shown(two))


def _kind(number: Number, text: str) -> str:
    """What a number counts: 5号 is a day only behind its month, elsewhere a room or a line."""
    if number.kind == "day" and text[number.end : number.end + 1] in _NUMBERED:
        return "date" if text[: number.start].rstrip()[-1:] == "月" else "number"
    return "date" if number.kind in ("year", "month", "day", "time") else "number"


_NUMBERED = ("号", "號")


def _shown(number: Number) -> str:
    return number.surface if len(number.surface) < 24 else show(number.value)


def _turned(pairs: Sequence[tuple[Number, Number]]) -> Iterable[Danger]:
    """Numbers that changed places."""
    ordered = sorted(pairs, key=lambda pair: pair[0].start)
    olds = [one for one, _ in ordered]
    news = sorted((two for _, two in ordered), key=lambda number: number.start)
    changed = [(one, two) for one, two in zip(olds, news, strict=True) if one.key != two.key and not one.is_soft]
    if changed:
        yield Danger(
            "number", ", ".join(_shown(one) for one, _ in changed[:3]), ", ".join(_shown(two) for _, two in changed[:3])
        )


def _units(
    pairs: Sequence[tuple[Number, Number]], ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterable[Danger]:
    """Units that changed beside a number that did not."""
    by_old = {each.number.start: each for each in ours}
    by_new = {each.number.start: each for each in theirs}
    olds: dict[object, list[Quantity | None]] = {}
    news: dict[object, list[Quantity | None]] = {}
    for one, two in pairs:
        olds.setdefault(one.key, []).append(by_old.get(one.start))
        news.setdefault(one.key, []).append(by_new.get(two.start))
    for key, group in olds.items():
        rest = list(news[key])
        for was in group:
            equal = [each for each in rest if (was is None) == (each is None) and _same_unit(was, each)]
            now = (equal or [each for each in rest if _same_unit(was, each)] or rest)[0]
            rest.remove(now)
            if not _same_unit(was, now):
                yield Danger("unit", was.unit if was else "", now.unit if now else "")


def _units_of_digits(old: str, new: str) -> Iterable[Danger]:
    """The first unit behind digits that changed while the digits stayed, whatever they belong to."""
    ours, theirs = units.of_digits(old), units.of_digits(new)
    if len(ours) == len(theirs):
        for (digits, was, meanings), (others, now, other_meanings) in zip(ours, theirs, strict=True):
            if digits == others and not meanings & other_meanings:
                yield Danger("unit", was, now)
                return


def _same_unit(one: Quantity | None, two: Quantity | None) -> bool:
    if one is None or two is None:
        other = one or two
        return other is None or all(name.startswith("count-") for name in other.dimensions)
    return bool(one.meanings & two.meanings) or one.unit == two.unit


def _markers(old: str, new: str, language: str) -> tuple[Danger, ...]:
    """Negations, quantifiers and comparison signs that one text has more of than the other."""
    ours, theirs = markers.read(old, language), markers.read(new, language)
    out = []
    for kind in ("negation", "quantifier", "comparison"):
        lost = _surplus(ours, theirs, kind)
        gained = _surplus(theirs, ours, kind)
        for index in range(max(len(lost), len(gained))):
            one = lost[index] if index < len(lost) else None
            two = gained[index] if index < len(gained) else None
            out.append(Danger(kind, *_marked(one, two, old, new)))
    return tuple(out)


def _surplus(ours: Sequence[Marker], theirs: Sequence[Marker], kind: str) -> list[Marker]:
    left = Counter(each.concept for each in theirs if each.kind == kind)
    out = []
    for each in ours:
        if each.kind == kind:
            if left[each.concept]:
                left[each.concept] -= 1
            else:
                out.append(each)
    return out


def _marked(one: Marker | None, two: Marker | None, old: str, new: str) -> tuple[str, str]:
    """The texts of a changed marker; where 没有 became 有, that says more than a dash."""
    shown = (one.text if one else "", two.text if two else "")
    if shown[0] in ("没有", "沒有") and not shown[1] and new.count("有") >= old.count("有"):
        return shown[0], "有"
    if shown[1] in ("没有", "沒有") and not shown[0] and old.count("有") >= new.count("有"):
        return "有", shown[1]
    return shown


_ADDRESS = re.compile(f"{URL}|{HOST}|{MAIL}", re.ASCII)
_LATIN = re.compile(r"[A-Za-zÀ-ɏΑ-ω][A-Za-z0-9À-ɏΑ-ω_]*(?:[-./+][A-Za-z0-9_]+)*")
_CODE = re.compile(r".*(?:[0-9_]|[a-z][A-Z]|[A-Z].*[A-Z]).*")


def _names(old: str, new: str, language: str) -> tuple[Danger, ...]:
    """Latin names, codes and addresses that differ; of English only what is no plain word."""
    tongue = markers.tongue(old + new, language)
    ours, theirs = _latin(_without_units(old, language), tongue), _latin(_without_units(new, language), tongue)
    lost, gained = list((ours - theirs).elements()), list((theirs - ours).elements())
    for one in tuple(lost):
        slip = next((two for two in gained if _is_slip(one, two)), None)
        if slip is not None:
            lost.remove(one)
            gained.remove(slip)
    out = []
    for index in range(max(len(lost), len(gained))):
        one = lost[index] if index < len(lost) else ""
        two = gained[index] if index < len(gained) else ""
        out.append(Danger("name", one, two))
    return tuple(out)


def _is_slip(one: str, two: str) -> bool:
    """Whether two words differ by case, or as a slip of the pen does inside a long plain word.

    A letter too many or too few, or two letters turned: not a letter for another (dsDNA, ssDNA),
    and not at an end (symptomatic, asymptomatic).
    """
    if one.lower() == two.lower():
        return not (one.isupper() or two.isupper()) or len(one) > 5
    if min(len(one), len(two)) < 8 or not (one[1:].islower() and two[1:].islower() and one.isalpha() and two.isalpha()):
        return False
    if one[:2].lower() != two[:2].lower() or one[-1] != two[-1]:
        return False
    if len(one) == len(two):
        wrong = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
        return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == two[wrong[1]] != two[wrong[0]]
    short, long = sorted((one, two), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(2, len(long) - 1))


def _without_units(text: str, language: str) -> str:
    """The text without its quantities: that a unit changed is said elsewhere."""
    for each in reversed(units.read(text, language)):
        text = f"{text[: each.number.end]} {text[each.end :]}" if each.end > each.number.end else text
    return text


def _latin(text: str, tongue: str) -> Counter[str]:
    addresses = [each.group().rstrip(".,;)") for each in _ADDRESS.finditer(text)]
    rest = _ADDRESS.sub(" ", text)
    names = []
    for found in _LATIN.finditer(rest):
        word = found.group()
        before = rest[: found.start()].rstrip(" \"'“‘(（「『*_`")
        is_opening = not before or before[-1] in ".!?:。！？：\n"
        if tongue != "en" or _CODE.fullmatch(word) or (word[0].isupper() and not is_opening):
            names.append(word)
    return Counter([*addresses, *names])
