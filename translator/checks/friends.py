"""Words of Chinese in a Japanese translation, and of Japanese in a Chinese one, that are written alike."""

from __future__ import annotations

from collections.abc import Iterator

from translator import locales
from translator.checks._judgement import judge
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check
from translator.errors import shorten
from translator.languages.friends import Friend, false_friends, having_friends, may_have_friends

_CHINESE = ("zh-Hans", "zh-Hant")


def _found(pair: Pair, context: Context) -> tuple[Friend, ...]:
    """The false friends of a pair, looked for once."""
    if not _is_between(pair) or not may_have_friends(pair.target, pair.tag):
        return ()
    found: tuple[Friend, ...] | None = pair.memory.get("friends")
    if found is None:
        found = () if pair.is_empty else false_friends(pair.source_prose, pair.target_prose, pair.tag)
        pair.memory["friends"] = found
    return found


def _is_between(pairs: Pair | Pairs) -> bool:
    """Whether texts of the one language stand beside such of the other."""
    if pairs.tag == "ja":
        return pairs.source_tag in _CHINESE
    return pairs.source_tag == "ja" and pairs.tag in _CHINESE


def _may_be_found(pairs: Pairs) -> int:
    return having_friends(pairs.targets, pairs.tag) if _is_between(pairs) else 0


@check("false-friend", severity="error", needs=Sifted(_may_be_found, _found))
def false_friend(pair: Pair, context: Context) -> Iterator[Fault]:
    """A word of the source's language stands in the translation, where it means something else or nothing.

    Chinese and Japanese write many words alike. Told between these two, where the source has the word, and the translation
    no right rendering of it. A word in quotation marks is spoken of, and may stand.

    Bad: `無料` → `无料`, `手紙を出す` → `寄手纸` (toilet paper) in zh; `乘坐汽车` → `汽車に乗る` (a steam train) in ja
    Good: `無料` → `免费`, `手紙を出す` → `寄信` in zh; `乘坐汽车` → `車に乗る` in ja
    """
    found = _found(pair, context)
    if not found or judge(pair, context).is_copied or judge(pair, context).language:
        return
    allowed = {each.casefold() for each in context.allow}
    for each in found:
        if each.word.casefold() not in allowed:
            yield Fault(_told(each, locales.name(pair.tag)), (each.start, each.end), source_span=each.source_span)


def _told(friend: Friend, language: str) -> str:
    said, word = shorten(friend.said, 30), friend.word
    meant = f"means “{friend.meaning}” in {language}" if friend.meaning else f"is no word of {language}"
    instead = f": “{said}” of the source may be “{friend.right}”" if friend.right else f" (“{said}” in the source)"
    return f"“{word}” {meant}{instead}"
