"""What a source and one translation of it agree in, and another translation says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.catalog import Key
from translator.checks._extent import extent, ratio
from translator.checks._prose import hide
from translator.checks._subject import ProjectSubject, Variant
from translator.checks._value import Context, Fault, check
from translator.languages import markers, votes
from translator.languages.texts import Texts, members
from translator.languages.votes import Said, Vote
from translator.languages.whole import whole

_APART = 0.3
"""How far the extents of a source and the other translation may lie apart, as a logarithm, for both to be a measure."""
_LESS, _MORE = 0.4, 0.45
"""How much less or more a translation says than both, as a logarithm."""
_SENTENCE = 0.35
"""How much more it says where it has one sentence more."""
_LEAST = 20
"""The extent of the shorter of them, in characters of Chinese, from which on extents are compared."""
_SHORT = 6
"""The extent that the longer text has at least."""
_AT_ONCE = 500
"""So many sources are looked through together."""


@check("outvoted-translation", severity="error", scope="project")
def outvoted_translation(subject: ProjectSubject, context: Context) -> Iterator[Fault]:
    """A translation denies what the source and the translation into another language affirm, or affirms what both deny.

    Told where all three speak of the same act or state, and neither of the two may be read otherwise. Both of the
    others must be in languages of their own.

    Bad: `不要自行拆线` → `ご自分で抜糸をしてください`, beside `do not remove the stitches yourself` in en
    Good: `不要自行拆线` → `ご自分で抜糸をしないでください`, beside `do not remove the stitches yourself` in en
    """
    yield from (fault for fault, is_sure in _judged(subject) if is_sure)


@check("lone-wording", severity="warning", scope="project")
def lone_wording(subject: ProjectSubject, context: Context) -> Iterator[Fault]:
    """What the source and the translation into another language both say is missing, or is said in one locale alone.

    Looked for are words that each language has and few leave out (“immediately”, “about 5”, “at least”, “only”,
    “if”, “except”, “yourself”), and how much the texts say: a clause or sentence that one locale alone has or lacks.
    Of what two others agree in, one source alone is often no proof; so this is told beside the checks of entries.

    Bad: `请立即拨打120` → `120番に電話してください`, beside `Call 120 immediately` in en
    Good: `请立即拨打120` → `すぐに120番に電話してください`, beside `Call 120 immediately` in en
    """
    yield from (fault for fault, is_sure in _judged(subject) if not is_sure)


@dataclass(frozen=True, slots=True)
class _Three:
    """A source and its translations into two other languages, of which the first is judged."""

    key: Key
    source: Said
    target: Said
    other: Said
    locales: tuple[str, str]


def _judged(subject: ProjectSubject) -> tuple[tuple[Fault, bool], ...]:
    """What is found, and whether it is sure: one fault at most for a source and a locale."""
    found: tuple[tuple[Fault, bool], ...] | None = subject.memory.get("outvoted")
    if found is None:
        found = subject.memory["outvoted"] = tuple(_found(subject))
    return found


def _found(subject: ProjectSubject) -> Iterator[tuple[Fault, bool]]:
    by_tongue: dict[tuple[str, str, str], list[_Three]] = {}
    for key, variants in subject.sources.items():
        for each in _threes(key, variants):
            by_tongue.setdefault((each.source.tongue, each.target.tongue, each.other.tongue), []).append(each)
    told: set[tuple[Key, str]] = set()
    for tongues, all_threes in by_tongue.items():
        for start in range(0, len(all_threes), _AT_ONCE):
            threes = all_threes[start : start + _AT_ONCE]
            texts = [Texts([getattr(each, word).text for each in threes]) for word in ("source", "target", "other")]
            may = set(members(votes.among(texts, tongues)))
            for number, each in enumerate(threes):
                if (each.key, each.locales[0]) in told:
                    continue
                vote = votes.outvoted(each.source, each.target, each.other) if number in may else None
                fault = _said_alone(each, vote) if vote is not None else _uneven(each)
                if fault is not None:
                    told.add((each.key, each.locales[0]))
                    yield fault, vote is not None and vote.is_sure


def _threes(key: Key, variants: Sequence[Variant]) -> Iterator[_Three]:
    """Every translation of a source beside every other one into another language; copies vote for nobody."""
    source = key[1]
    own = {markers.tongue(source, each.tag) for each in variants if each.target == source}
    if len(own) > 1:
        return
    ours = Said(hide(source), next(iter(own), markers.tongue(source)))
    said = [(each.locale, Said(hide(each.target), markers.tongue(each.target, each.tag))) for each in variants]
    for locale, target in said:
        for beside, other in said:
            if other.tongue not in (ours.tongue, target.tongue) and ours.text not in (target.text, other.text):
                yield _Three(key, ours, target, other, (locale, beside))


def _said_alone(three: _Three, vote: Vote) -> Fault:
    """What a vote is told as."""
    shown = [
        "" if span is None else f"“{each.text[slice(*_whole(each, span))]}”"
        for each, span in ((three.source, vote.source), (three.target, vote.target), (three.other, vote.other))
    ]
    locale, beside = three.locales
    if not shown[0]:
        message = f"{shown[1]} is said in {locale} alone, neither in the source nor in {beside}"
    elif vote.is_sure:
        where = f" ({shown[1]})" if shown[1] else ""
        message = f"the source ({shown[0]}) and {beside} ({shown[2]}) agree, {locale} says the opposite{where}"
    else:
        message = f"the source says {shown[0]} and {beside} {shown[2]}, {locale} nothing like it"
    span = None if vote.target is None else _whole(three.target, vote.target)
    return Fault(message, span, key=three.key, locale=locale, source_span=vote.source)


def _whole(said: Said, span: tuple[int, int]) -> tuple[int, int]:
    return whole(said.text, *span, language=said.tongue)


def _uneven(three: _Three) -> Fault | None:
    """The translation that says much less, or more, than the source and another one."""
    ours, its, theirs = (extent(each.text, each.tongue) for each in (three.source, three.target, three.other))
    less, more = sorted((ratio(ours, its), ratio(theirs, its)))
    locale, beside = three.locales
    if abs(ratio(ours, theirs)) < _APART and min(ours, theirs) > _LEAST and (more < -_LESS or less > _MORE):
        word = "less" if more < 0 else "more"
        return Fault(f"{locale} says much {word} than the source and {beside}", key=three.key, locale=locale)
    if its > _SHORT and less > _SENTENCE:
        one, two, last = (_sentences(each.text) for each in (three.source, three.target, three.other))
        if one == last < two:
            message = f"{locale} has {two} sentences, the source and {beside} {one}"
            return Fault(message, key=three.key, locale=locale)
    return None


def _sentences(text: str) -> int:
    """How many sentences a text has; the number of an item is none."""
    return len(_BETWEEN.findall(_ITEM.sub("", text).rstrip())) + 1


_ITEM = re.compile(r"^\s*[（(]?[0-9A-Za-z]{1,3}[.)）．、]\s*")
_BETWEEN = re.compile(r"[。！？!?](?=.)|[.](?=\s+[A-Z“\"])")
