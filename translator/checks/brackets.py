"""Brackets and quotation marks that do not close as in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check
from translator.languages.sought import Sought

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


def _may_have_any(pairs: Pairs) -> int:
    return pairs.targets.having(_ANY_MARK) | pairs.targets.holding("&#82")


_ANY_MARK = re.compile(f"[{re.escape(''.join(sorted(_ANY)))}]")


@check("bracket-mismatch", severity="error", needs=Sifted(_may_have_any, _has_any))
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
    turned = _TURNED.search(pair.target_digits) if "“" in target else None
    if turned is None and _is_even(target):
        return
    source = _plain(pair.source)
    is_told = False
    for kind in _KINDS:
        opening, closing = kind[0], kind[1]
        lean = target.count(opening) - target.count(closing)
        if lean and lean != source.count(opening) - source.count(closing):
            is_told = True
            yield _unclosed(target, kind)
        elif not lean and opening in target and _turned(source, opening, closing) is None:
            at = _turned(target, opening, closing)
            if at is not None:
                is_told = True
                yield Fault(f"{target[at]} is turned the wrong way", (at, at + 1))
    if turned and not is_told and not _TURNED.search(pair.source):
        yield Fault("“ is turned the wrong way", turned.span())
    if target.count('"') % 2 and not source.count('"') % 2:
        at = target.rfind('"')
        yield Fault('a " has no partner', (at, at + 1))


def _is_even(target: str) -> bool:
    """Whether each bracket and quotation mark of a target is opened as often as closed, and first."""
    for kind in _KINDS:
        if kind[0] in target or kind[1] in target:
            is_lean = target.count(kind[0]) != target.count(kind[1])
            if is_lean or _turned(target, kind[0], kind[1]) is not None:
                return False
    return not target.count('"') % 2


def _plain(text: str) -> str:
    """The text with one form of each bracket; every offset stays what it was."""
    if _WIDE.search(text) is not None:
        text = text.translate(_FOLD)
    if ":" in text or ";" in text:
        text = _SMILEY.sub(lambda match: " " * len(match[0]), text)
    return _REFERENCE.sub(_as_quote, text) if "&#82" in text else text


# A mark that opens stands before a word, not behind or inside one.
_TURNED = Sought(
    r"(?<=\w)&#8220;(?=[\s、。，,.)!?]|$)|(?<=[A-Za-z0-9])“(?=[\s,)!?]|$)|(?<=\w)“(?=[、。，])|(?<=[A-Za-z])(?:“|&#8220;)(?=[A-Za-z])"
)
_SMILEY = Sought(r"(?<=[\s>`])[:;]-?[()](?=[\s<`])")
_REFERENCE = re.compile("&#822([01]);")


def _as_quote(match: re.Match[str]) -> str:
    return ("“" if match[1] == "0" else "”") + " " * (len(match[0]) - 1)


def _turned(text: str, opening: str, closing: str) -> int | None:
    """Where a mark closes what is not open."""
    depth = 0
    for match in re.finditer(f"[{re.escape(opening + closing)}]", text):
        depth += 1 if match[0] == opening else -1
        if depth < 0:
            return match.start()
    return None


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
