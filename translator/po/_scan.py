"""Finds the entries of a PO text: their spans, their fields as written, and what is no entry.

The grammar is that of GNU gettext's reader. One expression takes a whole entry in its usual form; what
it does not take is read token by token, which also says what is wrong and where reading goes on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from translator.po._strings import STRING

_SPACE = r"[ \t\r\n\f\v]*+"
_INLINE = r"[ \t\r\f\v]*+"
_RUN = rf"{STRING}(?:{_SPACE}{STRING})*+"
_COMMENT = r"#(?![~|])[^\n]*+"
_FORM = rf"msgstr{_INLINE}\[{_INLINE}[0-9]+{_INLINE}\]{_SPACE}{_RUN}"
ENTRY = re.compile(
    rf"({_COMMENT}(?:{_SPACE}{_COMMENT})*+{_SPACE})?"
    rf"(?:msgctxt{_SPACE}({_RUN}){_SPACE})?"
    rf"msgid{_SPACE}({_RUN}){_SPACE}"
    rf"(?:msgid_plural{_SPACE}({_RUN}){_SPACE}({_FORM}(?:{_SPACE}{_FORM})*+)|msgstr{_SPACE}({_RUN})){_SPACE}",
    re.DOTALL,
)
FORM = re.compile(rf"msgstr{_INLINE}\[{_INLINE}([0-9]+){_INLINE}\]{_SPACE}({_RUN})", re.DOTALL)
_MARKED = rf"(?:{_INLINE}(?:\n(?:{_INLINE}(?:(?P=mark){_INLINE})?\n)*+{_INLINE}(?P=mark)(?!\|){_INLINE})?{STRING})*+"
TOKEN = re.compile(
    rf"(?P<comment>{_COMMENT})"
    rf"|(?P<field>(?:(?P<mark>#~\|?|#\|){_INLINE})?(?P<keyword>msgid_plural|msgid|msgctxt|msgstr|domain)(?![\w$])"
    rf"{_SPACE}(?:\[{_SPACE}(?P<form>[0-9]+){_SPACE}\]{_SPACE})?"
    rf"(?P<strings>{STRING}(?(mark){_MARKED}|(?:{_SPACE}{STRING})*+)))"
    r"|(?P<lone>#~\|?|#\|)"
    r"|(?P<other>[^\n]++)",
    re.DOTALL,
)
SKIP = re.compile(_SPACE)
_NEW_ENTRY = re.compile(rf"\n{_INLINE}(?:#|msgctxt\b|msgid\b)")


class Raw(NamedTuple):
    """One entry as written: comment lines, runs of strings by field, where it stands.

    `forms` holds (index or None, strings) of every msgstr, in file order.
    """

    start: int
    end: int
    block: str = ""
    context: str | None = None
    source: str = '""'
    plural: str | None = None
    forms: tuple[tuple[int | None, str], ...] = ()
    is_obsolete: bool = False
    previous: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the text at an offset; `is_kept` where the entry is read all the same."""

    offset: int
    message: str
    is_kept: bool = False


@dataclass(slots=True)
class Unit:
    """What the slow reader found from one place on: an entry, or a stretch that is none."""

    end: int
    raw: Raw | None = None
    faults: list[Fault] = field(default_factory=list)
    is_domain: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One token: a comment line, a field with its strings, or anything else."""

    kind: str
    start: int
    end: int
    keyword: str = ""
    mark: str = ""
    form: int | None = None
    strings: str = ""


def tokens(text: str, position: int, stop: int = sys.maxsize) -> Iterator[Token]:
    """The tokens from an offset on; a field that follows another on one line shares its mark."""
    inherited, since = "", position
    while True:
        space = SKIP.match(text, position, stop)
        position = space.end() if space else position
        match = TOKEN.match(text, position, stop)
        if match is None:
            return
        if inherited and "\n" in text[since:position]:
            inherited = ""
        kind = match.lastgroup or "other"
        if kind == "field":
            mark = match["mark"] or inherited
            form = int(match["form"][:9]) if match["form"] else None
            yield Token(kind, position, match.end(), match["keyword"], mark, form, match["strings"])
            inherited = mark
        elif kind == "lone":
            inherited = match[0]
        else:
            yield Token(kind, position, match.end())
            inherited = ""
        since = position = match.end()


def slow(text: str, position: int) -> Unit:
    """Reads one entry, or one stretch that is none, token by token."""
    reader = _Reader(text, position)
    for token in tokens(text, position):
        if not reader.take(token):
            break
    return reader.finish()


class _Reader:
    """Gathers the tokens of one entry and notices where they do not follow the grammar."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.start = -1
        self.end = position
        self.comments: list[Token] = []
        self.previous: list[Token] = []
        self.fields: list[Token] = []
        self.faults: list[Fault] = []
        self.is_domain = False
        self.is_lost = False

    def take(self, token: Token) -> bool:
        """Adds a token; false where it belongs to what follows."""
        if self.is_domain:
            return False
        if self.is_lost:
            return self._skip(token)
        if self._begins_next(token):
            return False
        if self.start < 0:
            self.start = token.start
        self.end = token.end
        fault = self._misplaced(token)
        if fault:
            self._lose(token.start, fault)
        elif token.kind == "comment":
            self.comments.append(token)
        elif token.keyword == "domain":
            self.is_domain = True
        else:
            (self.previous if token.mark.endswith("|") else self.fields).append(token)
        return True

    def _begins_next(self, token: Token) -> bool:
        if not any(each.keyword == "msgstr" for each in self.fields):
            return False
        return not (token.kind == "field" and token.keyword == "msgstr" and not token.mark.endswith("|")) and (
            token.kind in ("comment", "field")
        )

    def _misplaced(self, token: Token) -> str:
        """What forbids a token here; empty where it may stand."""
        if token.kind == "comment":
            what = "a comment stands inside an entry; move it above the entry"
            return what if self.fields or self.previous else ""
        if token.kind != "field":
            return _strange(self.text[token.start : token.end])
        if token.keyword == "domain":
            what = "a domain line stands inside an entry; move it above the entry"
            return what if self.fields or self.previous else ""
        if (token.form is not None) != (token.keyword == "msgstr" and token.form is not None):
            return f"{token.keyword} has a plural index; only msgstr may have one"
        if token.mark.endswith("|"):
            if self.fields:
                return "a previous field stands inside an entry; move it above the entry"
            return "" if token.keyword != "msgstr" else "there is no previous msgstr; delete the line"
        return self._out_of_order(token)

    def _out_of_order(self, token: Token) -> str:
        names = [each.keyword for each in self.fields]
        allowed = {
            "": ("msgctxt", "msgid"),
            "msgctxt": ("msgid",),
            "msgid": ("msgid_plural", "msgstr"),
            "msgid_plural": ("msgstr",),
            "msgstr": ("msgstr",),
        }[names[-1] if names else ""]
        if token.keyword not in allowed:
            lacking = " or ".join(allowed)
            return f"the entry has no {lacking} before this {token.keyword}; add it (its text may be empty)"
        if token.keyword == "msgstr":
            return _wrong_form(token, "msgid_plural" in names, names.count("msgstr"))
        return ""

    def _lose(self, offset: int, message: str) -> None:
        self.faults.append(Fault(offset, message))
        self.is_lost = True

    def _skip(self, token: Token) -> bool:
        """Passes over what is left of a broken entry; false where the next one begins."""
        begins = token.kind == "comment" or token.keyword in ("msgctxt", "msgid", "domain")
        if begins and "\n" in self.text[self.end : token.start]:
            return False
        self.end = token.end
        return True

    def finish(self) -> Unit:
        if self.is_domain or self.is_lost or self.start < 0:
            return Unit(self.end, None, self.faults, self.is_domain)
        names = [each.keyword for each in self.fields]
        if "msgstr" not in names:
            if self.fields or self.previous:
                last = (self.fields or self.previous)[-1]
                lacking = "msgstr" if "msgid" in names else "msgid"
                self._lose(last.start, f"the entry has no {lacking} after its {last.keyword}; add one")
                return Unit(self.end, None, self.faults)
            return Unit(self.end)  # comments after the last entry
        return Unit(self.end, self._raw(), self.faults)

    def _raw(self) -> Raw:
        by_name = {each.keyword: each.strings for each in self.fields}
        first = self.fields[0]
        for token in self.fields[1:] + self.previous:
            if token.mark.startswith("#~") != first.mark.startswith("#~"):
                what = "the entry is partly obsolete; begin each of its lines with #~, or none"
                self.faults.append(Fault(token.start, what, is_kept=True))
                break
        return Raw(
            self.start,
            self.end,
            "\n".join(self.text[each.start : each.end] for each in self.comments),
            by_name.get("msgctxt"),
            by_name["msgid"],
            by_name.get("msgid_plural"),
            tuple((each.form, each.strings) for each in self.fields if each.keyword == "msgstr"),
            first.mark.startswith("#~"),
            tuple((each.keyword, each.strings) for each in self.previous),
        )


def _wrong_form(token: Token, has_plural: bool, count: int) -> str:
    if not has_plural:
        if token.form is not None:
            return "the entry has msgstr[…] but no msgid_plural; add msgid_plural or drop the index"
        return "" if not count else "the entry has two msgstr; delete one of them"
    if token.form is None:
        return "the entry has msgid_plural, so its msgstr needs an index; write msgstr[0]"
    if token.form != count:
        return f"the plural forms are out of order (msgstr[{token.form}]); write msgstr[{count}] here"
    return ""


def _strange(seen: str) -> str:
    """What is wrong with text that is no token."""
    shown = seen if len(seen) <= 40 else seen[:39] + "…"
    if seen.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return f"a merge conflict is left in the catalog (“{shown}”); resolve it"
    word = re.match(r"(?:#~\|?|#\|)?\s*([A-Za-z_$][\w$]*)", seen)
    if word and word[1] not in ("msgid", "msgstr", "msgctxt", "msgid_plural", "domain"):
        return f"there is no keyword “{word[1]}”; comments begin with #, fields with msgctxt, msgid or msgstr"
    if word:
        return f"{word[1]} is not followed by a whole quoted string (“{shown}”); close the quote on its line"
    if seen.startswith('"'):
        closed = re.match(STRING, seen, re.DOTALL)
        if closed and closed.end() <= len(seen):
            return f"a string stands where no field is open (“{shown}”); join it to its field or delete it"
        return f"the string is not closed (“{shown}”); end it with a quote on its line"
    return f"this is neither a comment nor a field (“{shown}”); delete it or begin the line with #"
