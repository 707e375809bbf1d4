"""Signs in front of numbers in two texts: p = 0.27, p < 0.27, ±5 %, −0.5.

What ≤ and ≥ say in words is compared elsewhere, with the words that say it.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

from translator.languages.difference import Difference
from translator.languages.numerals import exact
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_SAME = {
    "≦": "≤",
    "⩽": "≤",
    "<=": "≤",
    "=<": "≤",
    "≧": "≥",
    "⩾": "≥",
    ">=": "≥",
    "+/-": "±",
    "+-": "±",
    "∼": "~",
    "〜": "~",
    "～": "~",
    "≒": "≈",
    "!=": "≠",
    "<>": "≠",
}
_NUMBER = r"(?P<n>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+)(?![0-9])"
# A relation stands between a name and its value; <3 alone may be a heart, and x==3 is code.
_RELATION = re.compile(
    rf"(?<=[\w)）%\]]) ?(?<![=<>!:+*/-])(?P<sign><=|>=|=<|!=|[=<>≤≥≦≧⩽⩾≠≈≒])(?![=<>]) ?[-+±]?{_NUMBER}"
)
_PLUS_MINUS = re.compile(rf"(?P<sign>±|\+/-|(?<![0-9A-Za-z])\+-) ?{_NUMBER}")
_SAID = re.compile(
    r"±|\+/?-|(?i:plus[ -]or[ -]minus|plus[/-]minus|within|margin|deviation|either|tolerance|exceed|error|accura|range|varia)|(?<![A-Za-z])(?:SD|SEM|SE)(?![A-Za-z])"
    r"|プラスマイナス|正[负負]|以内|以內|範囲|范围|標準|标准|上下|前後|左右|公差|误差|誤差|超|精度|偏差|のずれ"
)
_SIGNED = re.compile(rf"(?P<sign>[-+=<>≤≥−－]) ?{_NUMBER}")
_MINUS = re.compile(rf"(?:^|(?<=[\s(（\[:：=,，、~〜～→]))(?:(?<![0-9%℃] ))[-−－]{_NUMBER}")
_BELOW = re.compile(
    r"[-−－–—﹣]|(?i:minus|negative|below|less|lower|decreas|declin|reduc|fell|fall|drop|loss|lost|down|deficit|under)|零下|[负負]|マイナス|氷点下|[减減]|[下低降]|亏|虧|赤字|損|损|少"
)
_DIGIT = re.compile("[0-9０-９]")
_HINT = Sought(r"[=<>≤≥≦≧⩽⩾≠≈≒±＝＜＞]|\+/?-|[-−－][0-9.]")


def compare_signs(source: str, target: str) -> tuple[Difference, ...]:
    """The signs in front of numbers that became others: = and <, ± and −, − and none.

    >>> [each.message for each in compare_signs("有意差なし(p=0.27)", "not significant (p < 0.27)")]
    ['“=0.27” became “< 0.27”']
    >>> [each.message for each in compare_signs("误差不超过±3mmHg", "within -3 mmHg")]
    ['“±3” became “-3”']
    >>> compare_signs("误差±5%以内", "the error is within 5%")
    ()
    """
    if _DIGIT.search(source) is None or _HINT.has(source) is None:
        return ()
    ours, theirs = prose(source), prose(target)
    found = _relation(ours, theirs) or _plus_minus(ours, theirs) or _minus(ours, theirs)
    if found is None:
        return ()
    (_, span), (two, other) = found
    one = source[slice(*span)] if span is not None else ""
    two = target[slice(*other)] if two and other is not None else ""
    return (
        Difference(
            "altered", f"“{one}” {'became' if two else 'lost its sign'}{f' “{two}”' if two else ''}", span, other
        ),
    )


def signed(sources: Texts) -> int:
    """The texts that may have a sign in front of a number."""
    return sources.having(_HINT, sources.having(_DIGIT))


_Told = tuple[str, tuple[int, int] | None]


def _relation(source: str, target: str) -> tuple[_Told, _Told] | None:
    """An equation that became an inequality, at a number that both texts have once."""
    ours = _by_value(_RELATION, source)
    if not ours:
        return None
    theirs = _by_value(_RELATION, target)
    for value, match in ours.items():
        other = theirs.get(value)
        if other is None:
            continue
        one, two = _sign(match), _sign(other)
        # What turned round, or lost its <, comparison-mismatch tells.
        if one != two and one == "=":
            return _shown(match, source), _shown(other, target)
    return None


def _plus_minus(source: str, target: str) -> tuple[_Told, _Told] | None:
    ours = {exact(match["n"]): match for match in _PLUS_MINUS.finditer(source)}
    if not ours:
        return None
    kept = Counter(exact(match["n"]) for match in _PLUS_MINUS.finditer(target))
    for value, match in ours.items():
        if kept[value]:
            continue
        other = next((each for each in _SIGNED.finditer(target) if exact(each["n"]) == value), None)
        if other is not None:
            return _shown(match, source), _shown(other, target)
        bare = next((each for each in _BARE.finditer(target) if exact(each[0]) == value), None)
        if bare is not None and not _SAID.search(target):
            return _shown(match, source), ("", bare.span())
    return None


_BARE = re.compile(r"(?<![0-9.,])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9]|[.,][0-9])")


def _minus(source: str, target: str) -> tuple[_Told, _Told] | None:
    """A negative number that is a positive one, and nothing in the target may say what the sign says."""
    ours = [match for match in _MINUS.finditer(source)]
    if not ours or _BELOW.search(target):
        return None
    for match in ours:
        value = exact(match["n"])
        bare = [each for each in _BARE.finditer(target) if exact(each[0]) == value]
        if len(bare) == 1 and sum(exact(each[0]) == value for each in _BARE.finditer(source)) == 1:
            return _shown(match, source), ("", bare[0].span())
    return None


def _by_value(pattern: re.Pattern[str], text: str) -> dict[Fraction, re.Match[str]]:
    """What a pattern finds, by its number; a number that stands twice is left out."""
    found: dict[Fraction, re.Match[str]] = {}
    often: Counter[Fraction] = Counter()
    for match in pattern.finditer(text):
        value = exact(match["n"])
        often[value] += 1
        found[value] = match
    return {value: match for value, match in found.items() if often[value] == 1}


def _sign(match: re.Match[str]) -> str:
    return _SAME.get(match["sign"], match["sign"])


def _shown(match: re.Match[str], text: str) -> tuple[str, tuple[int, int]]:
    start = match.start("sign") if "sign" in match.groupdict() else match.start()
    return text[start : match.end()], (start, match.end())
