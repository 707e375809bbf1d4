"""What two texts claim: negation and quantifiers.

Languages negate and compare in too many ways for a full answer: only what is plain is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from translator.languages import abreast, denials, markers, negatives, polarity
from translator.languages.markers import Marker
from translator.languages.quantities import Difference
from translator.languages.texts import Texts, members
from translator.languages.whole import said

_read = lru_cache(maxsize=8)(markers.read)
_CONFLICTS = frozenset(
    frozenset(each)
    for each in (
        ("all", "half"), ("all", "few"), ("all", "some"), ("all", "most"), ("half", "most"), ("half", "few"),
        ("most", "few"), ("many", "few"), ("half", "many"), ("always", "sometimes"), ("always", "rarely"), ("often", "rarely"),
        ("often", "sometimes"), ("most", "some"),
    )
)  # fmt: skip
_WEAK = re.compile(
    r"any|each|every|anything|anyone|fully|completely|entire|entirely|whole|某些|任何|任意|每一|每个|每個|每|各|各个|整个|整個|完全|彻底"
    r"|均|皆|一切|どの|各々|各|毎|それぞれ|いずれも|まったく|全く|全|半|some|certain|部分|一部分|主要|局部|mainly|almost|nearly|ほぼ|几乎|幾乎|much|少し|little|多く|たくさん|多种|多個|多个|part of|少ない|少なく|partly",
    re.IGNORECASE,
)


def _tongues(source: str, target: str, languages: tuple[str, str]) -> tuple[str, str]:
    return markers.tongue(source, languages[0]), markers.tongue(target, languages[1])


def compare_negation(
    source: str,
    target: str,
    source_language: str = "",
    target_language: str = "",
    *,
    clues: denials.Clues = denials.UNKNOWN,
) -> tuple[Difference, ...]:
    """The negation that a translation drops or adds.

    Told only where one text has a plain denial, and the other nothing that could stand for it (“unable”,
    “fail”, 以外). Texts that deny
    several times are judged by how often, sentence by sentence where both have as many. `clues` are what was seen of
    the texts in advance.

    >>> [each.message for each in compare_negation("没有副作用", "It has side effects")]
    ['the source denies (“没有副作用”), the translation does not']
    """
    tongues = _tongues(source, target, (source_language, target_language))
    found = denials.surplus(source, target, tongues=tongues, clues=clues)
    if found is None:
        if clues.shared == 0:
            return ()
        if not denials.may_deny(source, tongues[0]) and not denials.may_deny(target, tongues[1]):
            return ()
        turned = polarity.compare_polarity(source, target, tongues, shared=clues.shared)
        return () if turned is None else (turned,)
    is_ours = len(found.ours) > len(found.theirs)
    many, few = (found.ours, found.theirs) if is_ours else (found.theirs, found.ours)
    text, offset = (source, found.offsets[0]) if is_ours else (target, found.offsets[1])
    span = (many[-1][0] + offset, many[-1][1] + offset)
    sides = ("source", "translation") if is_ours else ("translation", "source")
    shown = _phrase(text, *span)
    message = f"the {sides[0]} denies (“{shown}”), the {sides[1]} does not"
    if few:
        other, at = (target, found.offsets[1]) if is_ours else (source, found.offsets[0])
        message = (
            f"the {sides[0]} denies {len(many)} times ({_phrases(text, many, offset)}),"
            f" the {sides[1]} {len(few)} ({_phrases(other, few, at)})"
        )
    return (Difference("negation", message, *((span, None) if is_ours else (None, span))),)


def denying(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> Mapping[int, denials.Clues]:
    """The texts that may deny anything, or whose translation may, by place, with what is seen of them."""
    sides = tuple(zip((sources, targets), tongues, strict=True))
    plain = [denials.denying(texts, tongue) for texts, tongue in sides]
    meant = [negatives.having(texts, tongue) for texts, tongue in sides]
    shared = polarity.opposing(sources, targets, tongues)
    some = plain[0] | plain[1] | meant[0] | meant[1]
    return {
        at: denials.Clues(_bits(plain, at), _bits(meant, at), shared.get(at, 0))
        for at in sorted({*members(some), *shared})
    }


def _bits(sets: Sequence[int], at: int) -> tuple[bool, bool]:
    return bool(sets[0] >> at & 1), bool(sets[1] >> at & 1)


def _phrases(text: str, spans: denials.Spans, offset: int) -> str:
    """What several words deny, each once and in quotes; of many the first."""
    shown = [f"“{_phrase(text, start + offset, end + offset)}”" for start, end in spans]
    return ", ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else "")


_SHOWN = 3


def denies(text: str, language: str = "", *, beside: tuple[int, int] = (0, 0)) -> bool:
    """Whether a text has a plain word for “not” other than in the span `beside`.

    >>> denies("没有副作用"), denies("opaque"), denies("已无效", beside=(1, 3))
    (True, False, False)
    """
    spans = denials.plain_spans(text, markers.tongue(text, language))
    return any(end <= beside[0] or start >= beside[1] for start, end in spans)


def _phrase(text: str, start: int, end: int) -> str:
    """A word that denies with what it denies: 不包含在内, 知らされません, “not included either”.

    >>> _phrase("不包含在内。", 0, 2), _phrase("誰にも知らされません。", 7, 10), _phrase("They are not included.", 9, 12)
    ('不包含在内', '知らされません', 'not included')
    >>> _phrase("It must not exceed 0.5 g", 8, 11)
    'not exceed 0.5 g'
    """
    if text[start].isascii():
        before, behind = _LATIN_BEFORE.search(text, 0, start), _LATIN_BEHIND.match(text, end)
    else:
        before = _KANA_BEFORE.search(text, max(0, start - 10), start) if _KANA.match(text, end - 1) else None
        behind = _WIDE_BEHIND.match(text, end)
    return said(text, before.start() if before else start, behind.end() if behind else end)


# Of “don’t” the n’t is found.
_LATIN_BEFORE = re.compile("[A-Za-z]+$")
_LATIN_BEHIND = re.compile(r"[A-Za-z'’]*(?: (?:[0-9]+(?:[.,:][0-9]+)*[A-Za-z%°'’-]*|[A-Za-z0-9'’-]+)){0,3}")
_KANA = re.compile("[\u3041-\u3096]")
_KANA_BEFORE = re.compile("[\u3400-\u9fff々\u30a1-\u30faー]{0,4}(?<![はがをも])[\u3041-\u3096]{0,6}$")
_WIDE_BEHIND = re.compile("[\u3400-\u9fff]{0,6}")


def compare_quantifiers(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The one quantifier of a text (all, half, most, some, few) that became another.

    Judged where both texts hold words of exactly one meaning, or one for all of them and the other, which has
    none for all, one for a part.

    >>> [each.message for each in compare_quantifiers("全員で改善した", "Half of them improved")]
    ['“全員” became “Half”']
    """
    if not markers.may_differ("quantifier", source, target, (source_language, target_language)):
        return ()
    out: list[Difference] = []
    for one, two, at, to in abreast.sentences(source, target):
        found = _changed(one, two, source_language, target_language)
        if found is not None:
            out.append(_became(*found, (at, to)))
    return tuple(out)


def _changed(source: str, target: str, source_language: str, target_language: str) -> tuple[Marker, Marker] | None:
    """The quantifier of one sentence and what it became in the other."""
    ours = _quantifiers(source, source_language)
    if not ours:
        return None
    theirs = _quantifiers(target, target_language)
    if not theirs:
        return None
    if any(_is_almost(each) for each in ours + theirs) and all(
        any(each.concept == "most" for each in found) for found in (ours, theirs)
    ):
        return None
    one, two = ({each.concept: each for each in found if not _WEAK.fullmatch(each.text)} for found in (ours, theirs))
    if len(one) == len(two) == 1 and frozenset((*one, *two)) in _CONFLICTS:
        return next(iter(one.values())), next(iter(two.values()))
    if (found := _lessened(ours, theirs, target)) is not None:
        return found
    if (found := _lessened(theirs, ours, source)) is not None:
        return found[1], found[0]
    return None


def _quantifiers(text: str, language: str) -> list[Marker]:
    """The quantifiers of a text; “almost all” is one word for most of them."""
    out: list[Marker] = []
    for each in _read(text, language):
        if each.kind != "quantifier":
            continue
        last = out[-1] if out else None
        if last and each.concept == "all" and _ALMOST.fullmatch(text[last.start : each.start]):
            out[-1] = replace(last, end=each.end, text=text[last.start : each.end])
        else:
            out.append(each)
    return out


def _is_almost(marker: Marker) -> bool:
    """Whether a word says “almost all”."""
    return marker.concept == "most" and _PART.fullmatch(marker.text) is not None and not _WEAK.fullmatch(marker.text)


def _lessened(more: Sequence[Marker], less: Sequence[Marker], text: str) -> tuple[Marker, Marker] | None:
    """The word of one text for all of them that the other has for a part of them, and that word.

    In a longer text too: the other has no word that means all, and one for a part which the first has not.
    """
    whole = next((each for each in more if _WHOLE.fullmatch(each.text)), None)
    if whole is None:
        return None
    known = {each.concept for each in more}
    part = next((each for each in less if _is_part(each, text) and each.concept not in known), None)
    # 部分患者均有改善: the 均 says that of the part.
    vouching = (each for each in less if not (part and each.start > part.start and _OF_PART.fullmatch(each.text)))
    if any(each.concept in _ALL_LIKE for each in vouching):
        return None
    return (whole, part) if part is not None else None


def _is_part(marker: Marker, text: str) -> bool:
    """Whether a word says “some of”: 部分 only before what it counts, not as a noun (这部分, 第二部分)."""
    if marker.text != "部分":
        return _PART.fullmatch(marker.text) is not None
    before, after = text[: marker.start][-1:], text[marker.end : marker.end + 2]
    return bool(after and _COUNTED.match(after)) and not _POINTING.match(before)


_COUNTED = re.compile("[\u3400-\u9fff](?<![的是在地和与及])| ?[A-Za-z%{:`]")
_POINTING = re.compile("[大一的这這此该該各第二三四五两兩个個其]")


_WHOLE = re.compile(
    "所有|每[个個位名例]|全部|全体|全體|全员|全員|一律|すべて|全て|全例|all|every|every one of the|each one of the|every single one of the|everyone|everybody",
    re.IGNORECASE,
)
_ALMOST = re.compile(r"(?:almost|nearly)[)）]?\s+|几乎|幾乎|ほぼ|ほとんど(?:の|が)?", re.IGNORECASE)
_PART = re.compile(
    r"(?:almost|nearly)\s.*|(?:几乎|幾乎|ほぼ|ほとんど).+|一些|有些|某些|一部分|一部|若干|个别|個別|いくつか|some|several|one of the|only one of|one out of|minority|partly|partially|part of|certain|a few|few|half"
    "|少数|少數|半数|半數|一半|半分|几个|幾個|数例|most|mostly|majority|多数|大部分|大多数|大多數|ほとんど|大半",
    re.IGNORECASE,
)
_OF_PART = re.compile("均|皆|都|全都|各|各自")
_ALL_LIKE = frozenset({"all", "any", "always", "each"})


def _became(one: Marker, two: Marker, offsets: tuple[int, int]) -> Difference:
    at, to = offsets
    message = f"“{one.text}” became “{two.text}”"
    return Difference("quantifier", message, (one.start + at, one.end + at), (two.start + to, two.end + to))
