"""The tokens of a PO text, and the usual form of a whole entry, as GNU gettext's reader knows them.

All texts are UTF-8 bytes: half the memory of `str` for Chinese and Japanese, and none is copied.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from translator.po._strings import STRING

_SPACE = r"[ \t\r\n\f\v]*+"
_INLINE = r"[ \t\r\f\v]*+"
_RUN = rf"{STRING}(?>(?:{_SPACE}{STRING})*)"
# One string that holds no escape, and is the whole field.
_PLAIN = rf'"([^"\\\n]*+)"(?!{_SPACE}")'
_COMMENT = r"#(?![~|])[^\n]*+"
_FORM = rf"msgstr{_INLINE}\[{_INLINE}[0-9]+{_INLINE}\]{_SPACE}{_RUN}"
_PREVIOUS = (
    rf"#\|{_INLINE}(?:msgctxt|msgid_plural|msgid){_INLINE}{STRING}"
    rf"(?>(?:{_INLINE}\n{_INLINE}#\|{_INLINE}{STRING})*){_INLINE}\n{_SPACE}"
)
# Between the strings of a field: space, and where the field is marked (#~, #|), the same mark on each line.
_MARKED_SPACE = rf"{_INLINE}(?>(?:\n(?>(?:{_INLINE}(?:(?P=mark){_INLINE})?\n)*){_INLINE}(?P=mark)(?!\|){_INLINE})?)"
_GAP = rf"(?(mark){_MARKED_SPACE}|{_SPACE})"


def _expression(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode(), re.DOTALL)


ENTRY = _expression(
    rf"(?:({_COMMENT}(?>(?:{_SPACE}{_COMMENT})*)){_SPACE})?((?>(?:{_PREVIOUS})+))?"
    rf"(?:msgctxt{_SPACE}({_RUN}){_SPACE})?"
    rf"msgid{_SPACE}(?:{_PLAIN}|({_RUN})){_SPACE}"
    rf"(?:msgstr{_SPACE}(?:{_PLAIN}|({_RUN}))|msgid_plural{_SPACE}({_RUN}){_SPACE}({_FORM}(?>(?:{_SPACE}{_FORM})*)))"
    rf"(){_SPACE}"
)
PREVIOUS = _expression(rf"(msg[a-z_]+){_INLINE}({STRING}(?>(?:[^m\"]*+{STRING})*))")
FORM = _expression(rf"msgstr{_INLINE}\[{_INLINE}([0-9]+){_INLINE}\]{_SPACE}({_RUN})")
SKIP = _expression(_SPACE)
_TOKEN = _expression(
    rf"(?P<comment>{_COMMENT})"
    rf"|(?P<field>(?:(?P<mark>#~\|?|#\|){_INLINE})?(?P<keyword>msgid_plural|msgid|msgctxt|msgstr|domain)(?![\w$])"
    rf"{_GAP}(?:\[{_GAP}(?P<form>[0-9]+){_GAP}\]{_GAP})?(?P<strings>{STRING}(?>(?:{_GAP}{STRING})*)))"
    r"|(?P<lone>#~\|?|#\|)"
    r"|(?P<other>[^\n]++)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: a comment line, a field with its strings, or anything else."""

    kind: str
    start: int
    end: int
    keyword: str = ""
    mark: str = ""
    form: int | None = None
    strings: bytes = b""

    @property
    def is_previous(self) -> bool:
        """Whether the field belongs to the previous source (`#|`, `#~|`)."""
        return self.mark.endswith("|")

    @property
    def is_obsolete(self) -> bool:
        """Whether the field belongs to an obsolete entry (`#~`)."""
        return self.mark.startswith("#~")


def tokens(text: bytes, position: int, stop: int = sys.maxsize) -> Iterator[Token]:
    """The tokens from an offset on; a field that follows another on one line shares its mark."""
    inherited, since = b"", position
    while True:
        space = SKIP.match(text, position, stop)
        position = space.end() if space else position
        match = _TOKEN.match(text, position, stop)
        if match is None:
            return
        if inherited and b"\n" in text[since:position]:
            inherited = b""
        kind = match.lastgroup or "other"
        if kind == "field":
            mark = match["mark"] or inherited
            form = int(match["form"][:9]) if match["form"] else None
            yield Token(kind, position, match.end(), match["keyword"].decode(), mark.decode(), form, match["strings"])
            inherited = mark
        elif kind == "lone":
            inherited = match[0]
        else:
            yield Token(kind, position, match.end())
            inherited = b""
        since = position = match.end()
