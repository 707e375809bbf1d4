"""Items of an enumeration that a translation lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check

_LEAST = 4
"""The items from which a list is taken for one: commas part clauses too."""
_COMMA = re.compile("[、，,](?![0-9]{3})")
# An item is a short noun; the words that join the last one to the others belong to no item.
_TERM = re.compile("\\s*[\u30a0-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff々A-Za-z0-9 %()（）'.の\ufffc/&＆-]{1,14}$")
_ENGLISH_TERM = re.compile(r"\s*[\w%()'\ufffc/&-]+(?: [\w%()'\ufffc/&-]+){0,3}$")
_JOINED = re.compile(
    r"\s*(?:和|及|以及|与|與|或|還有|还有|等|並びに|および|または|もしくは|あるいは|そして|その他|(?:and|or)\b)"
)
# 每日1次，每次20mg: how often and how much are clauses, not items, and numbers have a check of their own.
_DOSE = re.compile(r"[每毎]|^ ?[0-9.]+[^0-9]{0,2}$|[0-9] ?(?:[次回日天]|分|小?[时時])")
_JOINT = re.compile(
    r"[、，,;；/・·:：。\n→]|和|及|与|與|跟|或|並びに|または|もしくは|あるいは|そして|とか|や|と|&|＆|还|還|并|以|一| - |—|–|\. "
    r"|\b(?:and|or|nor|plus|with|but|then|to|including|both|as well as)\b"
)
_MARKS = "。.．!！ \n"
_INTRODUCTION = re.compile(
    r"\s*(?:(?:此外|另外|除此|除了|其他|而且)[^、，]{0,8}，|(?:besides|beyond|apart|in addition|other than|moreover|also|furthermore"
    r"|additionally)(?: (?:to|from|than|of|these|this|that|those|them|it|the|above|which|all))*,)",
    re.IGNORECASE,
)
_ADJACENT = re.compile(
    r"[、，,;；]\s*(?=(?:和|及|以及|与|與|跟|或|並びに|および|または|もしくは|あるいは|そして|and\b|or\b))"
)
_COMMAS = frozenset("、，,")


def _is_enumeration(pair: Pair, context: Context) -> bool:
    """Whether a source has commas enough for a list, and the translation no more."""
    if _COMMAS.isdisjoint(pair.source_chars):
        return False
    ours = sum(map(pair.source.count, _COMMAS))
    return ours >= _LEAST - 1 and not pair.is_empty and sum(map(pair.target.count, _COMMAS)) <= ours


@check("lost-item", severity="warning", needs=_is_enumeration)
def lost_item(pair: Pair, context: Context) -> Iterator[Fault]:
    """An enumeration of four items or more has fewer of them in the translation.

    Counted are the marks and words that part items, in the source's longest list and anywhere in the
    translation: what else parts the sentence there can hide a loss, never make one.

    Bad: `皮膚症状、血球減少症、漿膜炎、関節炎、脱毛も改善` → `Skin symptoms, serositis and hair loss improved`
    Good: `A、B、C、D、E` → `A, B, C, D and E`
    """
    if not _is_enumeration(pair, context):
        return
    ours = _longest(pair)
    if ours < _LEAST - 1:
        return
    theirs = _joints(pair.target_prose)
    if theirs < ours:
        yield Fault(f"the source lists {ours + 1} items, the translation {theirs + 1} at most")


def _joints(prose: str) -> int:
    """How many marks and words part anything in a translation, but for what leads into the sentence."""
    plain = _ADJACENT.sub("", _INTRODUCTION.sub("", prose).rstrip(_MARKS))
    if plain.count("、") > 1:
        # Beside the mark of lists the comma parts clauses.
        plain = plain.replace("，", "")
    return len(_JOINT.findall(plain))


def _longest(pair: Pair) -> int:
    """How many marks part the items of the source's longest list."""
    term = _ENGLISH_TERM if pair.source_tag == "en" else _TERM
    most = count = 0
    # What stands before the first mark, and behind the last one, belongs to the sentence too.
    for piece in _COMMA.split(pair.source_prose)[1:-1]:
        is_item = term.match(piece) is not None and _JOINED.match(piece) is None and _DOSE.search(piece) is None
        count = count + 1 if is_item else 0
        most = max(most, count)
    return most + 1
