"""What the words of the long lists may mean in many texts: each text is run through once for all of the lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from translator.languages import markers, misnamed, named, opposites
from translator.languages.candidates import Hints
from translator.languages.texts import Texts


@cache
def _shift() -> int:
    """How many bits the concepts of markers take: those of opposites stand above them."""
    return (markers.bits("quantifier") | markers.bits("comparison")).bit_length()


@cache
def _things() -> int:
    """How many bits stand below those of things."""
    return _shift() + max(opposites.sides().values()).bit_length()


@cache
def _sides() -> int:
    """The bits of opposites, once they stand lowest."""
    return (1 << (_things() - _shift())) - 1


@cache
def _hints(tongue: str) -> Hints:
    """The words of all lists; of English opposites and things, whose beginnings stand for many, none."""
    told = list(markers.told(tongue))
    if tongue != "en":
        told += [(word, bit << _shift()) for word, bit in opposites.told(tongue)]
        told += [(word, bit << _things()) for word, bit in misnamed.told(tongue)]
    return Hints(told)


def _begun(word: str) -> int:
    return opposites.begun(word) << _shift() | misnamed.begun(word) << _things()


def _plain_i(text: str) -> str:
    """The text in lower case as long as it is: İ alone changes its length there."""
    return text.replace("İ", "I")


def hinted(texts: Texts, tongue: str) -> Sequence[int]:
    """What the words of each text may mean: the bits of `markers.hints`, above them those of `opposites.hints`, then `misnamed.bits`."""
    plain = texts.prose
    found, read = plain.hinting(_hints(tongue)), plain
    if odd := plain.holding("İ"):
        # The two lists take it for another letter.
        read = plain.changed(odd, _plain_i)
        found = [one | two for one, two in zip(found, read.hinting(_hints(tongue)), strict=True)]
    if tongue != "en":
        return found
    return [one | two for one, two in zip(found, read.meaning(_begun), strict=True)]


def saying(kind: str, texts: Texts, tongue: str) -> int:
    """The texts that may have markers of a kind."""
    wanted = markers.bits(kind)
    return texts.where([each & wanted for each in hinted(texts, tongue)])


def differing(kind: str, sources: Texts, targets: Texts, tongues: tuple[str, str]) -> int:
    """The texts of which `markers.may_differ` is true."""
    wanted = markers.bits(kind)
    found = zip(hinted(sources, tongues[0]), hinted(targets, tongues[1]), strict=True)
    return sources.where(
        [
            (ours := one & wanted) and (theirs := two & wanted) and (both := ours | theirs) & (both - 1)
            for one, two in found
        ]
    )


def sided(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> Sequence[tuple[int, int]]:
    """What `opposites.hints` tells of each text and its translation."""
    shift, sides = _shift(), _sides()
    found = zip(hinted(sources, tongues[0]), hinted(targets, tongues[1]), strict=True)
    return [(one >> shift & sides, two >> shift & sides) for one, two in found]


def misnaming(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> int:
    """The texts in whose translation a thing may have become another of its kind."""
    shift, may_differ = _things(), misnamed.may_differ
    found = zip(hinted(sources, tongues[0]), hinted(targets, tongues[1]), strict=True)
    return sources.where(
        [(ours := one >> shift) and (theirs := two >> shift) and may_differ(ours, theirs) for one, two in found]
    )


def turning(sides: Iterable[tuple[int, int]]) -> list[int]:
    """The places of the texts in whose translation a word may have become its opposite."""
    opposed = opposites.opposed
    return [at for at, (ours, theirs) in enumerate(sides) if ours and theirs and theirs & opposed(ours)]


def losing(sides: Iterable[tuple[int, int]]) -> list[int]:
    """The places of the texts whose translation may not name all the things that they name."""
    may_lose = named.may_lose
    return [at for at, (ours, theirs) in enumerate(sides) if ours and may_lose(ours, theirs)]
