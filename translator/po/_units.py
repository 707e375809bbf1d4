"""What is no entry in its usual form, token by token: odd entries, stretches that are none, what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from translator.po._strings import STRING
from translator.po._tokens import Token, tokens


class Raw(NamedTuple):
    """One entry as written: comment lines, runs of strings by field, where it stands.

    `forms` holds (index or None, strings) of every msgstr, in file order.
    """

    start: int
    end: int
    block: bytes = b""
    context: bytes | None = None
    source: bytes = b'""'
    plural: bytes | None = None
    forms: tuple[tuple[int | None, bytes], ...] = ()
    is_obsolete: bool = False
    previous: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the text at an offset."""

    offset: int
    message: str


@dataclass(slots=True)
class Unit:
    """What the slow reader found from one place on: an entry, or a stretch that is none."""

    end: int
    raw: Raw | None = None
    faults: list[Fault] = field(default_factory=list)
    is_domain: bool = False


def slow(text: bytes, position: int) -> Unit:
    """Reads one entry, or one stretch that is none, token by token."""
    reader = _Reader(text, position)
    for token in tokens(text, position):
        if not reader.take(token):
            break
    else:
        if reader.start < 0:  # nothing but marks without a field: `#~` alone on a line
            return Unit(len(text))
    return reader.finish()


class _Reader:
    """Gathers the tokens of one entry and notices where they do not follow the grammar."""

    def __init__(self, text: bytes, position: int) -> None:
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
            (self.previous if token.is_previous else self.fields).append(token)
        return True

    def _begins_next(self, token: Token) -> bool:
        names = [each.keyword for each in self.fields]
        if "msgstr" not in names:
            return "msgid" in names and not token.is_previous and token.keyword in ("msgctxt", "msgid")
        return not (token.kind == "field" and token.keyword == "msgstr" and not token.is_previous) and (
            token.kind in ("comment", "field")
        )

    def _misplaced(self, token: Token) -> str:
        """What forbids a token here; empty where it may stand."""
        if token.kind == "comment":
            what = "a comment stands inside an entry; move it above the entry"
            return what if self.fields or self.previous else ""
        if token.kind != "field":
            return _strange(self.text[token.start : token.end].decode())
        if token.keyword == "domain":
            what = "a domain line stands inside an entry; move it above the entry"
            return what if self.fields or self.previous else ""
        if (token.form is not None) != (token.keyword == "msgstr" and token.form is not None):
            return f"{token.keyword} has a plural index; only msgstr may have one"
        if token.is_previous:
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
        if begins and b"\n" in self.text[self.end : token.start]:
            return False
        self.end = token.end
        return True

    def finish(self) -> Unit:
        """The unit that the lines so far make up."""
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
            if token.is_obsolete != first.is_obsolete:
                what = "the entry is partly obsolete; begin each of its lines with #~, or none"
                self.faults.append(Fault(token.start, what))
                break
        return Raw(
            self.start,
            self.end,
            b"\n".join(self.text[each.start : each.end] for each in self.comments),
            by_name.get("msgctxt"),
            by_name["msgid"],
            by_name.get("msgid_plural"),
            tuple((each.form, each.strings) for each in self.fields if each.keyword == "msgstr"),
            first.is_obsolete,
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
