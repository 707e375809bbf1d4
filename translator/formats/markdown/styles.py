"""Ways of writing text in Markdown: as it is, with care, or with every mark escaped."""

from __future__ import annotations

import re
from typing import Protocol

from translator.document import Content
from translator.formats.markdown.autolinks import MAIL
from translator.formats.markdown.delimiters import flanking
from translator.formats.markdown.literals import PUNCTUATION, entity
from translator.formats.markdown.places import Place

_MARK = re.compile(r"\*+|_+|~+|`+|[\\\[\]<&|$@{\n\r]|://|[wW]{3}\.|\u00a0")
_SCHEME_END = re.compile(r"(?:https?|ftp)\Z", re.IGNORECASE)


class Style(Protocol):
    """A way of writing text: `before` and `after` are the characters that it touches."""

    def __init__(self, place: Place, content: Content) -> None: ...

    def text(self, text: str, before: str, *, after: str) -> str:
        """The text as it is written between two characters; "" at an end of the block."""
        ...


class Plain:
    """Writes text as it is."""

    def __init__(self, place: Place, content: Content) -> None:
        self.place = place

    def text(self, text: str, before: str, *, after: str) -> str:
        """The text, but for bars inside a table cell."""
        if self.place.name.startswith("cell") and "|" in text:
            return text.replace("|", "\\|")
        return text


class Careful:
    """Escapes what could be read as markup here, alone or together with what stands around."""

    def __init__(self, place: Place, content: Content) -> None:
        self.place = place
        # A bare URL may hold one, and a formula has two; code is parted from the text before dollars count.
        dollars = sum(
            (each if isinstance(each, str) else each.data * (each.kind in ("a", "math"))).count("$") for each in content
        )
        self.may_be_math = place.labels.has_math and dollars > 1
        self.has_targets = bool(place.labels.links or place.labels.footnotes)

    def text(self, text: str, before: str, *, after: str) -> str:
        """The text with a backslash before what would be read as markup there."""
        out: list[str] = []
        at = 0
        for match in _MARK.finditer(text):
            left = text[match.start() - 1] if match.start() else before
            right = text[match.end()] if match.end() < len(text) else after
            out += text[at : match.start()], self._mark(match, left, right)
            at = match.end()
        out.append(text[at:])
        written = "".join(out)
        is_open = after == "[" or (not after and self.place.has_escapes)
        return written[:-1] + "\\!" if is_open and written.endswith("!") else written

    def _mark(self, match: re.Match[str], left: str, right: str) -> str:
        mark = match[0]
        first = mark[0]
        if first in "*_~":
            is_inner = bool(left and right)
            quiet = is_inner and flanking(left, right, first) == (False, False)
            return mark if quiet or (first == "~" and len(mark) > 2) else "".join("\\" + each for each in mark)
        return self._sign(match, mark, left, right)

    def _sign(self, match: re.Match[str], mark: str, left: str, right: str) -> str:
        text = match.string
        if mark[0] == "`":
            return "".join("\\" + each for each in mark)
        if mark == "\\":
            return "\\\\" if not right or right in PUNCTUATION else mark
        if mark in "[]":
            return mark if self._is_quiet_bracket(text, match.start()) else "\\" + mark
        if mark == "<":
            return "\\<" if not right or right.isalpha() or right in "!/?" else mark
        if mark == "&":
            return "\\&" if entity(text, match.start()) or right in ("", "#") else mark
        if mark == "|":
            return "\\|" if self.place.name.startswith("cell") else mark
        if mark == "$":
            # Another sentence of the block may hold the other one.
            is_money = right.isdigit() or right.isspace()
            return "\\$" if self.may_be_math or "$" in (left, right) or not is_money else mark
        if mark == "{":
            return (
                "\\{"
                if right in ("{", "%", "") or match.start() == 0 or self._ends_heading(text, match.start())
                else mark
            )
        if mark == "@":
            return "\\@" if MAIL.match(text, match.end()) else mark
        if mark == "\u00a0":
            return "&nbsp;"
        if mark == "://":
            return "\\://" if _SCHEME_END.search(text, 0, match.start()) else mark
        return mark[:-1] + "\\."

    def _is_quiet_bracket(self, text: str, at: int) -> bool:
        """`[1]` is text where the document defines no labels and nothing follows that makes it a link."""
        if self.has_targets:
            return False
        if text[at] == "]":
            opener = text.rfind("[", 0, at)
            return opener >= 0 and "]" not in text[opener:at] and text[at + 1 : at + 2] not in ("(", "[", "{", ":")
        stop = text.find("]", at)
        return stop >= 0 and "[" not in text[at + 1 : stop] and text[stop + 1 : stop + 2] not in ("(", "[", "{", ":")

    def _ends_heading(self, text: str, at: int) -> bool:
        return self.place.name in ("heading", "setext") and text.rstrip().endswith("}")


class Full:
    """Escapes every mark of ASCII."""

    def __init__(self, place: Place, content: Content) -> None:
        self.place = place

    def text(self, text: str, before: str, *, after: str) -> str:
        """The text with a backslash before every mark."""
        return re.sub(r"[!-/:-@\[-`{-~]", lambda match: "\\" + match[0], text)
