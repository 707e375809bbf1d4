"""What two texts say of a number's bounds: at least, more than, ≤, 以上, 未満.

A comparison is read with the number that it stands beside and with what denies it: 不得大于5 and “must not exceed 5”
both say ≤ 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from translator.languages import abreast, denials, directions, lexicon, markers, numbers
from translator.languages.markers import Marker
from translator.languages.numbers import Number
from translator.languages.quantities import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_DIRECTION = {"≥": 1, ">": 1, "≤": -1, "<": -1}
_SYMBOL = re.compile("[<>≤≥≦≧⩽⩾]")
_BEFORE_SIGN = re.compile(r"[ `'\"“=:：]{0,2}(?:the |a |of |为|為|是)?")
_BEHIND_SIGN = re.compile(
    r"[ `'\"”]{0,2}(?:[A-Za-z%％℃°µμΜ]{0,6}(?:/[A-Za-zµμ%]{1,4}[²³]?)?|[^\W\d_、。，]{0,4}?)[ `'\"”]?(?:の|を|に|と|or |and )?"
)
_DENIED = {"≥": "<", ">": "≤", "≤": ">", "<": "≥"}
_NUMBER = r"[0-9０-９一二三四五六七八九十百千万亿億半]"
_AFTER = re.compile(
    rf"[\s　]?[（(]?{_NUMBER}|\s(?:one|two|three|four|five|six|seven|eight|nine|ten|a)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?:{_NUMBER}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))[%％‰℃]?[\s　]?[^\s0-9、。，,.;；]{{0,6}}[\s　]?$",
    re.IGNORECASE,
)


# What a text must hold for a comparison that these checks tell of: looked for first.
_SIGNS = ("<", ">", "≤", "≥", "≦", "≧", "＜", "＞", "⩽", "⩾")
_COMPARISONS = {
    "en": (*_SIGNS, "than", "least", "most", "or more", "or less", "over", "under", "above", "below", "up to", "within",
           "exceed", "maximum", "minimum", "or later", "or fewer", "beyond", "or greater", "or above", "or older", "or higher",
           "or lower", "or younger", "or earlier", "excess", "latest", "and above", "and up", "or up"),
    "ja": (*_SIGNS, "以", "超", "未満", "少なくとも", "最", "多くとも", "高々", "まで", "より", "回", "弱", "満たな", "至らな", "上限", "下限", "遅くとも", "早くとも", "下らない", "足らず", "を切"),
    "zh": (*_SIGNS, "以", "至", "超", "逾", "不", "最", "大于", "大於", "小于", "小於", "多于", "多於", "少于", "少於", "低",
           "高", "更", "未满", "未滿", "未満", "之内", "起码", "强于", "多过", "多過", "超出", "无", "於"),
}  # fmt: skip
_COMPARING = {tongue: re.compile("|".join(map(re.escape, words))) for tongue, words in _COMPARISONS.items()}
_SIGN = Sought("[≤≥≦≧＜＞⩽⩾]|(?<![-=<A-Za-z/])[<>]=?(?= ?[0-9])")
_DIGIT = re.compile("[0-9０-９]")


def may_compare(text: str, tongue: str) -> bool:
    """Whether a text holds a word or sign of those looked for: a quick question before all others."""
    return _COMPARING[tongue].search(text) is not None


def compare_comparisons(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The comparisons with a number that turn round or change, and the signs that are left out.

    Of kind `bound` where one of two words means the number itself too: 以上 and 超.

    >>> [each.message for each in compare_comparisons("SLEDAI ≧ 8", "SLEDAI of 8 or less")]
    ['“≧” became “or less”']
    >>> [each.message for each in compare_comparisons("18岁以上", "18歳を超える")]
    ['“以上” became “超え”']
    """
    if _SIGN.has(source) is not None and _DIGIT.search(source) is not None:
        return _turned_signs(source, target, source_language, target_language)
    tongues = markers.tongue(source, source_language), markers.tongue(target, target_language)
    found = _turned_pairs(source, target, tongues)
    if found:
        return found
    turned = directions.compare_directions(source, target, tongues)
    return () if turned is None or _is_deadline(source, target, turned) else (turned,)


def _turned_pairs(source: str, target: str, tongues: tuple[str, str]) -> tuple[Difference, ...]:
    """The comparisons that turn round, sentence by sentence."""
    wanted = markers.bits("comparison")
    if not (markers.hints(target, tongues[1]) & wanted and markers.hints(source, tongues[0]) & wanted):
        return ()
    if not markers.may_differ("comparison", source, target, tongues) and not _may_deny(source, target, tongues):
        return ()
    if not may_compare(target, tongues[1]) or not may_compare(source, tongues[0]):
        return ()
    out: list[Difference] = []
    for one, two, at, to in abreast.sentences(source, target):
        for each in _turned(one, two, tongues):
            if _is_deadline(one, two, each):
                continue
            (start, end), (first, last) = each.source_span or (0, 0), each.target_span or (0, 0)
            out.append(replace(each, source_span=(start + at, end + at), target_span=(first + to, last + to)))
    return tuple(out)


def comparing(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> int:
    """The texts in whose translation a comparison may turn round."""
    texts = tuple(zip((sources, targets), tongues, strict=True))
    signed, both, denied = sources.having(_SIGN) & sources.having(_DIGIT), sources.all, 0
    for some, tongue in texts:
        both &= some.having(_COMPARING[tongue]) & lexicon.saying("comparison", some, tongue)
        denied |= some.having(_MAY_DENY) if tongue != "en" else denials.denying(some, "en")
    turned = both and both & (denied | lexicon.differing("comparison", sources, targets, tongues))
    return signed | turned | directions.telling(targets, tongues[1])


def _turned(source: str, target: str, tongues: tuple[str, str]) -> tuple[Difference, ...]:
    """The comparisons of one sentence that turn round in the other."""
    ours, theirs = _read(source, tongues[0]), _read(target, tongues[1])
    if not ours or not theirs:
        return ()
    digits = [_DIGIT.search(each) is not None for each in (source, target)]
    if all(digits):
        turned = _turned_bounds(source, target, tongues, ours, theirs)
        if turned is not None:
            return turned
    if any(digits):
        one, two = list(_compared(ours, source)), list(_compared(theirs, target))
        if len(one) == len(two) == 1 and _is_other(one[0], two[0]):
            return (_became(one[0], two[0]),)
    return _turned_words(ours, theirs)


def _is_deadline(source: str, target: str, found: Difference) -> bool:
    """Whether the two comparisons are one deadline from both its sides: 至少提前5天, “no later than 5 days before”."""
    signs = source[slice(*found.source_span or (0, 0))], target[slice(*found.target_span or (0, 0))]
    is_both = any(map(_LATEST.fullmatch, signs)) and any(map(_AT_LEAST.fullmatch, signs))
    return is_both and _EARLIER.search(source) is not None and _EARLIER.search(target) is not None


_LATEST = re.compile("遅くとも|まで|最[迟遲晚]|no(?:t)? later than|at the latest", re.IGNORECASE)
_AT_LEAST = re.compile("至少|最少|起[码碼]|不少[于於]|少なくとも|以上|at least", re.IGNORECASE)
_EARLIER = re.compile(r"前|\b(?:before|prior|ahead|in advance|earlier|early)\b", re.IGNORECASE)


def _may_deny(source: str, target: str, tongues: tuple[str, str]) -> bool:
    """Whether one of two texts that may compare denies it: 大于5 and “not greater than 5”."""
    return any(
        _MAY_DENY.search(text) if tongue != "en" else denials.may_deny(text, "en")
        for text, tongue in zip((source, target), tongues, strict=True)
    )


_MAY_DENY = re.compile("[不勿未非没沒]|な[いくら]|ません|禁")


@lru_cache(maxsize=8)
def _read(text: str, language: str) -> tuple[Marker, ...]:
    """The comparisons of a text, each as what it says where it is denied: ≤ for 不得大于."""
    tongue = markers.tongue(text, language)
    before, after = _DENIED_BEFORE[tongue], _DENIED_BEHIND[tongue]
    out = []
    for each in markers.read(text, language):
        if each.kind != "comparison":
            continue
        is_denied = before.search(text[max(0, each.start - 24) : each.start]) is not None
        if not is_denied and after is not None:
            is_denied = after.match(text, each.end) is not None
        if _OR.match(each.text) and _DIGIT.match(text, each.end + 1):
            # “over 180 or under 90”: it is of the number behind it.
            plain = replace(
                each, start=each.start + 3, text=each.text[3:], concept=_STRICT.get(each.concept, each.concept)
            )
            out.append(plain)
            continue
        concept = _DENIED[each.concept] if is_denied else each.concept
        if concept in _STRICT and _EXCLUSIVE.match(text, each.end):
            concept = _STRICT[concept]
        out.append(replace(each, concept=concept))
    return tuple(out)


# A bound that a note leaves out: 6.5%以下（不含）, 100以上（100を含まない）.
_EXCLUSIVE = re.compile(
    r" ?[(（,，、]? ?(?:不含|不包[含括]|exclusive(?!ly)|not including|[0-9.%％]{0,8}(?:そのもの|自身)?[はを]?含ま[なずぬ])"
)
_OR = re.compile("or (?:under|below|over|above)$", re.IGNORECASE)
_STRICT = {"≤": "<", "≥": ">"}


# What denies a comparison in front of it, and behind it: “must not exceed”, 不得超过, を超えない.
_DENIED_BEFORE = {
    "en": re.compile(
        r"(?:\b(?:not(?! (?:\w+ )?for\b)|never|cannot|neither|nor|without)\b|n['’]t\b)[^.,;:0-9]{0,18}$", re.IGNORECASE
    ),
    "zh": re.compile("(?:[不勿未非]|[没沒]有)(?![过過仅僅但只断斷同])[^，。、,.;；:：0-9]{0,3}$"),
    "ja": re.compile("(?!)"),
}
_DENIED_BEHIND = {
    "en": None,
    "zh": None,
    "ja": re.compile(
        "て(?:は)?[^。、0-9]{0,8}?(?:ない|ません|いけ|なら|なり)|(?:ることは[^。、0-9]{0,4}|ることが|る必要は|ら)?(?:ない|ません|なく(?!て))"
        "|で(?:は)?(?:ない|ありません)|る(?:こと|の)(?:は|を)?禁"
    ),
}


def _turned_bounds(
    source: str, target: str, tongues: tuple[str, str], ours: Sequence[Marker], theirs: Sequence[Marker]
) -> tuple[Difference, ...] | None:
    """The comparisons of equal numbers that turn round; None where no number has one in both texts."""
    left, right = _beside(source, tongues[0], ours), _beside(target, tongues[1], theirs)
    out, is_told = [], False
    for value, signs in left.items():
        others = right.get(value)
        if others is None or len(signs) != 1 or len(others) != 1:
            continue
        is_told = True
        if _is_other(signs[0], others[0]):
            out.append(_became(signs[0], others[0]))
    return tuple(out) if is_told else None


def _beside(text: str, tongue: str, found: Sequence[Marker]) -> dict[Fraction, list[Marker]]:
    """The comparisons of a text by the number that they stand beside; 一年 counts where no figure has its value."""
    plain = prose(text)
    out: dict[Fraction, list[Marker]] = {}
    for number in sorted(numbers.read(text, tongue), key=lambda each: each.is_soft):
        if number.is_soft and number.value in out:
            continue
        signs = [each for each in found if _is_next(plain, number, each)]
        if len(signs) == 1:
            out.setdefault(number.value, []).append(signs[0])
        elif signs:
            out.setdefault(number.value, []).extend(signs)
    return out


def _is_next(text: str, number: Number, sign: Marker) -> bool:
    """Whether a word of comparison belongs to a number: in front of it, or behind its unit."""
    if sign.end <= number.start <= sign.end + 12:
        return (
            not _BEHIND_ONLY.fullmatch(sign.text) and _GAP_BEFORE.fullmatch(text[sign.end : number.start]) is not None
        )
    if number.end <= sign.start <= number.end + 18 and not _SYMBOL.match(sign.text):
        if sign.text in _EITHER_SIDE and _DIGIT.match(text, sign.end):
            # 满60岁未满65岁: it is of the number behind it.
            return False
        return not _FRONT_ONLY.fullmatch(sign.text) and _GAP_BEHIND.fullmatch(text[number.end : sign.start]) is not None
    return False


_GAP_BEFORE = re.compile(
    r"[ `'\"“=:：約约]{0,2}(?:the |a |of |about |为|為|是)?(?:[\u4e00-\u9fff]{0,5}|[ぁ-んァ-ヶ]{0,4}|(?:the |age |of ){0,3})"
)
_GAP_BEHIND = re.compile(
    r"[ `'\"”]{0,2}(?:[A-Za-z%％℃°µμ/²³^*×·-]{0,8}[ ]?){0,2}[^\W\d_、。，A-Za-z]{0,6}?[ `'\"”]?(?:の|を|に|と|が|or |and )?"
)
# Which side of their number some words stand on: 18岁以上, “18 or more”; “more than 5”, 超过5.
_BEHIND_ONLY = re.compile(
    "以上|以下|以内|以內|之内|未満|以降|以前|まで|超え|超|超過|上回|下回|より.+|満たな|足らず|弱"
    r"|or (?:more|less|fewer|greater|above|over|below|under|older|younger|higher|lower|later)|and above",
    re.IGNORECASE,
)
_EITHER_SIDE = ("未满", "未滿", "不满", "不滿")
_FRONT_ONLY = re.compile(
    r"(?:more|less|fewer|greater|smaller|higher|lower|larger) than(?: or equal to)?|at least|at most|no .*|not .*|up to|over|above|below|under"
    r"|within|exceed.*|beyond|maximum.*|minimum.*|equal to .*"
    "|至少|至多|最多|最少|超过|超過|不.*|大于.*|大於.*|小于.*|小於.*|多于|多於|少于|少於|高于|高於|低于|低於|起码|逾|少なくとも|最低|多くとも|最大|高々|最長|最短|最长|最短",
    re.IGNORECASE,
)


def _turned_words(ours: Sequence[Marker], theirs: Sequence[Marker]) -> tuple[Difference, ...]:
    """At least that became at most, beside any number or none.

    The translation says a direction that the source does not say at all, and the other one less often.
    """
    for up in (1, -1):
        said = [each for each in ours if _DIRECTION[each.concept] == up]
        turned = [each for each in theirs if _DIRECTION[each.concept] != up]
        if len(said) != len(ours) or not turned or len(theirs) - len(turned) >= len(said):
            continue
        first, second = (
            next((each for each in found if not _LOOSE.fullmatch(each.text)), None) for found in (said, turned)
        )
        if first and second:
            return (_became(first, second),)
    return ()


# Words of place, time and text as well: “the text above”, 以下のとおり, まで.
_LOOSE = re.compile(
    r"over|above|below|under|beyond|within|maximum.*|minimum.*|exceed.*|or later|or above|[<>＜＞]|以上|以下|以降|以前|以内|以內|之内"
    "|超|超え|超出|上回|下回|まで|より.+|最大|最低|最少|最多|弱|高于|高於|低于|低於",
    re.IGNORECASE,
)


def _compared(found: tuple[Marker, ...], text: str) -> Iterator[Marker]:
    """The comparisons that stand beside a number."""
    for each in found:
        if each.kind == "comparison" and (_AFTER.match(text, each.end) or _BEFORE.search(text[: each.start])):
            yield each


def _turned_signs(source: str, target: str, source_language: str, target_language: str) -> tuple[Difference, ...]:
    """The signs beside a number that turn round or are left out."""
    ours, theirs = _signs(source, source_language), _signs(target, target_language)
    if not ours:
        return ()
    values = {each.value for each in numbers.read(target, target_language)}
    out = []
    for value, signs in ours.items():
        others = theirs.get(value, [])
        one = signs[0]
        if len(signs) == len(others) == 1 and _is_other(one, others[0]):
            out.append(_became(one, others[0]))
        elif not theirs and value in values and _SYMBOL.match(one.text) and not _has_sign(target, target_language):
            out.append(Difference("comparison", f"“{one.text}” is missing", (one.start, one.end), None))
    return tuple(out)


def _is_other(one: Marker, two: Marker) -> bool:
    """Whether two comparisons differ: in direction, or in whether the bound itself is meant.

    Of words in English that is not asked: 九成以上 is “over 90 %” to most.
    """
    if one.concept == two.concept:
        return False
    is_turned = _DIRECTION.get(one.concept) != _DIRECTION.get(two.concept)
    return is_turned or not any(_ENGLISH.match(each.text) for each in (one, two)) or bool(_SYMBOL.match(one.text))


_ENGLISH = re.compile("[A-Za-z]")


def _has_sign(text: str, language: str) -> bool:
    return any(each.kind == "comparison" for each in _read(text, language))


def _signs(text: str, language: str) -> dict[Fraction, list[Marker]]:
    """The comparison words and symbols beside a number, by its value."""
    found = [each for each in _read(text, language) if each.kind == "comparison"]
    if not found:
        return {}
    plain = prose(text)
    out: dict[Fraction, list[Marker]] = {}
    for number in numbers.read(text, language):
        sign = next((each for each in found if _is_beside(plain, number, each)), None)
        if sign is not None and not number.is_soft:
            out.setdefault(number.value, []).append(sign)
    return out


def _is_beside(text: str, number: Number, sign: Marker) -> bool:
    if sign.end <= number.start <= sign.end + 6:
        return _BEFORE_SIGN.fullmatch(text[sign.end : number.start]) is not None
    if number.end <= sign.start <= number.end + 14 and not _SYMBOL.match(sign.text):
        return _BEHIND_SIGN.fullmatch(text[number.end : sign.start]) is not None
    return False


def _became(one: Marker, two: Marker) -> Difference:
    """The difference of two comparisons: of kind `bound` where only whether the number itself is meant differs."""
    is_turned = _DIRECTION.get(one.concept) != _DIRECTION.get(two.concept)
    is_sign = any(_SYMBOL.match(each.text) for each in (one, two))
    kind = "comparison" if is_turned or is_sign else "bound"
    return Difference(kind, f"“{one.text}” became “{two.text}”", (one.start, one.end), (two.start, two.end))
