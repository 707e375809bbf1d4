"""What stands beside a value in two languages: marks, markup, Latin names and common words.

Values that changed places have either moved with all that, as words do, or are in each other's place.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translator.frozen import swift
from translator.languages import loanwords
from translator.languages.numerals import data_lines
from translator.languages.verbatim import fold

Span = tuple[int, int]

_REACH, _REACH_IN_LATIN = 16, 24
_CLEARLY = 1.0
_FIRMLY = 3
_CLAUSE_END = re.compile(r"[。；！？\n]|[.;!?](?= |$)")
_CLAUSE = re.compile(r"[，。；、！？]|[.,;!?](?= |$)")
_SENTENCE_END = re.compile(r"[。！？\n]|[.!?](?= |$)")
_LIST = re.compile(
    r"\W*(?:and|or|to|和|与|與|及|或|到|至|还是|還是|或者|以及|と|や|か|から|または|もしくは|あるいは|および|及び)?\W*"
)
# Where the words of one value end and those of the next begin: behind a particle of Japanese or
# a place word of Chinese, before a preposition or verb.
_JOINT = re.compile(
    r"(?=第)|(?<=[にをがはでと、，])(?![はもよてつきけいし使対關関変切更向])|(?<=, )|(?<=から|より|まで)|(?<=[和与與或])"
    r"|(?=[在从從由有比把被到是将將与與和或需])|(?<=[中里裡内內上下])(?![容部面一个個次])"
    r"|(?<= )(?=(?:in|on|at|of|from|to|by|for|with|as|under|since|over|and|or|not|because|than|requires?|needs?) )",
)
_MARK_BEFORE = re.compile(r"(<[^<>]{1,200}>|[^\w\s<>])\s*$")
_MARK_BEHIND = re.compile(r"\s*(<[^<>]{1,200}>|[^\w\s<>])")
_ATTRIBUTE = re.compile(r"([a-z-]+=)[\"']?[^\"'<>]*$")
_TAG = re.compile(r"</?[A-Za-z0-9]+")
# Tags, whole ones and those that a value stands in.
_TAGS = re.compile(r"^[^<>]*>|<[^<>]*>|</?[A-Za-z][^<>]*$")
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
    """What stands beside a value: the next mark on each side, concepts, and other words."""

    before: str
    behind: str
    concepts: frozenset[str]
    latin: frozenset[str]
    kana: frozenset[str]
    """The consonants of words in katakana."""
    closest: frozenset[str]
    """The concepts of which the words stand right beside the value."""


_Twins = tuple[_Surroundings, _Surroundings]
"""The surroundings of a value in both texts."""


def exchanged(
    source: str,
    target: str,
    *,
    couples: Sequence[tuple[Span, Span]],
    held: tuple[Sequence[Span], Sequence[Span]],
    vague: Container[int] = (),
    names: Sequence[str] = (),
    clearly: float = _CLEARLY,
    is_prose: bool = False,
) -> tuple[int, int] | None:
    """The indices of the first two couples that stand in each other's place, in the target's order.

    A couple is where one value stands in the source and in the target; couples come in the order of the
    source. `held` are the spans of all values of each text, in order. Two in another order than in the
    source need surroundings that are this much likelier crossed than straight; where they are as likely,
    a list or a sentence binds them, but for the couples of `vague`, whose partners are not certain. Two in the
    same order need ones that are likelier by `clearly`. `names` may tell what each value is: `model_name` stands beside モデル.
    In prose, words that languages put at different ends (中, “of”, ため) may turn an order too.
    """
    around = [_around(text, spans) for text, spans in zip((source, target), held, strict=True)]
    own = [_named(name) for name in names] or [frozenset[str]()] * len(couples)
    for index, (ours, theirs) in enumerate(couples):
        for other in range(index + 1, min(len(couples), index + 6)):
            one = around[0](ours), around[1](theirs)
            two = around[0](couples[other][0]), around[1](couples[other][1])
            straight, crossed = (sum(each) for each in zip(_weighed(one, two), _close(one, two), strict=True))
            straight += 2 * len(own[index] & one[1].concepts) + 2 * len(own[other] & two[1].concepts)
            crossed += 2 * len(own[index] & two[1].concepts) + 2 * len(own[other] & one[1].concepts)
            if theirs < couples[other][1]:
                sides = (held[0], ours, couples[other][0]), (held[1], theirs, couples[other][1])
                if crossed >= straight + clearly and not _are_chained(source, target, *sides):
                    return index, other
                continue
            if index in vague or other in vague:
                if crossed > straight + 1:
                    return other, index
                continue
            places = (ours, couples[other][0]), (couples[other][1], theirs)
            if crossed > straight or crossed + _bound(source, target, *places, is_prose) >= straight:
                return other, index
    return None


def evidence(
    source: str, target: str, *, couples: Sequence[tuple[Span, Span]], held: tuple[Sequence[Span], Sequence[Span]]
) -> Callable[[int, int], tuple[float, float]]:
    """A function from the indices of two couples to how likely they stand straight, and each in the other's place.

    Both are sums of what the surroundings have in common: 2 for a mark, a concept or a Latin word.
    """
    around = [_around(text, spans) for text, spans in zip((source, target), held, strict=True)]

    def weigh(one: int, two: int) -> tuple[float, float]:
        """How likely the two stand straight, and crossed."""
        ours = around[0](couples[one][0]), around[0](couples[two][0])
        theirs = around[1](couples[one][1]), around[1](couples[two][1])
        return _weighed((ours[0], theirs[0]), (ours[1], theirs[1]))

    return weigh


def beside(text: str, held: Sequence[Span]) -> Callable[[Span], tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    """A function that tells the concepts, Latin words and sounds of katakana that stand beside one of the values held."""
    around = _around(text, held)

    def told(span: Span) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """What stands beside the value."""
        found = around(span)
        return found.concepts, found.latin, found.kana

    return told


def things(text: str) -> frozenset[str]:
    """The things that a text begins with the word for, if any.

    >>> sorted(things("関数を返す")), sorted(things("of functions"))
    (['function'], [])
    """
    table, longest = _table(">")
    run = _RUN.match(text)
    if run is not None:
        return table.get(run[0].lower(), frozenset()) - ROLES
    most = longest.get(text[:1], 0)
    word = next((text[:size] for size in range(most, 1, -1) if text[:size] in table), "")
    return table[word] - ROLES if word else frozenset()


ROLES = frozenset(
    {"from", "to", "in", "of", "by", "for", "with", "as", "because", "after", "before", "over", "without"}
)


def _bound(source: str, target: str, ours: tuple[Span, Span], theirs: tuple[Span, Span], is_prose: bool) -> float:
    """How firmly the order of two is bound: in a list, in two sentences, or in two clauses."""
    if _are_listed(source, target, ours, theirs):
        return _FIRMLY
    sides = ((source, ours), (target, theirs))
    between = [_ENTITY.sub('"', fold(text[one[1] : two[0]])) for text, (one, two) in sides]
    if all(_SENTENCE_END.search(each) for each in between):
        return _FIRMLY
    if all(_CLAUSE.search(each) for each in between):
        return _LESS
    is_related = is_prose and all(
        _concepts(fold(text[max(0, one[0] - 8) : one[0]]), fold(text[one[1] : two[1] + 8]))[0] & ROLES
        for text, (one, two) in sides
    )
    return -1 if is_related else 0


def _are_chained(
    source: str, target: str, ours: tuple[Sequence[Span], Span, Span], theirs: tuple[Sequence[Span], Span, Span]
) -> bool:
    """Whether nothing but joints and other values stands between two values of both texts."""
    for text, (held, first, last) in ((source, ours), (target, theirs)):
        chain = [each for each in held if first[0] <= each[0] <= last[0]]
        between = (fold(text[one[1] : two[0]]) for one, two in itertools.pairwise(chain))
        if not all(_LIST.fullmatch(_ENTITY.sub('"', each)) for each in between):
            return False
    return True


def _are_listed(source: str, target: str, ours: tuple[Span, Span], theirs: tuple[Span, Span]) -> bool:
    """Whether nothing but a joint stands between two values of both texts: what stands beside them is of both."""
    sides = ((source, ours), (target, theirs))
    return all(_LIST.fullmatch(_ENTITY.sub('"', fold(text[one[1] : two[0]]))) for text, (one, two) in sides)


@lru_cache(maxsize=256)
def _named(name: str) -> frozenset[str]:
    """The concepts that the words of a name stand for, but for those that tell no thing."""
    words = _WORDS.findall(name.lower())
    table = _table(">")[0]
    return frozenset(concept for word in words for concept in table.get(word, ())) - ROLES - {"name", "value"}


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
        left, right = before[-1], behind[0]
        # “36 with fever”: the words behind a preposition tell of the value in front of it.
        more = behind[1] if len(behind) > 1 and not right.strip() and behind[1].startswith("with ") else ""
        concepts, latin, kana, closest = _concepts(_last(_TAGS.sub(" ", left)), _first(_TAGS.sub(" ", right + more)))
        mark = _mark(left, _MARK_BEFORE)
        if mark == "/" and at and re.fullmatch(r"\W*/\W*", text[held[at - 1][1] : span[0]]):
            # Of {0}/{1} the second is the whole.
            concepts |= {"of"}
        # The quotation mark behind the value of an attribute is not one of prose.
        last = mark if mark.endswith("=") else _mark(right, _MARK_BEHIND)
        return _Surroundings(mark, last, concepts, latin, kana, closest)

    return surroundings


def _last(piece: str) -> str:
    """The end of a piece, without half a Latin word."""
    start = len(piece) - (_REACH_IN_LATIN if piece.isascii() else _REACH)
    if start <= 0:
        return piece
    return _CUT_BEFORE.sub("", piece[start:]) if _IS_WORD(piece[start - 1]) else piece[start:]


def _first(piece: str) -> str:
    """The beginning of a piece, without half a Latin word."""
    end = _REACH_IN_LATIN if piece.isascii() else _REACH
    if end >= len(piece):
        return piece
    return _CUT_BEHIND.sub("", piece[:end]) if _IS_WORD(piece[end]) else piece[:end]


_IS_WORD = re.compile("[A-Za-z0-9]").match
_CUT_BEFORE, _CUT_BEHIND = re.compile("^[A-Za-z0-9]+"), re.compile("[A-Za-z0-9]+$")


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


def _concepts(before: str, behind: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """(concepts of the words on both sides, Latin words that are none of them, the sounds of such in katakana, closest concepts).

    The closest ones have their words right beside the value.
    """
    found: set[str] = set()
    closest: set[str] = set()
    latin: set[str] = set()
    kana: set[str] = set()
    for piece, side in ((before, "<"), (behind, ">")):
        table, longest = _table(side)
        at = 0
        while at < len(piece):
            run = _RUN.match(piece, at)
            start = at
            if run is not None:
                word, at = run[0].lower(), run.end()
                if word not in table:
                    if len(word) > 1 and word[0] in _LATIN_LETTERS:
                        latin.add(word)
                    continue
            else:
                most = longest.get(piece[at], 0)
                word = next(
                    (piece[at : at + size] for size in range(most, 0, -1) if piece[at : at + size] in table), ""
                )
                if len(word) < 3 and (loan := _KATAKANA.match(piece, at)) is not None:
                    # One that is in no list: カテーテル.
                    at = loan.end()
                    kana.add(loanwords.of_kana(loan[0]))
                    continue
                at += len(word) or 1
                if not word:
                    continue
            concepts = table[word]
            is_beside = _NO_WORD.fullmatch(piece, at) if side == "<" else _NO_WORD.fullmatch(piece, 0, start)
            if is_beside is not None:
                closest |= concepts
            elif len(word) == 1 and concepts.isdisjoint(ROLES):
                # 点 of 焦点 is no point: one that a value has stands right beside it.
                continue
            found |= concepts
    return frozenset(found), frozenset(latin), frozenset(kana) - {""}, frozenset(closest) - ROLES


_KATAKANA = re.compile("[ァ-ヴー]{3,}")
_RUN = re.compile(r"[A-Za-z0-9]+")
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_NO_WORD = re.compile(r"\W*")


@lru_cache(maxsize=2)
def _table(side: str) -> tuple[dict[str, frozenset[str]], dict[str, int]]:
    """(concepts by word, the length of the longest other word by its first character) of one side."""
    concepts: dict[str, list[str]] = {}
    for line in data_lines("neighbours.txt"):
        concept, where, words = line.split("\t")
        if where in ("=", side):
            for word in words.split(" "):
                concepts.setdefault(word, []).append(concept)
                if where == "=" and word.isascii() and len(word) > 2 and word[-1] not in "sy":
                    concepts.setdefault(word + "s", []).append(concept)
    longest: dict[str, int] = {}
    for word in concepts:
        if not word.isascii():
            longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return {word: frozenset(each) for word, each in concepts.items()}, longest


def _weighed(one: _Twins, two: _Twins) -> tuple[float, float]:
    """How likely two values, each given by its surroundings in both texts, stand straight, and in each other's place."""
    return (
        _likeness(one[0], one[1]) + _likeness(two[0], two[1]),
        _likeness(one[0], two[1]) + _likeness(two[0], one[1]),
    )


def _close(one: _Twins, two: _Twins) -> tuple[int, int]:
    """How many concepts stand right beside one of two values alone in both texts, straight and crossed."""
    # What lies between the two is right beside both.
    own = [(a.closest - b.concepts, b.closest - a.concepts) for a, b in zip(one, two, strict=True)]
    straight = sum(len(ours & theirs) for ours, theirs in zip(*own, strict=True))
    return straight, len(own[0][0] & own[1][1]) + len(own[0][1] & own[1][0])


def _likeness(one: _Surroundings, two: _Surroundings) -> float:
    """How much the surroundings of two values have in common."""
    marks = sum(
        _LESS if a in "^$" else 1.0 if a in _OF_CLAUSES else 2.0
        for a, b in ((one.before, two.before), (one.behind, two.behind))
        if a and a == b
    )
    shared = one.concepts & two.concepts
    # “of” and “in” tell less than a noun, where both tell something.
    words = len(one.latin & two.latin)
    if one.kana or two.kana:
        words += loans(one.latin, two.kana) + loans(two.latin, one.kana)
    return marks + 2 * (len(shared) + words) - _LESS * len(shared & ROLES)


def loans(latin: frozenset[str], kana: frozenset[str]) -> int:
    """How many Latin words sound like one in katakana, which are given by their consonants."""
    return sum(not kana.isdisjoint(loanwords.of_latin(word)) for word in latin) if kana else 0


_LESS = 0.5
# Marks that part clauses more than they belong to a value: “error: {0}” and エラー: {1} 行目の {0}.
_OF_CLAUSES = frozenset(":,.?!;(-@")
