"""What two texts claim: comparison signs beside numbers, and whether a sentence is negated.

Languages negate and compare in too many ways for a full answer: only what is plain is reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from translator.languages import markers, numbers
from translator.languages.markers import Marker
from translator.languages.numbers import Number
from translator.languages.quantities import Difference
from translator.languages.verbatim import prose

_DIRECTION = {"≥": 1, ">": 1, "≤": -1, "<": -1}
_SYMBOL = re.compile("[<>≤≥≦≧⩽⩾]")
_BEFORE = re.compile(r"[ `'\"“=:：]{0,2}(?:the |a |of |为|為|是)?")
_BEHIND = re.compile(r"[ `'\"”]{0,2}[^\W\d_、。，]{0,4}?[ `'\"”]?(?:の|を|に|と|or |and )?")
# What stands for a negation beside the words of markers.txt: parts of words, and verbs.
_NEGATIVE = {
    "en": re.compile(
        r"(?i)\b(?:a|un|in|im|ir|il|non-?|dis|mis|de|anti|mal)[a-z]{3,}|less\b|\b(?:fail|prevent|refus|den[iy]|ignor|avoid|lack|miss|"
        r"omit|stop|hardly|rarely|seldom|barely|few|little|only|but|otherwise|instead|rather|than|skip|exclu|reject|forbid|"
        r"prohibit|disallow|block|bar|false|zero|empty|blank|free|out of|off|unless|until|before|beyond|too|yet|wrong|error|else|except|remove|drop|delete|clear|drop|hide|disable|lose|lost|leave|left|old|exceed|keep|shut|remember|nobody|nothing)"
    ),
    "zh": re.compile("[不没沒无無未非勿莫别別否免禁缺失错錯空少难難除外]|拒|忽略|避免|防止|只有|才|以外|关闭|隐藏|清|删|丢|停|绝|絕"),
    "ja": re.compile("[ないぬず無不未非否禁避失空]|ません|まい|拒|除|以外|しか|だけ|のみ|エラー|外|削|落|止|難|ゼロ|ノン|アン"),
}  # fmt: skip
# Plain words for “not”; 不, 非, 無 inside a word are none: 不透明 is “opaque”.
_PLAIN_NOT = {
    "en": re.compile(r"(?i)(?:not|cannot|never|without)\b|[a-z]+n['’]t\b|no (?=[a-z])"),
    "zh": re.compile("没有|沒有|并非|並非|不[能会會要可是应應得]|无法|無法|从未|從未|未能|绝不|決不"),
    "ja": re.compile("(?:ない|なかった)(?:[。、です]|$)|ません(?:でした)?(?:[。、]|$)|なし(?:[。、]|$)"),
}  # fmt: skip
_QUOTED = re.compile(r"`+[^`]*`+|\{[^{}]*\}|/\{.*")
_CLAUSE = re.compile(r"[?？吗嗎]|忘|でも構い|しか[^。]{0,12}(?:ない|ません)|[,，、;；:：(（]|[.。!！?？](?=.)")


def compare_comparison_signs(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The comparison signs beside a number that turn round, and the symbols that are left out.

    >>> [each.message for each in compare_comparison_signs("SLEDAI ≧ 8", "SLEDAI of 8 or less")]
    ['comparison ≧ → or less']
    """
    ours, theirs = _signs(source, source_language), _signs(target, target_language)
    if not ours:
        return ()
    values = {each.value for each in numbers.read(target, target_language)}
    out = []
    for value, signs in ours.items():
        others = theirs.get(value, [])
        one = signs[0]
        if len(signs) == len(others) == 1 and _DIRECTION[one.concept] != _DIRECTION[others[0].concept]:
            two = others[0]
            message = f"comparison {one.text} → {two.text}"
            out.append(Difference("comparison", message, (one.start, one.end), (two.start, two.end)))
        elif not theirs and value in values and _SYMBOL.match(one.text) and not _has_sign(target, target_language):
            message = f"comparison {one.text} is missing"
            out.append(Difference("comparison", message, (one.start, one.end), None))
    return tuple(out)


def _has_sign(text: str, language: str) -> bool:
    return any(each.kind == "comparison" for each in markers.read(text, language))


def _signs(text: str, language: str) -> dict[Fraction, list[Marker]]:
    """The comparison words and symbols beside a number, by its value."""
    found = [each for each in markers.read(text, language) if each.kind == "comparison"]
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
        return _BEFORE.fullmatch(text[sign.end : number.start]) is not None
    if number.end <= sign.start <= number.end + 10 and not _SYMBOL.match(sign.text):
        return _BEHIND.fullmatch(text[number.end : sign.start]) is not None
    return False


# Couples of which neither may stand for the other in another language.
_OPPOSED = (
    {"all", "half"},
    {"all", "few"},
    {"all", "some"},
    {"half", "most"},
    {"half", "few"},
    {"most", "few"},
    {"all", "most"},
)


def compare_quantifiers(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The one quantifier of a sentence (all, half, most, some, few) that became another.

    Judged only where both texts hold exactly one such word.

    >>> [each.message for each in compare_quantifiers("全員で改善した", "Half of them improved")]
    ['quantifier 全員 → Half']
    """
    ours = _amounts(source, source_language)
    if len(ours) != 1 or _is_long(source, target):
        return ()
    theirs = _amounts(target, target_language)
    if len(theirs) != 1 or {ours[0].concept, theirs[0].concept} not in _OPPOSED:
        return ()
    one, two = ours[0], theirs[0]
    message = f"quantifier {one.text} → {two.text}"
    return (Difference("quantifier", message, (one.start, one.end), (two.start, two.end)),)


def _amounts(text: str, language: str) -> Sequence[Marker]:
    """The quantifiers of a text, [] where it is negated: “hardly any”, 几乎不."""
    found = markers.read(text, language)
    is_negated = any(each.kind == "negation" for each in found)
    return [] if is_negated else [each for each in found if each.kind == "quantifier"]


def _is_long(source: str, target: str) -> bool:
    """Whether two texts are more than one short clause."""
    return bool(
        len(source) > 120 or len(target) > 120 or _CLAUSE.search(source.strip()) or _CLAUSE.search(target.strip())
    )


def compare_negation(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The negation that a translation of one short clause drops or adds.

    Only clauses of one negation, or of none, are judged, and only where the other text has nothing
    that could stand for it (“unable”, “fail”, 以外).

    >>> [each.message for each in compare_negation("没有副作用", "It has side effects")]
    ['negation 没有 is missing']
    """
    if _is_long(source, target):
        return ()
    tongues = markers.tongue(source, source_language), markers.tongue(target, target_language)
    ours, theirs = _negations(source, source_language), _negations(target, target_language)
    if len(ours) == 1 and not theirs and _is_plain(source, ours[0], tongues[0]) and not _hints(target, tongues[1]):
        one = ours[0]
        return (Difference("negation", f"negation {one.text} is missing", (one.start, one.end), None),)
    if len(theirs) == 1 and not ours and _is_plain(target, theirs[0], tongues[1]) and not _hints(source, tongues[0]):
        two = theirs[0]
        return (Difference("negation", f"negation {two.text} is added", None, (two.start, two.end)),)
    return ()


def _negations(text: str, language: str) -> Sequence[Marker]:
    plain = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    return [each for each in markers.read(plain, language) if each.kind == "negation"]


def _is_plain(text: str, negation: Marker, tongue: str) -> bool:
    return _PLAIN_NOT[tongue].match(text, negation.start) is not None


def _hints(text: str, tongue: str) -> bool:
    """Whether anything in a text could stand for a negation."""
    return _NEGATIVE[tongue].search(prose(text)) is not None
