"""How both texts end: full stop, question, exclamation, colon, ellipsis, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check

_CLASSES = {
    "full stop": ".。．｡",
    "question mark": "?？",
    "exclamation mark": "!！",
    "colon": ":：",
    "semicolon": ";；",
    "comma": ",，、､",
    "ellipsis": "…",
}
_CLASS = {char: name for name, chars in _CLASSES.items() for char in chars}
_TRAILING = re.compile(
    r"[\s\u3000\"'”’」』)）\]］】》*_`]*(?:(?:</?[A-Za-z][^<>]*>|&#82(?:16|17|20|21);|&[lr][sd]?quo;|&quot;)[\s\u3000]*)*$"
)
_TAIL = 120
"""How much of a text's end is looked at."""
_LEFT_OUT = "\"'”’」』)）]］】》*_`>;"
_ELLIPSES = ("...", "。。。", "…", "⋯", "&hellip;", "&#8230;")


def _end_otherwise(pair: Pair, context: Context) -> bool:
    ours, theirs = _endings(pair)
    return ours != theirs


@check("end-punctuation", severity="info", family="form", needs=_end_otherwise)
def end_punctuation(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation ends in another kind of mark than the source: a colon became a full stop.

    Compared by class, so that `。` and `.` are one, as are `：` and `:`. A full stop that only one has
    is a matter of style and not told, nor is an exclamation mark for a full stop (languages are as loud as they
    like), nor the comma or semicolon that parts items of a list; a question has its own check.

    Bad: `お待ちください…` → `Please wait!`
    Good: `お待ちください…` → `Please wait...`
    """
    ours, theirs = _endings(pair)
    if ours == theirs or any({ours, theirs} <= each for each in _FREE) or (ours in _OF_ITEMS and not theirs):
        return
    if not _is_unfinished(ours, theirs) and not _is_question_lost(pair, ours, theirs):
        yield _differing(pair, ours, theirs)


@check("question-mismatch", severity="warning", family="form", needs=_end_otherwise)
def question_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A question became a statement, or the reverse.

    A question that is told by its words (吗, か, whether) may end in a full stop: `end-punctuation` tells of it.

    Bad: `副作用はありますか？` → `There are side effects.`
    Good: `副作用はありますか。` → `Are there side effects?`
    """
    ours, theirs = _endings(pair)
    if _is_question_lost(pair, ours, theirs):
        yield _differing(pair, ours, theirs)


@check("unfinished-sentence", severity="error", family="form", needs=_end_otherwise)
def unfinished_sentence(pair: Pair, context: Context) -> Iterator[Fault]:
    """A sentence that the source ends, the translation leaves at a comma.

    Bad: `効果は持続的。` → `效果具有持续性，`
    Good: `効果は持続的。` → `效果具有持续性。`
    """
    ours, theirs = _endings(pair)
    if _is_unfinished(ours, theirs):
        yield _differing(pair, ours, theirs)


def _endings(pair: Pair) -> tuple[str, str]:
    """The classes of the last marks of both texts; twice nothing where there is nothing to compare."""
    found: tuple[str, str] | None = pair.memory.get("endings")
    if found is None:
        found = (ending(pair.source), ending(pair.target_digits)) if pair.is_compared else ("", "")
        pair.memory["endings"] = found
    return found


def _differing(pair: Pair, ours: str, theirs: str) -> Fault:
    told = f"the source ends in {_a(ours or 'no mark')}, the translation in {_a(theirs or 'no mark')}"
    return Fault(told, (len(pair.target) - 1, len(pair.target)))


_CLOSING = {"full stop", "question mark", "exclamation mark"}


def _is_unfinished(ours: str, theirs: str) -> bool:
    return ours in _CLOSING and theirs == "comma"


def _is_question_lost(pair: Pair, ours: str, theirs: str) -> bool:
    if ours == theirs or "question mark" not in (ours, theirs) or not {ours, theirs} <= _CLOSING:
        return False
    other = pair.source if theirs == "question mark" else pair.target
    return _ASKING.search(other[-_TAIL:]) is None


# Words that ask: what ends in a full stop after them may be a question.
_ASKING = re.compile(
    r"[吗嗎呢吧么麼啊]|什[么麼]|怎|谁|誰(?!か)|哪|几|幾|多少|是否|[为為]何|何(?!か)|か[。．.]|かな|かも|でしょう|だろう|なぜ|どう|どの|どこ(?!か)|いつ(?![かもで])|なに|ください|ましょう"
    r"|\b(?:if|whether|who|whom|whose|what|why|how|when|where|which|wonder|maybe|perhaps|please)\b",
    re.IGNORECASE,
)
_OF_ITEMS = ("comma", "semicolon")
# What one language may choose where another chose otherwise.
_FREE = (
    {"colon", "full stop", "semicolon", "comma"},
    {"", "full stop"},
    {"full stop", "exclamation mark"},
)


def ending(text: str) -> str:
    """The class of the mark that ends a text, looked for inside closing quotes, brackets and tags.

    >>> ending("本当？」"), ending("wait..."), ending("表 1")
    ('question mark', 'ellipsis', '')
    """
    bare = text[-_TAIL:].rstrip()
    while bare and bare[-1] in _LEFT_OUT:
        match = _TRAILING.search(bare)
        if match is None or match.start() == len(bare):
            break
        bare = bare[: match.start()]
    return "ellipsis" if bare.endswith(_ELLIPSES) else _CLASS.get(bare[-1:], "")


def _a(name: str) -> str:
    return name if name.startswith("no ") else f"an {name}" if name[0] in "aeiou" else f"a {name}"
