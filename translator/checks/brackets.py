"""Brackets and quotation marks that do not close as in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check

_KINDS = {
    "()": "（）",
    "[]": "［］",
    "{}": "｛｝",
    "“”": "",
    "「」": "｢｣",
    "『』": "",
    "《》": "",
    "〈〉": "",
    "【】": "",
    "〔〕": "",
    "〖〗": "",
}
_FOLD = {ord(wide): plain for pair, wides in _KINDS.items() for plain, wide in zip(pair, wides, strict=False)}
_WIDE = re.compile("[" + "".join(map(chr, _FOLD)) + "]")
_ANY = frozenset("".join((*_KINDS, *_KINDS.values(), '"')))


def _has_any(pair: Pair, context: Context) -> bool:
    """Whether a target has a bracket or quotation mark."""
    return not pair.is_empty and (not _ANY.isdisjoint(pair.target_chars) or "&#82" in pair.target)


@check("bracket-mismatch", severity="error", needs=_has_any)
def bracket_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A bracket or quotation mark is opened and not closed, or closed and not opened.

    Full-width and half-width forms count as one kind. What the source leaves open (`1)`, a smiley)
    the translation may leave open too.

    Bad: `（CREA）` → `(CREA`
    Good: `（CREA）` → `(CREA)`
    """
    if not _has_any(pair, context):
        return
    target = _plain(pair.target_digits)
    if _is_even(target):
        return
    source = _plain(pair.source)
    for kind in _KINDS:
        opening, closing = kind[0], kind[1]
        lean = target.count(opening) - target.count(closing)
        if lean and lean != source.count(opening) - source.count(closing):
            yield _unclosed(target, kind)
        elif not lean and _is_turned(target, opening, closing) and not _is_turned(source, opening, closing):
            at = target.index(closing)
            yield Fault(f"{closing} stands before its {opening}", (at, at + 1))
    if target.count('"') % 2 and not source.count('"') % 2:
        at = target.rfind('"')
        yield Fault('a " has no partner', (at, at + 1))


def _is_even(target: str) -> bool:
    """Whether each bracket and quotation mark of a target is opened as often as closed, and first."""
    for kind in _KINDS:
        if kind[0] in target or kind[1] in target:
            is_lean = target.count(kind[0]) != target.count(kind[1])
            if is_lean or _is_turned(target, kind[0], kind[1]):
                return False
    return not target.count('"') % 2


def _plain(text: str) -> str:
    """The text with one form of each bracket; every offset stays what it was."""
    if _WIDE.search(text) is not None:
        text = text.translate(_FOLD)
    if ":" in text or ";" in text:
        text = _SMILEY.sub(lambda match: " " * len(match[0]), text)
    return _REFERENCE.sub(_as_quote, text) if "&#82" in text else text


_SMILEY = re.compile(r"(?<=[\s>`])[:;]-?[()](?=[\s<`])")
_REFERENCE = re.compile("&#822([01]);")


def _as_quote(match: re.Match[str]) -> str:
    return ("“" if match[1] == "0" else "”") + " " * (len(match[0]) - 1)


def _is_turned(text: str, opening: str, closing: str) -> bool:
    """Whether a closing mark comes before any opening one."""
    at = text.find(closing)
    return at >= 0 and text.find(opening) > at


def _unclosed(target: str, kind: str) -> Fault:
    """The fault at the mark that has no partner."""
    opened: list[int] = []
    for at, char in enumerate(target):
        if char == kind[0]:
            opened.append(at)
        elif char == kind[1]:
            if not opened:
                return Fault(f"{char} closes nothing", (at, at + 1))
            opened.pop()
    at = opened[-1]
    return Fault(f"{kind[0]} is never closed", (at, at + 1))
