"""What two texts say alike and a third does not: a source and one translation against the translation into another language.

Which words are chosen is a translator's freedom, and two of three often choose the same. What is judged here are a denial of
what the third affirms, and words like “only”, “about”, “immediately”, “if” that every language has and few leave out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.languages import denials, negatives, polarity, predicates, promises
from translator.languages.texts import Texts
from translator.languages.turned import TURNED, says_the_same

Span = tuple[int, int]
_LONGEST, _DENSEST = 220, 130
"""In longer texts together, with English and without, one of them may say a thing in other words."""
LOST = (
    "bound", "about", "limit", "possible", "urgent", "slight", "almost", "each", "exception", "condition", "must", "own",
    "gradual", "mainly", "usually", "temporary", "advance", "regardless", "regular",
)  # fmt: skip
"""What a translation may lose, by the words of `promises.txt` and `agreed.txt`."""
ADDED = ("bound", "limit", "possible", "urgent", "almost", "first", "mainly", "temporary", "regardless")
"""What it may add."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text and its language (zh, ja or en)."""

    text: str
    tongue: str


@dataclass(frozen=True, slots=True)
class Vote:
    """The words of two texts that are against the third, and its own; None where a text has no such word."""

    source: Span | None
    other: Span | None
    target: Span | None
    is_sure: bool = False


def outvoted(source: Said, target: Said, other: Said) -> Vote | None:
    """The first thing that `source` and `other` agree in and `target` does not say, or says alone.

    >>> outvoted(Said("请立即停药", "zh"), Said("服用を中止する", "ja"), Said("Stop immediately", "en"))
    Vote(source=(1, 3), other=(5, 16), target=None, is_sure=False)
    """
    if not (_is_short(source, target) and _is_short(other, target)):
        return None
    return _denied(source, target, other) or _lost(source, target, other) or _added(source, target, other)


def _is_short(one: Said, two: Said) -> bool:
    return len(one.text) + len(two.text) <= (_LONGEST if "en" in (one.tongue, two.tongue) else _DENSEST)


def among(texts: Sequence[Texts], tongues: Sequence[str]) -> int:
    """Of many sources, their translations and the others, the places of those of which `outvoted` may tell anything."""
    ours, its, theirs = texts
    found = 0
    for each, tongue in zip(texts, tongues, strict=True):
        found |= denials.denying(each, tongue) | negatives.having(each, tongue)
    for kind in LOST:
        both = promises.saying((kind,), ours, tongues[0])
        found |= both and both & promises.saying((kind,), theirs, tongues[2])
    return found | promises.saying(ADDED, its, tongues[1])


def _lost(source: Said, target: Said, other: Said) -> Vote | None:
    for kind in LOST:
        ours = promises.place(kind, "told", source.text, source.tongue)
        if ours is None or _knows(target, kind):
            continue
        if (theirs := promises.place(kind, "told", other.text, other.tongue)) is not None:
            return Vote(ours, theirs, None)
    return None


def _added(source: Said, target: Said, other: Said) -> Vote | None:
    for kind in ADDED:
        # English says “only as directed” where others ask for it.
        if kind == "limit" and target.tongue == "en":
            continue
        alone = promises.place(kind, "told", target.text, target.tongue)
        if alone is not None and not _knows(source, kind) and not _knows(other, kind):
            return Vote(None, None, alone)
    return None


def _knows(said: Said, kind: str) -> bool:
    return promises.place(kind, "known", said.text, said.tongue) is not None


def _denied(source: Said, target: Said, other: Said) -> Vote | None:
    """The denial that the target alone lacks or has, of what it affirms or the others do."""
    texts = (source, target, other)
    if any(TURNED.search(each.text) for each in texts):
        return None
    ours, its, theirs = map(_denials, texts)
    if ours and theirs and not its and not denials.may_stand(denials.unquoted(target.text)):
        if _affirms(target, source, ours[-1]) and _affirms(target, other, theirs[-1]):
            return Vote(ours[-1], theirs[-1], None, is_sure=True)
    elif (
        its
        and not ours
        and not theirs
        and not any(denials.may_stand(denials.unquoted(each.text)) for each in (source, other))
        and all(_affirms(each, target, its[-1]) for each in (source, other))
    ):
        return Vote(None, None, its[-1], is_sure=True)
    return _turned(texts)


def _denials(said: Said) -> Sequence[Span]:
    """Where a text has plain words for “not”; without any, what forbids by what it means: 不要, ご遠慮ください."""
    plain = denials.plain_spans(said.text, said.tongue)
    found = negatives.read(denials.unquoted(said.text), said.tongue) if not plain else ()
    return plain or [each.span for each in found if each.kind in _FORBIDDING]


_FORBIDDING = frozenset(("prohibition", "refusal", "denial"))


_MODAL = frozenset(
    ("leave", "obligation", "certainty", "chance", "future", "evidence", "advice", "order", "sequence", "lapse")
)
"""Concepts whose opposite is just what a lost denial leaves: 不可 and “you may”; or that tell when, not what."""


def _affirms(said: Said, denying: Said, span: Span) -> bool:
    """Whether a text affirms what another denies by the word at a place."""
    if predicates.is_double(denying.text, span, tongue=denying.tongue) or says_the_same(said.text, denying.text):
        return False
    # “Take with food” is 请勿空腹服用.
    if predicates.are_opposites(said.text, denying.text, said.tongue, denying.tongue, beside=(None, span), but=_MODAL):
        return False
    return predicates.are_affirmed(denying.text, span, tongue=denying.tongue, other=said.text, other_tongue=said.tongue)


def _turned(texts: Iterable[Said]) -> Vote | None:
    """The act or state that two texts affirm, or deny, and the other one does not."""
    source, target, other = (polarity.signs(each.text, each.tongue) for each in texts)
    for concept, (sign, span) in source.items():
        its, here = target.get(concept, ("?", span))
        theirs, there = other.get(concept, ("?", span))
        if "?" not in (sign, its) and its != sign == theirs:
            return Vote(span, there, here, is_sure=True)
    return None
