"""Translations that stand beside the wrong source: of another entry, or about something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from translator import inline
from translator.catalog import Catalog, Entry, Key
from translator.checks._evidence import Evidence
from translator.checks._extent import extent
from translator.checks._language import is_same
from translator.checks._prose import hide
from translator.checks._subject import CatalogSubject, Pair
from translator.checks._substance import Substance, likeness, substance
from translator.checks._value import Context, Fault, check
from translator.errors import shorten
from translator.languages import numbers, opposites
from translator.languages.candidates import characters

_LEAST_TARGET = 4.0
"""The extent from which a translation is too telling to be right for two sources by chance."""
_LEAST_SHORT = 2.0
"""The extent from which a translation says anything that two terms of several words would not share by chance."""
_OTHER = 0.34
"""The part of the smaller source up to which two sources say something else."""
_UNLIKE, _ALIKE = 0.67, 0.85
"""The part of the larger source up to which they do not say the same: in shorter and in longer texts."""
_MOST = 12
"""How many sources of one translation are compared with each other."""
_DOUBT = 0.25
"""The difference of two fits below which either of two sources may be the one that a translation belongs to."""
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class _Sharing:
    """Two entries with one translation, the one less likely to be its own first."""

    entry: Entry
    other: Entry
    likeness: float
    extent: float
    """How much the translation says."""
    is_doubted: bool = False
    """Whether the translation may as well be the entry's own."""

    @property
    def is_error(self) -> bool:
        """Whether the sources share nothing, and the translation says too much to be right for both."""
        return self.likeness <= _OTHER and self.extent >= _LEAST_TARGET

    @property
    def fault(self) -> Fault:
        """What is told at the entry."""
        says = "says something else" if self.is_error else "does not say the same"
        doubt = ": one of the two is wrong" if self.is_doubted else ""
        told = f"the same translation as of “{shorten(self.other.source, 50)}”, which {says}{doubt}"
        return Fault(told, (0, len(self.entry.target)), key=self.entry.key)


@check("wrong-pair", severity="error", scope="catalog")
def wrong_pair(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """The translation of another entry stands here: two sources that share nothing have one target.

    Short texts are free (OK and Confirm are both 确定), as are sources that differ in form, wording or
    number alone. Told at the entry that the translation fits less: by names, numbers, ideographs, what
    other entries make of the same words, and length; at both where that leaves a doubt.

    Bad: `自己免疫肝炎は安定。` → `Medication was tapered.`, beside `投薬は漸減。` → `Medication was tapered.`
    Good: `無法刪除檔案` → `File could not be deleted`, beside `檔案刪除失敗` → `File could not be deleted`
    """
    for each in _sharings(subject):
        if each.is_error:
            yield each.fault


@check("repeated-translation", severity="warning", scope="catalog")
def repeated_translation(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Two sources that differ in more than wording have one translation.

    What one of them says may be lost. Of short translations only those of terms in ideographs are told
    that share none: `追踪期间` and `结果` are not both `Conclusion`.

    Bad: `通常療法抵抗性 SLE に有効` and `臍帯由来 MSC は通常療法に有効` → `Effective beside conventional therapy`
    Good: `出错了，请重试` and `发生错误，请重试` → `Something went wrong; please try again`
    """
    for each in _sharings(subject):
        if not each.is_error:
            yield each.fault


def _sharings(subject: CatalogSubject) -> tuple[_Sharing, ...]:
    """Entries that share a translation although their sources are not alike, each told once."""
    if subject.catalog is None or subject.is_last:
        return ()
    found: tuple[_Sharing, ...] | None = subject.memory.get("sharings")
    if found is None:
        found = subject.memory["sharings"] = tuple(_found(subject.catalog, subject.tag))
    return found


def _found(catalog: Catalog, tag: str) -> Iterator[_Sharing]:
    entries = [
        each
        for each in catalog.live()
        if each.is_filled and not each.is_fuzzy and each.plural is None and each.target != inline.EMPTY
    ]
    groups: dict[str, dict[str, Entry]] = {}
    for each in entries:
        groups.setdefault(_MARKS.sub("", each.target).lower(), {}).setdefault(each.source, each)
    evidence: Evidence | None = None
    for group in groups.values():
        if len(group) == 1:
            continue
        size = extent(hide(next(iter(group.values())).target), tag)
        found = list(_unlike(tuple(group.values())[:_MOST], size))
        if found:
            evidence = evidence or Evidence(entries, tag)
            yield from _blamed(found, evidence, size)


def _unlike(group: Sequence[Entry], size: float) -> Iterator[tuple[Entry, Entry, float]]:
    """The entries of a group whose sources do not say the same, by couples, with their likeness."""
    if size < _LEAST_SHORT:
        return
    for one, two in combinations(group, 2):
        first, second = substance(one.source), substance(two.source)
        close = likeness(first, second)
        if _is_unlike(first, second, close) if size >= _LEAST_TARGET else _are_other_terms(first, second):
            yield one, two, close


def _are_other_terms(one: Substance, two: Substance) -> bool:
    """Whether two terms in ideographs share none, and one is of several words: 追踪期间 and 结果, not 取消 and 中止."""
    few, many = sorted((len(one.han), len(two.han)))
    is_written = not (one.has_kana or two.has_kana or one.words or two.words)
    return is_written and few >= 2 and many >= 4 and not one.han & two.han


def _is_unlike(one: Substance, two: Substance, close: float) -> bool:
    """Whether two sources do not say the same, and hold enough for that to be seen."""
    least, most = sorted((one.weight, two.weight))
    if close <= _OTHER:
        if one.has_kana != two.has_kana:
            # Japanese writes in kana what Chinese writes in ideographs: these alone are compared.
            few, many = sorted((len(one.han), len(two.han)))
            return few >= 4 and many >= 6 and not one.han & two.han
        return least >= 2.0
    apart = one.shared(two) / most
    return apart <= (0.5 if least < 3.0 else _UNLIKE if least < 3.5 else _ALIKE)


def _blamed(found: Sequence[tuple[Entry, Entry, float]], evidence: Evidence, size: float) -> Iterator[_Sharing]:
    conflicts = Counter(key for one, two, _ in found for key in (one.key, two.key))
    told: set[Key] = set()
    for one, two, close in sorted(found, key=lambda each: each[2]):
        if one.key in told or two.key in told:
            continue
        more, less = conflicts[one.key], conflicts[two.key]
        lead = float(less - more) if less != more else evidence.lead(one, two)
        wrong, right = (two, one) if lead > 0 else (one, two)
        told.add(wrong.key)
        yield _Sharing(wrong, right, close, size)
        if size < _LEAST_TARGET or (abs(lead) < _DOUBT and close <= _OTHER):
            told.add(right.key)
            yield _Sharing(right, wrong, close, size, is_doubted=True)


def _is_in_ideographs(pair: Pair, context: Context) -> bool:
    """Whether both texts are in Chinese or Japanese, and not the same."""
    is_written = pair.tag[:2] in _IDEOGRAPHIC and pair.source_tag[:2] in _IDEOGRAPHIC
    return is_written and not (pair.is_empty or pair.is_copy)


@check("unrelated-translation", severity="warning", needs=_is_in_ideographs)
def unrelated_translation(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation shares no ideograph with its source: it seems to belong to another text.

    Between Chinese and Japanese, and between two forms of one language, a translation of any length
    keeps some. Characters count as one in all their forms (療 疗, 検 检).

    Bad: `自己免疫肝炎は安定であった` → `用药逐渐减量后停止`
    Good: `自己免疫肝炎は安定であった` → `自身免疫性肝炎保持稳定`
    """
    if not _is_in_ideographs(pair, context):
        return
    if _has_ideograph("".join(characters(pair.source_prose) & characters(pair.target_prose))):
        return
    ours, theirs = substance(pair.source), substance(pair.target)
    if ours.shared(theirs):
        return
    if is_same(pair.source_tag, pair.tag):
        is_told = min(len(ours.han), len(theirs.han)) >= 3
    else:
        text, japanese, chinese = (
            (pair.source, ours, theirs) if pair.source_tag == "ja" else (pair.target, theirs, ours)
        )
        # What Japanese says in katakana Chinese says in ideographs: a text with many of them shares few.
        is_told = (
            len(japanese.han) >= 6 and len(chinese.han) >= 4 and len(_KATAKANA.findall(text)) * 4 <= len(japanese.han)
        )
    if is_told and not _say_alike(pair):
        yield Fault("the translation has nothing in common with the source", (0, len(pair.target)))


def _say_alike(pair: Pair) -> bool:
    """Whether two texts name one thing by words that share no character: 腹泻 and 下痢, or one number: 一千, 1,000."""
    if opposites.hints(pair.source_prose, pair.source_tag) & opposites.hints(pair.target_prose, pair.tag):
        return True
    ours, theirs = (
        {each.value for each in numbers.read(text) if not each.is_soft} for text in (pair.source, pair.target)
    )
    return not ours.isdisjoint(theirs)


_has_ideograph = re.compile("[\u4e00-\u9fff]").search
_IDEOGRAPHIC = ("zh", "ja")
_KATAKANA = re.compile("[\u30a1-\u30fa]")
