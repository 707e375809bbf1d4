"""What stands beside a value in two languages: marks, markup, Latin names and common words.

Values that changed places have either moved with all that, as words do, or are in each other's place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translator.frozen import swift
from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.verbatim import fold

Span = tuple[int, int]

_REACH = 16
_CLEARLY = 3
_FIRMLY = 2
_CLAUSE_END = re.compile(r"[。；！？\n]|[.;!?](?= |$)")
_CLAUSE = re.compile(r"[，。；、！？]|[.,;!?](?= |$)")
_SENTENCE_END = re.compile(r"[。！？\n]|[.!?](?= |$)")
_LIST = re.compile(
    r"\W*(?:and|or|和|与|與|及|或|还是|還是|或者|以及|と|や|か|または|もしくは|あるいは|および|及び)?\W*"
)
# Where the words of one value end and those of the next begin: behind a particle of Japanese or
# a place word of Chinese, before a preposition or verb.
_JOINT = re.compile(
    r"(?=第)|(?<=[にをがはで、，])(?![はもよてつきけ])|(?<=から|より|まで)|(?<=[和与與或])"
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


@swift
@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What stands beside a value: the next mark on each side, concepts, and Latin words."""

    before: str
    behind: str
    concepts: frozenset[str]
    latin: frozenset[str]


def exchanged(
    source: str,
    target: str,
    couples: Sequence[tuple[Span, Span]],
    held: tuple[Sequence[Span], Sequence[Span]],
    *,
    vague: Container[int] = (),
    names: Sequence[str] = (),
) -> tuple[int, int] | None:
    """The indices of the first two couples that stand in each other's place, in the target's order.

    A couple is where one value stands in the source and in the target; couples come in the order of the
    source. `held` are the spans of all values of each text, in order. Two in another order than in the
    source need surroundings that are this much likelier crossed than straight; where they are as likely,
    a list or a sentence binds them, but for the couples of `vague`, whose partners are not certain. Two in the
    same order need clearly likelier ones. `names` may tell what each value is: `model_name` stands beside モデル.
    """
    around = [_around(text, spans) for text, spans in zip((source, target), held, strict=True)]
    own = [_named(name) for name in names] or [frozenset[str]()] * len(couples)
    for index, (ours, theirs) in enumerate(couples):
        for other in range(index + 1, min(len(couples), index + 6)):
            one = around[0](ours), around[1](theirs)
            two = around[0](couples[other][0]), around[1](couples[other][1])
            straight = _likeness(one[0], one[1]) + _likeness(two[0], two[1])
            crossed = _likeness(one[0], two[1]) + _likeness(two[0], one[1])
            straight += 2 * len(own[index] & one[1].concepts) + 2 * len(own[other] & two[1].concepts)
            crossed += 2 * len(own[index] & two[1].concepts) + 2 * len(own[other] & one[1].concepts)
            if theirs < couples[other][1]:
                if crossed >= straight + _CLEARLY:
                    return index, other
                continue
            if index in vague or other in vague:
                if crossed > straight + 1:
                    return other, index
                continue
            places = (ours, couples[other][0]), (couples[other][1], theirs)
            if crossed > straight or crossed + _bound(source, target, *places) >= straight:
                return other, index
    return None


def evidence(
    source: str, target: str, couples: Sequence[tuple[Span, Span]], held: tuple[Sequence[Span], Sequence[Span]]
) -> Callable[[int, int], tuple[float, float]]:
    """A function from the indices of two couples to how likely they stand straight, and each in the other's place.

    Both are sums of what the surroundings have in common: 2 for a mark, a concept or a Latin word.
    """
    around = [_around(text, spans) for text, spans in zip((source, target), held, strict=True)]

    def weigh(one: int, two: int) -> tuple[float, float]:
        """How likely the two stand straight, and crossed."""
        ours = around[0](couples[one][0]), around[0](couples[two][0])
        theirs = around[1](couples[one][1]), around[1](couples[two][1])
        straight = _likeness(ours[0], theirs[0]) + _likeness(ours[1], theirs[1])
        return straight, _likeness(ours[0], theirs[1]) + _likeness(ours[1], theirs[0])

    return weigh


_ROLES = frozenset(
    {"from", "to", "in", "of", "by", "for", "with", "as", "because", "after", "before", "over", "without"}
)


def _bound(
    source: str,
    target: str,
    ours: tuple[Span, Span],
    theirs: tuple[Span, Span],
) -> float:
    """How firmly the order of two is bound: in a list or in two sentences it is, but words may stand
    about them that languages put at different ends (中, “of”, ため)."""
    sides = ((source, ours), (target, theirs))
    between = [_ENTITY.sub('"', fold(text[one[1] : two[0]])) for text, (one, two) in sides]
    if all(_LIST.fullmatch(each) for each in between) or all(_SENTENCE_END.search(each) for each in between):
        return _FIRMLY
    if all(_CLAUSE.search(each) for each in between):
        return _LESS
    is_related = all(
        _concepts(fold(text[max(0, one[0] - 8) : one[0]]), fold(text[one[1] : two[1] + 8]))[0] & _ROLES
        for text, (one, two) in sides
    )
    return -1 if is_related else 0


@lru_cache(maxsize=256)
def _named(name: str) -> frozenset[str]:
    """The concepts that the words of a name stand for, but for those that tell no thing."""
    words = _WORDS.findall(name.lower())
    table = _table(">")[0]
    return frozenset(concept for word in words for concept in table.get(word, ())) - _ROLES - {"name", "value"}


_WORDS = re.compile(r"[a-z]{2,}")


def _around(text: str, held: Sequence[Span]) -> Callable[[Span], _Surroundings]:
    """A function that tells what stands beside a value of the text."""
    places = {span: at for at, span in enumerate(held)}

    @cache
    def surroundings(span: Span) -> _Surroundings:
        """What stands beside the value, told once."""
        at = places[span]
        before = _near(text, held[at - 1][1] if at else 0, span[0])
        behind = _near(text, span[1], held[at + 1][0] if at + 1 < len(held) else len(text))
        left = before[-1][-_REACH:] if before else ""
        right = behind[0][:_REACH] if behind else ""
        concepts, latin = _concepts(left, right)
        mark = _mark(left, _MARK_BEFORE)
        # The quotation mark behind the value of an attribute is not one of prose.
        return _Surroundings(mark, mark if mark.endswith("=") else _mark(right, _MARK_BEHIND), concepts, latin)

    return surroundings


def _near(text: str, start: int, end: int) -> list[str]:
    """The stretch between two values, parted where the words of one end."""
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
    for line in data_lines("neighbours.txt"):
        concept, where, words = line.split("\t")
        if where in ("=", side):
            for word in words.split(" "):
                concepts.setdefault(word, []).append(concept)
    latin = [word for word in concepts if word.isascii()]
    other = [word for word in concepts if not word.isascii()]
    pattern = rf"(?<![A-Za-z])(?i:{alternation(latin)})(?![A-Za-z])|{alternation(other)}"
    return {word: tuple(each) for word, each in concepts.items()}, re.compile(pattern)


def _likeness(one: _Surroundings, two: _Surroundings) -> float:
    """How much the surroundings of two values have in common."""
    marks = sum(
        2.0 if a not in "^$" else 0.5 for a, b in ((one.before, two.before), (one.behind, two.behind)) if a and a == b
    )
    shared = one.concepts & two.concepts
    # “of” and “in” tell less than a noun, where both tell something.
    return marks + 2 * len(shared) - _LESS * len(shared & _ROLES) + 2 * len(one.latin & two.latin)


_LESS = 0.5
