"""How a Content is written in a message and read back: Codes become numbered placeholders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from translator.document import Code, Content

PLACEHOLDER = re.compile(r"<(/?)([a-z]+)([1-9][0-9]*)(/?)>")
EMPTY = "<empty/>"
"""The target that exports nothing."""


def placeholder(code: Code) -> str:
    """`<b1>`, `</b1>` or `<br1/>`.

    >>> placeholder(Code("b", "**", "open", 1))
    '<b1>'
    """
    if code.form == "open":
        return f"<{code.kind}{code.number}>"
    if code.form == "close":
        return f"</{code.kind}{code.number}>"
    return f"<{code.kind}{code.number}/>"


def to_message(content: Content) -> str:
    """The content as a translator sees it."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join(each if isinstance(each, str) else placeholder(each) for each in content)


def is_blank(source: str, target: str) -> bool:
    """Whether a target shows nothing although its source does: white space, or Codes alone.

    >>> is_blank("治疗", "\u3000"), is_blank("<b1>治疗</b1>", "<b1></b1>"), is_blank(" ", " "), is_blank("无", "–")
    (True, True, False, False)
    """
    if target[:1].isalnum() or target == EMPTY:
        return False
    return bool(target) and not _SHOWN.search(PLACEHOLDER.sub("", target)) and _shows(source)


def _shows(source: str) -> bool:
    return _SHOWN.search(PLACEHOLDER.sub("", source)) is not None


# White space, and signs without a width: joiners, marks of direction, the soft hyphen.
_SHOWN = re.compile(r"[^\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")


def from_message(message: str, codes: Iterable[Code]) -> Content:
    """The message as a Content: placeholders that name one of the codes become that Code.

    A placeholder that names none of them stays text: finding it is a check's work. The target
    `<empty/>` is the empty content.
    """
    if message == EMPTY:
        return ()
    by_name = {placeholder(code): code for code in codes}
    if not by_name:
        return (message,) if message else ()
    out: list[str | Code] = []
    at = 0
    for match in PLACEHOLDER.finditer(message):
        code = by_name.get(match.group())
        if code is None:
            continue
        if match.start() > at:
            out.append(message[at : match.start()])
        out.append(code)
        at = match.end()
    if at < len(message):
        out.append(message[at:])
    return tuple(out)


def placeholders(message: str) -> tuple[str, ...]:
    """The placeholders of a message, in order.

    >>> placeholders("<b1>結果</b1><br1/>")
    ('<b1>', '</b1>', '<br1/>')
    """
    if "<" not in message:
        return ()
    return tuple(match.group() for match in PLACEHOLDER.finditer(message))


def strip(message: str) -> str:
    """The message without its placeholders.

    >>> strip("<b1>結果</b1>")
    '結果'
    """
    return PLACEHOLDER.sub("", message)


def difference(source: str, target: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(missing, surplus): placeholders of the source not in the target, and the reverse."""
    ours, theirs = placeholders(source), placeholders(target)
    if ours == theirs:
        return (), ()
    wanted, found = Counter(ours), Counter(theirs)
    return tuple((wanted - found).elements()), tuple((found - wanted).elements())


def describe(content: Content) -> tuple[str, ...]:
    """What each placeholder stands for, one line each, for the extracted comment.

    >>> describe((Code("b", "**", "open", 1), "重要", Code("b", "**", "close", 1)))
    ('<b1>…</b1>: ** … **',)
    """
    lines: list[str] = []
    closing = {(c.kind, c.number): c for c in content if isinstance(c, Code) and c.form == "close"}
    for code in content:
        if not isinstance(code, Code) or code.form == "close":
            continue
        data = " ".join(code.data.split())
        if code.form == "alone":
            lines.append(f"{placeholder(code)}: {data}")
            continue
        close = closing.get((code.kind, code.number))
        pair = f"{placeholder(code)}…</{code.kind}{code.number}>"
        lines.append(f"{pair}: {data} … {' '.join(close.data.split())}" if close else f"{pair}: {data}")
    return tuple(lines)


def renamed(target: str, old: str, new: str) -> str | None:
    """The target with the old source's placeholders named as in the new one; None where they do not map.

    >>> renamed("<b1>Dose</b1>: 5 mg", "<b1>用量</b1>：5 mg", "<i1>用量</i1>：5 mg")
    '<i1>Dose</i1>: 5 mg'
    """
    names, wanted = placeholders(old), placeholders(new)
    if names == wanted:
        return target
    if len(names) != len(wanted) or [_shape(each) for each in names] != [_shape(each) for each in wanted]:
        return None
    mapping = dict(zip(names, wanted, strict=True))
    return PLACEHOLDER.sub(lambda match: mapping.get(match.group(), match.group()), target)


def _shape(placeholder: str) -> str:
    return "close" if placeholder.startswith("</") else "alone" if placeholder.endswith("/>") else "open"
