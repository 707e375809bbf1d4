"""Whether one text affirms what the other denies: the same verb or quality beside the denial and in the other text.

A free translation turns a sentence round (“swallow whole” for 不要嚼碎): it says no word of what is denied. One that lost its
denial still says all the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from translator.languages import abreast, exchanges, markers, opposites, polarity, variants
from translator.languages.difference import Difference
from translator.languages.numerals_en import alternation
from translator.languages.sought import Sought

Span = tuple[int, int]
_HAN = re.compile("[\u3400-\u9fff]")
# Characters that any two texts may share.
_COMMON = frozenset(
    "的人方者一二三中上下時时日事合場场内內外前後后月年本品其他每毎個个和及与為为是在有無无不未非没請请勿必須须要可能得会會等用同様样所有当當各別别間间"
)
_SHORT = 3
"""English words of no more letters are matched whole, but for their endings."""
_WINDOWS = {"zh": (3, 12), "ja": (14, 3), "en": (12, 48)}
"""How many characters before and behind a denial tell what is denied."""
_CLAUSE_END = re.compile(r"[，。；！？、]|[,.;!?](?= |$)")


@dataclass(frozen=True, slots=True)
class _Predicate:
    """The words of a predicate: those of zh and ja, and what finds those of English."""

    words: Mapping[str, Sequence[str]]
    english: Sought

    def is_in(self, text: str, tongue: str) -> bool:
        """Whether a text has one of its words."""
        if tongue == "en":
            return self.english.has(text) is not None
        return any(word in text for word in self.words[tongue])


@cache
def _predicates() -> tuple[_Predicate, ...]:
    """The predicates of the list."""
    return tuple(
        _Predicate(
            {tongue: (*words[tongue][0], *words[tongue][1]) for tongue in ("zh", "ja")},
            Sought(_english([each.rstrip("*") for part in words["en"] for each in part]), re.IGNORECASE),
        )
        for words in polarity.listed().values()
        if any(more for _, more in words.values())
    )


def _english(words: list[str]) -> str:
    long = [word for word in words if len(word) > _SHORT]
    short = [word for word in words if len(word) <= _SHORT]
    parts = [f"{alternation(long)}[a-z]*"] if long else []
    if short:
        parts.append(f"{alternation(short)}(?:e?s|e?d|[a-z]?ing|en|y|e)?")
    return rf"(?<![A-Za-z])(?:{'|'.join(parts)})(?![A-Za-z])"


def is_certain(found: Difference, texts: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Whether a denial that one of two texts has alone was lost or added for certain."""
    tongues = tuple(markers.tongue(text, language) for text, language in zip(texts, languages, strict=True))
    at = 0 if found.source_span is not None else 1
    span = found.source_span or found.target_span
    if span is None:
        return False
    one, two = abreast.around(*texts, span, is_target=bool(at))
    start = span[0] - one[1]
    inside = (start, start + span[1] - span[0])
    if is_double(one[0], inside, tongue=tongues[at]):
        return False
    return are_affirmed(one[0], inside, tongue=tongues[at], other=two, other_tongue=tongues[1 - at])


def are_affirmed(text: str, span: tuple[int, int], *, tongue: str, other: str, other_tongue: str) -> bool:
    """Whether what a denial at `span` denies is said by the other text too.

    >>> are_affirmed("请勿打开", (0, 2), tongue="zh", other="Please open it.", other_tongue="en")
    True
    >>> are_affirmed("请勿打开", (0, 2), tongue="zh", other="Keep it shut.", other_tongue="en")
    False
    """
    window = _window(text, span, tongue)
    if "en" not in (tongue, other_tongue):
        # Chinese denies what follows; what stands before is what it is said of.
        denied = _window(text, span, tongue, is_behind=tongue == "zh")
        if tongue == "ja":
            # 目標に届いていない denies the 届く: of 目標 both texts may speak.
            denied = _OBJECT.split(denied)[-1]
        ours, theirs = (set(_HAN.findall(variants.fold(each))) - _COMMON for each in (denied, other))
        if len(ours & theirs) > 1:
            return True
    sides = [(window, tongue), (other, other_tongue)]
    # English takes longest to look through.
    sides.sort(key=lambda side: side[1] == "en")
    return any(all(each.is_in(*side) for side in sides) for each in _predicates())


_OBJECT = re.compile("(?<=[\u3400-\u9fffァ-ヶー%％0-9a-zA-Z])[をにがはと](?=[\u3400-\u9fffぁ-ん])")


def are_opposites(
    source: str,
    target: str,
    source_language: str = "",
    target_language: str = "",
    *,
    beside: tuple[Span | None, ...] = (),
    but: frozenset[str] = frozenset(),
) -> bool:
    """Whether two texts have a word each of which one is the opposite of the other: “closed”, 打开.

    Where one of the texts denies, it may say the same so; words that meet one of the spans `beside` of the texts, where
    they deny, do not count, nor do the words of the concepts `but`.

    >>> are_opposites("请勿打开", "Keep it closed"), are_opposites("请勿打开", "Please open it")
    (True, False)
    """
    languages = (source_language, target_language)
    if not opposites.may_turn(source, target, languages):
        return False
    ours, theirs = opposites.places(source, source_language), opposites.places(target, target_language)
    for concept, sides in ours.items():
        pair = (
            None
            if concept in exchanges.ORDERED or concept in but
            else exchanges.lone_pair(concept, sides, theirs.get(concept, {}))
        )
        if pair and not any(
            at and at[0] < end and start < at[1] for at, (start, end) in zip(beside, pair, strict=False)
        ):
            return True
    return False


def _window(text: str, span: tuple[int, int], tongue: str, *, is_behind: bool = False) -> str:
    """The denial and what stands beside it in its clause; or only what stands behind."""
    before, behind = _WINDOWS[tongue]
    before = 0 if is_behind else before
    start, end = max(0, span[0] - before), min(len(text), span[1] + behind)
    for match in _CLAUSE_END.finditer(text, start, span[0]):
        start = match.end()
    if tongue != "en" and (found := _CLAUSE_END.search(text, span[1], end)) is not None:
        end = found.start()
    return text[start:end]


def is_double(text: str, span: tuple[int, int], *, tongue: str) -> bool:
    """Whether a denial stands beside another one, so that both together affirm: 不戴安全帽者不得进入.

    >>> is_double("不戴安全帽者不得进入工地。", (6, 8), tongue="zh"), is_double("不得进入。", (0, 2), tongue="zh")
    (True, False)
    """
    rest = text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]
    return _DENIALS[markers.tongue(text, tongue)].search(rest) is not None


_DENIALS = {
    "zh": re.compile("[没沒]有|[无無](?![论論])|未经|未經|不(?![仅僅但同可过過断斷良久])|非(?!常)"),
    "ja": re.compile("ない|なし|なく|ません|せず|ずに|以外|無[しく]"),
    "en": re.compile(
        r"\b(?:no|not|never|without|unless|until|nobody|none|nothing|cannot|exclud\w*|fail\w*|refus\w*|miss\w*|lack\w*|forget\w*)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
