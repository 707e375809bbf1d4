"""Regular expressions in the syntax of ICU and Java, as SRX files hold them, for Python's `re`.

`\\w`, `\\d` and `\\s` have their Unicode meaning, as in ICU. What cannot be said in Python raises
`Unsupported` with the words of the expression.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from translator.languages.lookbehinds import Unsupported, fixed_lengths
from translator.languages.ranges import (
    WHITE,
    Ranges,
    as_class,
    category,
    complement,
    intersection,
    property_ranges,
    union,
    word,
)

_NO_LINE_END = r"[^\n\r\x85\u2028\u2029]"
_CONTROLS = {"t": 9, "n": 10, "r": 13, "f": 12, "a": 7, "e": 27}
_ASSERTIONS = {
    "A": r"\A", "z": r"\Z", "Z": r"(?=(?:\r\n|[\n\r\x85\u2028\u2029])?\Z)", "b": r"\b", "B": r"\B",
    "R": r"(?:\r\n|[\n-\r\x85\u2028\u2029])",
}  # fmt: skip
_HORIZONTAL: Ranges = (
    (9, 9), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x180E, 0x180E), (0x2000, 0x200A), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000),
)  # fmt: skip
_VERTICAL: Ranges = ((10, 13), (0x85, 0x85), (0x2028, 0x2029))
_SETS: dict[str, Callable[[], Ranges]] = {
    "d": lambda: category("Nd"),
    "w": word,
    "s": lambda: WHITE,
    "h": lambda: _HORIZONTAL,
    "v": lambda: _VERTICAL,
}
_HEXADECIMAL = re.compile(
    r"u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x\{([0-9A-Fa-f]{1,6})\}"
    # the SRX specification itself spells \\uff61 as \\xff61
    r"|x([23f][0-9A-Fa-f]{3}|[0-9A-Fa-f]{2})"
)
_LOW_SURROGATE = re.compile(r"\\u([dD][c-fC-F][0-9A-Fa-f]{2})")
_PROPERTY = re.compile(r"[pP](?:\{\s*(\^?[^}]*?)\s*\}|([A-Z]))")
_POSIX_CLASS = re.compile(r"\[:(\^?)([A-Za-z_=]+):\]")
_BEHIND = ("(?<=", "(?<!")
_COUNT = re.compile(r"\{[0-9]+(?:,[0-9]*)?\}")
_FLAGS = re.compile(r"\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])")
_GROUP = re.compile(r"\(\?(?::|=|!|>|<=|<!|<([A-Za-z]\w*)>|#[^)]*\))")


@dataclass(slots=True)
class _Frame:
    """An open group: how it is written, the flags inside it, and flag groups opened by `(?i)` in it.

    A part is the ways in which it can be written: one, but for groups inside a look-behind, which
    Python allows no choice of lengths.
    """

    opening: str
    flags: frozenset[str] = frozenset()
    is_behind: bool = False
    inner: list[str] = field(default_factory=list)
    parts: list[tuple[str, ...]] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)


def translate(expression: str, first_group: int = 0) -> tuple[str, int]:
    """The expression for Python's `re`, and the number of capturing groups in it.

    `first_group` groups stand before it in the whole pattern. Raises `Unsupported`.

    >>> translate("(?<=a|bc)x")[0]
    '(?:(?<=a)|(?<=bc))x'
    """
    reader = _Reader(expression, first_group)
    reader.run()
    result = reader.result()
    try:
        groups = re.compile("()" * first_group + result).groups - first_group
    except (re.error, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", str(error))
        raise Unsupported(f"{reason}") from error
    if reader.refers_back and groups != reader.groups:
        raise Unsupported("it refers back to a group inside a look-behind")
    return result, groups


class _Reader:
    """Walks over an expression once and writes it anew."""

    def __init__(self, expression: str, first_group: int) -> None:
        self.text = expression
        self.at = 0
        self.first_group = first_group
        self.groups = 0
        self.refers_back = False
        self.stack = [_Frame("")]

    def run(self) -> None:
        """Reads the whole expression; Unsupported where Python has no such construct."""
        while self.at < len(self.text):
            character = self.text[self.at]
            if character == "\\":
                self._escape()
            elif character == "[":
                self._write(as_class(self._class()))
            elif character == "(":
                self._open()
            elif character == ")":
                self._close()
            elif character == "|":
                self._alternative()
            elif character == ".":
                self.at += 1
                self._write("." if "s" in self.stack[-1].flags else _NO_LINE_END)
            elif character in "*+?^$":
                self.at += 1
                self._write(character)
            elif count := _COUNT.match(self.text, self.at):
                self.at = count.end()
                self._write(count[0])
            else:
                self.at += 1
                self._write(re.escape(character))

    def result(self) -> str:
        """The expression for Python; Unsupported where a group is left open."""
        if len(self.stack) > 1:
            raise Unsupported("a group is not closed")
        frame = self.stack[0]
        return self._body(frame)

    def _write(self, piece: str) -> None:
        self.stack[-1].parts.append((piece,))

    def _body(self, frame: _Frame) -> str:
        self._finish(frame)
        return "|".join(frame.alternatives)

    def _finish(self, frame: _Frame) -> None:
        closing = ")" * len(frame.inner)
        written = fixed_lengths(frame.parts) if frame.is_behind else ["".join(part for (part,) in frame.parts)]
        frame.alternatives += (each + closing for each in written)
        frame.parts = [(each,) for each in frame.inner]

    def _alternative(self) -> None:
        self.at += 1
        self._finish(self.stack[-1])

    def _open(self) -> None:
        outer, is_behind = self.stack[-1].flags, self.stack[-1].is_behind
        if not self.text.startswith("(?", self.at):
            self.at += 1
            self.groups += 1
            self.stack.append(_Frame("(?:" if is_behind else "(", outer, is_behind))
            return
        match = _GROUP.match(self.text, self.at)
        if match:
            self.at = match.end()
            opening = match[0]
            if opening.startswith("(?#"):
                return
            if match[1]:
                self.groups += 1
                opening = f"(?P<{match[1]}>"
            is_ahead = opening in {"(?=", "(?!"}
            self.stack.append(_Frame(opening, outer, opening in _BEHIND or (is_behind and not is_ahead)))
            return
        self._flags(outer)

    def _flags(self, outer: frozenset[str]) -> None:
        match = _FLAGS.match(self.text, self.at)
        if not match or not (match[1] or match[2]):
            raise Unsupported(f"the group {self.text[self.at : self.at + 4]!r} is not known")
        unknown = set(match[1] + (match[2] or "")) - set("imsuU")
        if unknown:
            raise Unsupported(f"the flag {''.join(sorted(unknown))!r} is not known")
        self.at = match.end()
        on, off = set(match[1]) & set("ims"), set(match[2] or "") & set("ims")
        flags = (outer | on) - off
        signs = "".join(sorted(on)) + ("-" + "".join(sorted(off)) if off else "")
        opening = f"(?{signs}:"
        if match[3] == ":":
            self.stack.append(_Frame(opening, frozenset(flags), self.stack[-1].is_behind))
            return
        frame = self.stack[-1]
        frame.flags = frozenset(flags)
        frame.inner.append(opening)
        frame.parts.append((opening,))

    def _close(self) -> None:
        if len(self.stack) == 1:
            raise Unsupported("a group is closed that was not opened")
        self.at += 1
        frame = self.stack.pop()
        body = self._body(frame)
        if frame.opening in _BEHIND:
            each = [f"{frame.opening}{part})" for part in frame.alternatives]
            self._write(f"(?:{'|'.join(each)})" if frame.opening == "(?<=" else "".join(each))
        elif frame.is_behind:
            self.stack[-1].parts.append(tuple(f"{frame.opening}{part})" for part in frame.alternatives))
        else:
            self._write(f"{frame.opening}{body})")

    def _escape(self) -> None:
        text, at = self.text, self.at + 1
        if at >= len(text):
            raise Unsupported("it ends with a lone backslash")
        letter = text[at]
        if letter == "Q":
            end = text.find("\\E", at)
            end = len(text) if end < 0 else end
            self._write(re.escape(text[at + 1 : end]))
            self.at = min(end + 2, len(text))
        elif letter in _ASSERTIONS:
            self.at = at + 1
            self._write(_ASSERTIONS[letter])
        elif letter == "k":
            match = re.compile(r"k<([A-Za-z]\w*)>").match(text, at)
            if not match:
                raise Unsupported("\\k needs the name of a group")
            self.at = match.end()
            self.refers_back = True
            self._write(f"(?P={match[1]})")
        elif letter in "123456789":
            self.at = at + 1
            self.refers_back = True
            self._write(f"(?:\\{int(letter) + self.first_group})")
        elif letter in "dws":
            self.at = at + 1
            self._write(f"\\{letter}")
        else:
            self._write(as_class(self._escaped()))

    def _escaped(self) -> Ranges:
        """The set of characters that an escape at the backslash stands for; moves behind it."""
        text, at = self.text, self.at + 1
        letter = text[at : at + 1]
        named = _named(letter)
        if named is not None:
            self.at = at + 1
            return named
        if letter in {"p", "P"}:
            return self._property()
        match = _HEXADECIMAL.match(text, at)
        if match:
            code = int(match[1] or match[2] or match[3] or match[4], 16)
            self.at = match.end()
            low = _LOW_SURROGATE.match(text, self.at)
            if 0xD800 <= code < 0xDC00 and low:
                self.at = low.end()
                code = 0x10000 + ((code - 0xD800) << 10) + int(low[1], 16) - 0xDC00
            return ((code, code),)
        if letter == "N" and text.startswith("N{", at) and "}" in text[at:]:
            return self._name()
        if letter == "0":
            octal = re.compile(r"0([0-7]{1,3})").match(text, at)
            if octal:
                self.at = octal.end()
                return ((int(octal[1], 8),) * 2,)
        if letter.isalnum() or not letter:
            raise Unsupported(f"\\{letter} is not known")
        self.at = at + 1
        return ((ord(letter), ord(letter)),)

    def _name(self) -> Ranges:
        end = self.text.index("}", self.at)
        name = self.text[self.at + 3 : end]
        self.at = end + 1
        try:
            code = ord(unicodedata.lookup(name))
        except KeyError as error:
            raise Unsupported(f"no character is named {name!r}") from error
        return ((code, code),)

    def _property(self) -> Ranges:
        match = _PROPERTY.match(self.text, self.at + 1)
        if not match:
            raise Unsupported(f"{self.text[self.at : self.at + 2]} needs the name of a property")
        name = match[1] or match[2] or ""
        ranges = property_ranges(name.removeprefix("^"))
        if ranges is None:
            raise Unsupported(f"the property {name!r} is not known")
        is_negative = (self.text[self.at + 1] == "P") != name.startswith("^")
        self.at = match.end()
        return complement(ranges) if is_negative else ranges

    def _class(self) -> Ranges:
        """A bracketed class with nested classes, `&&` and `--`; moves behind its end."""
        self.at += 1
        is_negative = self.text.startswith("^", self.at)
        self.at += is_negative
        result: Ranges | None = None
        operator = ""
        current: Ranges = ()
        is_first = True
        while True:
            if self.at >= len(self.text):
                raise Unsupported("a class is not closed")
            sign = self.text[self.at : self.at + 2]
            if self.text[self.at] == "]" and not is_first:
                self.at += 1
                result = _combine(result, operator, current)
                return complement(result) if is_negative else result
            if sign in {"&&", "--", "-["} and not is_first:
                self.at += 1 if sign == "-[" else 2
                result, operator, current = _combine(result, operator, current), sign, ()
                continue
            is_first = False
            current = union(current, self._member())

    def _member(self) -> Ranges:
        posix = _POSIX_CLASS.match(self.text, self.at)
        if posix:
            ranges = property_ranges(posix[2])
            if ranges is None:
                raise Unsupported(f"the class {posix[0]!r} is not known")
            self.at = posix.end()
            return complement(ranges) if posix[1] else ranges
        if self.text[self.at] == "[":
            return self._class()
        low = self._single()
        following = self.text[self.at : self.at + 2]
        is_range = len(following) == 2 and following[0] == "-" and following[1] not in "][-&"
        if not is_range or len(low) != 1 or low[0][0] != low[0][1]:
            return low
        self.at += 1
        high = self._single()
        if len(high) != 1 or high[0][0] != high[0][1] or high[0][0] < low[0][0]:
            raise Unsupported("a class holds a range that has no end or is in reverse")
        return ((low[0][0], high[0][0]),)

    def _single(self) -> Ranges:
        if self.at >= len(self.text):
            raise Unsupported("a class is not closed")
        if self.text[self.at] == "\\":
            if self.text.startswith("\\Q", self.at):
                raise Unsupported("\\Q inside a class")
            return self._escaped() if self.text[self.at + 1 : self.at + 2] != "b" else self._backspace()
        self.at += 1
        return ((ord(self.text[self.at - 1]),) * 2,)

    def _backspace(self) -> Ranges:
        raise Unsupported("\\b inside a class")


def _combine(result: Ranges | None, operator: str, current: Ranges) -> Ranges:
    if result is None:
        return current
    if operator == "&&":
        return intersection(result, current)
    return intersection(result, complement(current))


def _named(letter: str) -> Ranges | None:
    if letter in _CONTROLS:
        return ((_CONTROLS[letter],) * 2,)
    if letter.lower() not in _SETS or not letter:
        return None
    ranges = _SETS[letter.lower()]()
    return complement(ranges) if letter.isupper() else ranges
