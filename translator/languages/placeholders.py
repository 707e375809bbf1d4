"""Whether the placeholders of two texts stand in an order that says the same.

`{0}` and `{1}` may change places, as words do: `{1} 中的 {0}` is “{0} in {1}”. What stands beside each
tells whether it took its surroundings along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.verbatim import fold

_TOLD = re.compile(
    r"%[0-9]{1,3}\$[#0 +-]*[0-9]*(?:\.[0-9]+)?(?:hh|h|ll|l|z|j|t)?[A-Za-z@]|%\([A-Za-z_][A-Za-z0-9_.]{0,60}\)[a-z]"
    r"|\$?\{\{? ?[A-Za-z0-9_][A-Za-z0-9_.]{0,60}(?:[:!][^{}\s]{0,40})? ?\}\}?"
    r"|<(?!br[0-9])[a-z]{1,8}[1-9][0-9]{0,3}/>",
    re.ASCII,
)
_ANY = re.compile(_TOLD.pattern + r"|%[sdi](?![A-Za-z0-9])", re.ASCII)
_REACH = 16
_CLEARLY = 3
_FIRMLY = 2
_CLAUSE_END = re.compile(r"[。；！？\n]|[.;!?](?= |$)")
_SENTENCE_END = re.compile(r"[。！？\n]|[.!?](?= |$)")
_LIST = re.compile(r"\W*(?:and|or|和|与|與|及|或|と|や|か)?\W*")
# Where the words of one placeholder end and those of the next begin: behind a particle of Japanese or
# a place word of Chinese, before a preposition or verb.
_JOINT = re.compile(
    r"(?<=[にをがはで、，])(?![はもよてつきけ])|(?<=から|より|まで)|(?<=[和与與或])"
    r"|(?=[在从從由有比把被到是将將与與和或需])|(?<=[中里裡内內上下])(?![容部面])"
    r"|(?<= )(?=(?:in|on|at|of|from|to|by|for|with|as|under|since|over|and|or|not|is|was|were|has|have|are|because|than) )",
)
_MARK_BEFORE = re.compile(r"(<[^<>]{1,200}>|[^\w\s<>])\s*$")
_MARK_BEHIND = re.compile(r"\s*(<[^<>]{1,200}>|[^\w\s<>])")
_ATTRIBUTE = re.compile(r"([a-z-]+=)[\"']?[^\"'<>]*$")
_TAG = re.compile(r"</?[A-Za-z0-9]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_QUOTES = dict.fromkeys("“”‘’「」『』《》〈〉'\"`", '"') | {
    "，": ",",
    "、": ",",
    "。": ".",
    "：": ":",
    "【": "[",
    "】": "]",
}
_ENTITY = re.compile(r"&#82(?:1[67]|2[01]);")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder that names its value, with its span, half-open."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What stands beside a placeholder: the next mark on each side, concepts, and Latin words."""

    before: str
    behind: str
    concepts: frozenset[str]
    latin: frozenset[str]


def read(text: str) -> tuple[Placeholder, ...]:
    """The placeholders that name their value, in order: `%1$s`, `%(name)s`, `{0}`, `<img1/>`.

    >>> [each.name for each in read("%1$s / {name} %s")]
    ['%1$s', '{name}']
    """
    if "{" not in text and "%" not in text and "/>" not in text:
        return ()
    return tuple(
        Placeholder(match.group().replace(" ", ""), match.start(), match.end()) for match in _TOLD.finditer(text)
    )


def turned(source: str, target: str) -> tuple[Placeholder, Placeholder] | None:
    """The first two placeholders of the target that changed places, and left their surroundings.

    >>> found = turned("从 {0} 升级到 {1}", "upgrade from {1} to {0}")
    >>> found and [each.name for each in found]
    ['{1}', '{0}']
    >>> turned("{1} 中的 {0}", "{0} in {1}") is None
    True
    """
    ours, theirs = read(source), read(target)
    if len(ours) < 2 or len(theirs) < 2:
        return None
    counts = (Counter(each.name for each in ours), Counter(each.name for each in theirs))
    shared = [each for each in ours if counts[0][each.name] == counts[1][each.name] == 1]
    by_name = {each.name: each for each in theirs}
    partners = [by_name[each.name] for each in shared]
    return _exchanged(source, target, shared, partners)


def _exchanged(
    source: str, target: str, shared: Sequence[Placeholder], partners: Sequence[Placeholder]
) -> tuple[Placeholder, Placeholder] | None:
    ours, theirs = _around(source, shared), _around(target, partners)
    around = [(ours[one.start], theirs[two.start]) for one, two in zip(shared, partners, strict=True)]
    for index in range(len(shared)):
        for other in range(index + 1, min(len(shared), index + 6)):
            one, two = around[index], around[other]
            straight = _likeness(one[0], one[1]) + _likeness(two[0], two[1])
            crossed = _likeness(one[0], two[1]) + _likeness(two[0], one[1])
            if partners[index].start < partners[other].start:
                if crossed >= straight + _CLEARLY:
                    return partners[index], partners[other]
                continue
            places = (shared[index], shared[other]), (partners[other], partners[index])
            if crossed > straight or (crossed + _bound(source, target, *places) >= straight):
                return partners[other], partners[index]
    return None


_ROLES = frozenset(
    {"from", "to", "in", "of", "by", "for", "with", "as", "because", "after", "before", "over", "without"}
)


def _bound(
    source: str,
    target: str,
    ours: tuple[Placeholder, Placeholder],
    theirs: tuple[Placeholder, Placeholder],
) -> float:
    """How firmly the order of two is bound: in a list or in two sentences it is, but words may stand
    about them that languages put at different ends (中, “of”, ため)."""
    sides = ((source, ours), (target, theirs))
    between = [_ENTITY.sub('"', fold(text[one.end : two.start])) for text, (one, two) in sides]
    if all(_LIST.fullmatch(each) for each in between) or all(_SENTENCE_END.search(each) for each in between):
        return _FIRMLY
    is_related = all(
        _concepts(fold(text[max(0, one.start - 8) : one.start]), fold(text[one.end : two.end + 8]))[0] & _ROLES
        for text, (one, two) in sides
    )
    return -1 if is_related else 0


def _around(text: str, wanted: Sequence[Placeholder]) -> dict[int, _Surroundings]:
    """What stands beside each of the wanted placeholders, by where they start."""
    held, starts = read(text), {each.start for each in wanted}
    return {each.start: _surroundings(text, at, held) for at, each in enumerate(held) if each.start in starts}


def _surroundings(text: str, at: int, held: Sequence[Placeholder]) -> _Surroundings:
    """What stands beside the placeholder of an index."""
    one = held[at]
    before = _near(text, held[at - 1].end if at else 0, one.start)
    behind = _near(text, one.end, held[at + 1].start if at + 1 < len(held) else len(text))
    left = before[-1][-_REACH:] if before else ""
    right = behind[0][:_REACH] if behind else ""
    concepts, latin = _concepts(left, right)
    return _Surroundings(_mark(left, _MARK_BEFORE), _mark(right, _MARK_BEHIND), concepts, latin)


def _near(text: str, start: int, end: int) -> list[str]:
    """The stretch between two placeholders, parted where the words of one end."""
    piece = _ENTITY.sub('"', fold(text[start:end]))
    return [each for part in _CLAUSE_END.split(piece) for each in _JOINT.split(part)]


def _mark(piece: str, pattern: re.Pattern[str]) -> str:
    if pattern is _MARK_BEFORE:
        attribute = _ATTRIBUTE.search(piece)
        if attribute:
            return attribute[1]
        if not piece.strip():
            return "^"
    elif not piece.strip():
        return "$"
    found = pattern.search(piece) if pattern is _MARK_BEFORE else pattern.match(piece)
    if found is None:
        return ""
    tag = _TAG.match(found[1])
    return tag[0] if tag else _QUOTES.get(fold(found[1]), fold(found[1]))


def _concepts(before: str, behind: str) -> tuple[frozenset[str], frozenset[str]]:
    """(concepts of the words on both sides, Latin words that are none of them)."""
    found: set[str] = set()
    latin: set[str] = set()
    for piece, side in ((before, "<"), (behind, ">")):
        table, pattern = _table(side)
        taken = []
        for match in pattern.finditer(piece):
            found.update(table[match.group().lower()])
            taken.append(match.group().lower())
        latin.update(word for word in (each.lower() for each in _LATIN.findall(piece)) if word not in taken)
    return frozenset(found), frozenset(latin)


@lru_cache(maxsize=2)
def _table(side: str) -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """(concepts by word, a pattern for all words) of one side."""
    concepts: dict[str, list[str]] = {}
    for line in data_lines("placeholder_neighbours.txt"):
        concept, where, words = line.split("\t")
        if where in ("=", side):
            for word in words.split(" "):
                concepts.setdefault(word, []).append(concept)
    latin = [word for word in concepts if word.isascii()]
    other = [word for word in concepts if not word.isascii()]
    pattern = rf"(?<![A-Za-z])(?i:{alternation(latin)})(?![A-Za-z])|{alternation(other)}"
    return {word: tuple(each) for word, each in concepts.items()}, re.compile(pattern)


def _likeness(one: _Surroundings, two: _Surroundings) -> float:
    """How much the surroundings of two placeholders have in common."""
    marks = sum(
        2.0 if a not in "^$" else 0.5 for a, b in ((one.before, two.before), (one.behind, two.behind)) if a and a == b
    )
    return marks + 2 * len(one.concepts & two.concepts) + 2 * len(one.latin & two.latin)
