"""Words that say the opposite of each other, or name others of one kind: increase and decrease, liver and kidney."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from translator.languages import abreast, concepts, contraries, exchanges, governing, markers, negatives
from translator.languages.candidates import Hints, Words, latin_words, matches
from translator.languages.claims import denies
from translator.languages.difference import Difference, meet
from translator.languages.numerals_en import alternation
from translator.languages.verbatim import GAP, prose
from translator.languages.whole import whole

Span = tuple[int, int]
Places = exchanges.Places
# 不許可, 取消隐藏, 再表示, non-inferior: neither the one nor the other.
_TURNING = re.compile("(?:[不非未无無再]|取消|解除|中[断斷]|non-)$")
# “not valid” and 有効期限が切れた are 无效; 接続解除 is “disconnected”.
_DENIED = re.compile(r"(?:\bnot|n['’]t|\bno longer|\btoo [a-z]+ to)\s+(?:be\s+)?$")
_ENDED = re.compile("(?:期[限間间])?[がをのはも]?(?:解除|取消|取り消|切れ|中[断斷])|では(?:な|あり)")
# 合格していない is no 合格.
_UNDONE = re.compile("(?:し|され|でき)てい(?:な[いくか]|ません)")
# 血小板減少症 names an illness: it says nothing about what else rose or fell.
_NAMING = re.compile("性?(?:症(?![状狀])|综合征|綜合徵)")
_WORD = re.compile("[a-z]+")
_TIMES = frozenset(("lapse", "order", "sequence"))
"""Concepts of when something is: 再起動後 is after it."""


Meaning = tuple[str, str]
_NOTHING = "-"
"""The side of words that only look like others of their concept: 目前 is no 前, “look after” no “after”."""
_LONG = 460
"""Longer sentences together, in English and another language, say one thing in too many ways."""


@cache
def _table(language: str) -> Mapping[str, tuple[Meaning, ...]]:
    """The meanings, (concept, side), of the words of zh, ja or en; a Latin beginning of words ends in “*”."""
    found: dict[str, list[Meaning]] = {}
    for line in contraries.lines():
        concept, side, tongue, words = line.split("\t")
        if tongue == language:
            for word in words.split("|"):
                found.setdefault(word, []).append((concept, side))
    return {
        word: tuple(each for each in (*own, *_inherited(word, own, found, language)) if each[1] != _NOTHING)
        for word, own in found.items()
    }


@cache
def _words(language: str) -> Words:
    """What finds the words of zh or ja."""
    return Words(_table(language))


@cache
def _pattern() -> re.Pattern[str]:
    """What finds the words of English in a text in lower case."""
    found = _table("en")
    stems = alternation(each.rstrip("*") for each in found if each[-1] == "*")
    phrases = alternation(each for each in found if not each.isalpha() and each[-1] != "*")
    words = alternation(each for each in found if each.isalpha())
    return re.compile(rf"\b(?:(?:{phrases})\b|{stems}[a-z]*\b|(?:{words})\b)")


def _inherited(
    word: str, own: Sequence[Meaning], known: Mapping[str, Sequence[Meaning]], language: str
) -> Iterator[Meaning]:
    """What the words inside a longer one add to its meanings: 肝炎 is said of the 肝, 不安定 is not 安定."""
    named = {concept for concept, _ in own}
    if "neutral" in named:
        return
    seen = set(own)
    for part in _parts(word, language):
        for meaning in known.get(part, ()):
            if meaning[0] not in named and meaning not in seen:
                seen.add(meaning)
                yield meaning


def _parts(word: str, language: str) -> Iterator[str]:
    """Where a listed word may stand inside a longer one: any of its letters, or the words of an English phrase."""
    if language == "en":
        for each in _WORD.findall(word) if " " in word or "-" in word else ():
            yield each
            yield from (each[:end] + "*" for end in range(3, len(each) + 1))
        return
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            if end - start < len(word) and not _TURNING.search(word[:start]):
                yield word[start:end]


@cache
def _bits() -> Mapping[tuple[str, str], int]:
    """A bit for each side of each concept, the same in all languages."""
    sides = dict.fromkeys(tuple(line.split("\t")[:2]) for line in contraries.lines())
    return {(concept, side): 1 << number for number, (concept, side) in enumerate(sides) if side != _NOTHING}


def sides() -> Mapping[tuple[str, str], int]:
    """The bit of each side of each concept."""
    return _bits()


def bits(concept: str) -> int:
    """The bits of all sides of a concept, as `hints` gives them."""
    return sum(bit for each, bit in _bits().items() if each[0] == concept)


@cache
def _turned() -> Mapping[int, int]:
    """The bits of the other sides of its concept by the bit of a side."""
    bits = _bits()
    return {
        bit: sum(other for each, other in bits.items() if each[0] == concept and other != bit)
        for (concept, _), bit in bits.items()
    }


@cache
def _hints(tongue: str) -> Hints:
    return Hints(told(tongue))


def told(tongue: str) -> Iterator[tuple[str, int]]:
    """The words of zh, ja or en with the bits of the sides that they say."""
    bits = _bits()
    return ((word, bits[each]) for word, meanings in _table(tongue).items() for each in meanings)


@lru_cache(maxsize=16)
def hints(text: str, language: str = "") -> int:
    """The bits of the sides that a text may have words for: those that `read` finds, or more.

    >>> hints("男性", "ja") == hints("males", "en")
    True
    """
    tongue = markers.tongue(text, language)
    plain = prose(text)
    if "İ" in plain:
        plain = plain.replace("İ", "I")
    if tongue != "en":
        return _hints(tongue).read(plain)
    found = 0
    for word in latin_words(plain):
        found |= begun(word)
    return found


@lru_cache(maxsize=16384)
def begun(word: str) -> int:
    """The bits of an English word, and of words of several that it may begin."""
    return sum({_bits()[each] for each in _meanings(word, "en")}) | _hints("en").begun(word)


def may_turn(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Whether the texts may have words of two sides of one concept."""
    # English takes longest to look through.
    is_first = languages[0] != "en"
    some = hints(source, languages[0]) if is_first else hints(target, languages[1])
    if not some:
        return False
    more = hints(target, languages[1]) if is_first else hints(source, languages[0])
    return bool(more and more & opposed(some))


@lru_cache(maxsize=16384)
def opposed(sides: int) -> int:
    """The bits of the sides that are opposites of some."""
    found, turned = 0, _turned()
    while sides:
        side = sides & -sides
        found |= turned[side]
        sides ^= side
    return found


def read(text: str, language: str = "") -> dict[str, dict[str, Span]]:
    """Concept → side → the first place of a word that says it.

    >>> read("左は陽性", "ja")
    {'side': {'left': (0, 1)}, 'test': {'positive': (2, 4)}}
    """
    return {
        concept: {side: spans[0] for side, spans in sides.items()} for concept, sides in places(text, language).items()
    }


@lru_cache(maxsize=16)
def places(text: str, language: str, among: int = -1) -> Mapping[str, Places]:
    """Concept → side → all places of words that say it; of some sides alone where their bits are given."""
    tongue = markers.tongue(text, language)
    found: dict[str, Places] = {}
    bits = _bits()
    spelled, plain, words = _found(text, tongue)
    for match in words:
        if not _meant(match[0], tongue) & among:
            continue
        is_turned = _TURNING.search(plain[max(0, match.start() - 4) : match.start()]) is not None
        if tongue == "en":
            if _DENIED.search(plain[max(0, match.start() - 16) : match.start()]):
                continue
            # OpenGL is a name, and opens nothing.
            written = spelled[match.start() : match.end()]
            if written.isalpha() and not (written[1:].islower() or written.isupper() or len(written) == 1):
                continue
        elif _ENDED.match(plain, match.end()) or (tongue == "ja" and _UNDONE.match(plain, match.end())):
            continue
        is_name = tongue != "en" and _NAMING.match(plain, match.end()) is not None
        for concept, side in _meanings(match[0], tongue):
            if not bits[concept, side] & among:
                continue
            if not (is_name and concept == "amount") and not (is_turned and concept not in _TIMES):
                found.setdefault(concept, {}).setdefault(side, []).append(match.span())
    return found


@lru_cache(maxsize=16)
def _found(text: str, tongue: str) -> tuple[str, str, Sequence[re.Match[str]]]:
    """The text as it is spelled and in lower case, and the words of the list in it."""
    # İ alone changes its length in lower case.
    spelled = prose(text).replace("İ", "I")
    plain = spelled.lower()
    if tongue != "en":
        return spelled, plain, [*_words(tongue).finditer(plain)]
    told = [word for word in latin_words(plain) if begun(word)]
    return spelled, plain, [*matches(_pattern(), told, None, plain)] if told else ()


@lru_cache(maxsize=16384)
def _meant(word: str, tongue: str) -> int:
    """The bits of the sides that a word says."""
    return sum({_bits()[each] for each in _meanings(word, tongue)})


@lru_cache(maxsize=16384)
def _meanings(word: str, tongue: str) -> tuple[Meaning, ...]:
    words = _table(tongue)
    stems = (word[:end] + "*" for end in range(len(word), 2, -1)) if tongue == "en" else ()
    found = (words.get(each, ()) for each in (word, *stems))
    return tuple(dict.fromkeys(each for meanings in found for each in meanings))


def compare_opposites(
    source: str,
    target: str,
    source_language: str = "",
    target_language: str = "",
    *,
    sides: tuple[int, int] | None = None,
) -> tuple[Difference, ...]:
    """The words that became their opposites.

    Judged where each text has words of one side alone (or as many as the other, all but one of the same side),
    and either both deny something or neither; and where both sides stand in both texts, each in the other's place.
    Of kind `doubt` where a free translation may say so too. `sides` are the `hints` of both, where somebody knows.

    >>> [each.message for each in compare_opposites("血圧は上昇した", "Blood pressure fell")]
    ['“上昇” became “fell”']
    >>> [each.message for each in compare_opposites("左肾切除后，右肾正常", "右腎切除後、左腎は正常")]
    ['“左 … 右” became “右 … 左”']
    """
    languages = (source_language, target_language)
    ours, theirs = sides or (hints(source, source_language), hints(target, target_language))
    turned = ours and theirs & opposed(ours)
    if not turned:
        return ()
    # All sides of the concepts of which the texts may have two.
    among = turned | opposed(turned)
    out: list[Difference] = []
    for one, two, at, to in abreast.sentences(source, target):
        for each in _turned_words((one, two), languages, (at, to), among=among):
            # A word may stand for several concepts.
            if not any(meet(each, told) for told in out):
                out.append(each)
    return tuple(out)


def _turned_words(
    texts: tuple[str, str], languages: tuple[str, str], offsets: Span, *, among: int
) -> Iterator[Difference]:
    """The words of one sentence that are opposites in the other, or have changed places there."""
    source, target = texts
    ours = places(source, languages[0], among)
    theirs = places(target, languages[1], among) if ours else {}
    if not theirs:
        return
    is_long = len(source) + len(target) > (
        _LONG if "en" in map(markers.tongue, (source, target), languages) else _LONG // 2
    )
    for concept, sides in ours.items():
        if len(source) + len(target) > concepts.longest(concept) or (
            concept in concepts.TITLES and not concepts.is_title(source, target)
        ):
            continue
        others = theirs.get(concept, {})
        if concept in concepts.EVERYDAY and max(map(len, (*sides.values(), *others.values())), default=0) > 1:
            continue
        exchanged = exchanges.find((source, target), languages, concept, (sides, others))
        if exchanged is not None:
            words = [
                [text[slice(*at)] for at in spans] for text, spans in zip((source, target), exchanged, strict=True)
            ]
            message = f"“{words[0][0]} … {words[0][1]}” became “{words[1][1]} … {words[1][0]}”"
            yield Difference("opposite", message, *_moved(exchanged[0][0], exchanged[1][0], offsets))
            continue
        pair = None if is_long else exchanges.lone_pair(concept, sides, others)
        if pair is None:
            continue
        one, two = pair
        if concept == "tongue" and _is_own(target[slice(*two)], languages[1]):
            continue
        # 无效 is its own word, “not valid” denies the other one; what is not of the liver is not of the kidney.
        here, there = (
            _alone(text, span, words) for text, span, words in zip(texts, pair, (sides, others), strict=True)
        )
        is_denied = denies(here, languages[0], beside=one) != denies(there, languages[1], beside=two)
        if is_denied and _is_turned_by_denial(concept):
            continue
        if _is_said_otherwise(concept, (source, target), languages, (one, two)):
            continue
        one, two = whole(source, *one, language=languages[0]), whole(target, *two, language=languages[1])
        message = f"“{source[slice(*one)]}” became “{target[slice(*two)]}”"
        yield Difference(
            concepts.kind(concept, source, target, is_denied=is_denied), message, *_moved(one, two, offsets)
        )


def _alone(text: str, span: Span, sides: Places) -> str:
    """The text without the other words of a concept: a second 无效 denies nothing of the first."""
    for start, end in (each for spans in sides.values() for each in spans if each != span):
        text = f"{text[:start]}{GAP * (end - start)}{text[end:]}"
    return text


def _is_said_otherwise(
    concept: str, texts: tuple[str, str], languages: tuple[str, str], spans: tuple[Span, Span]
) -> bool:
    """Whether two texts say the same by opposites: 湿気の少ない is “dry”, “closed at weekends” 平日.

    What may be done and what must not be may be told in one sentence: 可以洗澡，但不要揉搓.
    """
    tongues = markers.tongue(texts[0], languages[0]), markers.tongue(texts[1], languages[1])
    if concept == "leave":
        sides = [
            _side(concept, text[slice(*span)], tongue) for text, span, tongue in zip(texts, spans, tongues, strict=True)
        ]
        given = sides.index("given") if "given" in sides else 0
        return any(each.kind == "prohibition" for each in negatives.read(texts[given], tongues[given]))
    if concept in _TIMES and all(map(governing.waits, texts, tongues)):
        return True
    return concept not in exchanges.ORDERED and governing.is_said_otherwise(concept, texts, spans, tongues=tongues)


def _side(concept: str, word: str, tongue: str) -> str:
    """The side of a concept that a word says."""
    return next((side for each, side in _meanings(word.lower(), tongue) if each == concept), "")


@cache
def _is_turned_by_denial(concept: str) -> bool:
    """Whether “not” makes one side of a concept the other."""
    return concept not in exchanges.ORDERED and sum(each == concept for each, _ in _bits()) == 2


def _is_own(word: str, language: str) -> bool:
    """Whether a word names the language that it stands in: what a term is called there, 中文叫 or 日本語では."""
    tongue = markers.tongue(word, language)
    return ("tongue", tongue) in _meanings(word.lower(), tongue)


def _moved(one: Span, two: Span, offsets: Span) -> Iterator[Span]:
    """The spans in the whole texts."""
    return ((each[0] + offset, each[1] + offset) for each, offset in zip((one, two), offsets, strict=True))
