"""JSON and JSON Lines: the string values are blocks; keys, numbers, order and white space stay.

Every string value that holds a letter is a block; `paths` chooses among them by the path of their
keys. An escape (`\\n`, `\\u4e2d`) is read as the character that it stands for and a target is
escaped as JSON needs it: in a file that keeps to ASCII the target does so too. `\\u0000` and its
like, and halves of surrogate pairs, are inline Codes, since no catalog can hold them. Objects in a
list are the rows of a table, so that values of the same key are judged side by side; a key such as
`ja` or `zh-CN` declares the language of its value. The note says the key and the one above it.

Duplicate keys and numbers of any size are not looked at. What a strict parser refuses is refused,
with its line and column; comments and trailing commas are read in `.jsonc` files alone. Nothing is
built from the file and nothing recurs: one pass, nesting up to 1,000 levels.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat

from translator.columns import Blocks, Shape, Span
from translator.document import Code, Content, Reading, Segment
from translator.errors import Location, TranslatorError, locate, shorten
from translator.formats import Format, Option, ReadOptions
from translator.formats._paths import Paths
from translator.formats._tree import Keeper, Tree

DEPTH = 1_000
_SPACE = r"[ \t\n\r]*+"
_COMMENTS = r"(?>(?:[ \t\n\r]++|//[^\n\r]*+|/\*(?s:.*?)\*/)*)"
_PLAIN = r'[^"\\\x00-\x1f]*+'
_ESCAPED = rf'(?>(?:(?>(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{{4}}){_PLAIN}){{1,999}}))*)'
_STRING = f'"{_PLAIN}{_ESCAPED}"'
_KINDS = (
    rf"({_STRING})|([\[{{])|([\]}}])|(,)|(:)|(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null)"
)
_TOKEN = {space: re.compile(f"{space}(?:{_KINDS})") for space in (_SPACE, _COMMENTS)}
# A key, and if its value is a string, what is plain of it and the rest.
_PAIR = re.compile(rf'{_SPACE}"({_PLAIN}{_ESCAPED})"{_SPACE}:{_SPACE}(?:"({_PLAIN})({_ESCAPED})"{_SPACE}(,)?)?')
_NAMES = ("", "a string", "an opening bracket", "a closing bracket", "a comma", "a colon", "a number or literal")
_STRING_TOKEN, _OPEN, _CLOSE, _COMMA, _COLON, _LITERAL = range(1, 7)
_LETTER = re.compile(r"[^\W\d_]")
_ESCAPE = re.compile(r"\\(.)")
_UNITS = re.compile(r"(?>(?:(?>(?:\\u[0-9A-Fa-f]{4}){1,999}))+)")
_SHORT = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "r": "\r", "t": "\t"}
_ABOVE_ASCII = re.compile(r"(?<!\\)(?>(?:\\\\)*)\\u(?!00[0-7])")
_NEEDS_ESCAPE = re.compile(r'["\\\x00-\x1f\ud800-\udfff]')


def _read(text: str, options: ReadOptions) -> Reading:
    scanner = _Scanner(text, options)
    scanner.read()
    return Reading(scanner.parts, scanner.blocks, scanner.keeper.spans())


class _Scanner:
    """One pass over the text, in which `blocks` and the keeper fill."""

    def __init__(self, text: str, options: ReadOptions) -> None:
        name = options.path.lower()
        self.text, self.path = text, options.path
        self.is_lines = name.endswith((".jsonl", ".ndjson"))
        self.has_comments = name.endswith(".jsonc")
        self.form = "ascii" if text.isascii() and _ABOVE_ASCII.search(text) else ""
        self.shape = Shape("", "value", self.form)
        """The shape of the last value: the next one most often has the same."""
        self.keeper = Keeper(text)
        self.parts = {"": text}
        self.blocks = Blocks(self.parts)
        self.tree = Tree(Paths(options.values.get("paths", ())), is_list=self.is_lines)

    def read(self) -> None:
        """Finds the values, in order; the grammar of RFC 8259 is judged on the way."""
        text, tree, keep = self.text, self.tree, self.keeper.keep
        space = _COMMENTS if self.has_comments else _SPACE
        token = _TOKEN[space].match
        at, state = 0, "value"
        while True:
            if state in ("key", "key or }"):
                # Most of a file is this; elsewhere tokens are taken one by one.
                at, state = self._members(at, state)
            match = token(text, at)
            if match is None:
                break
            kind = match.lastindex or 0
            start = match.start(kind)
            if self.has_comments:
                keep(at, start, "comment")
            if state == "end":
                state = self._next_value(at, start)
            at = match.end()
            if kind == _STRING_TOKEN and state in ("key", "key or }"):
                self._key(start + 1, at - 1)
                state = "colon"
            elif kind in (_STRING_TOKEN, _LITERAL) and state in ("value", "value or ]"):
                tree.top.index += 1
                if kind == _LITERAL:
                    keep(start, at, "number or literal")
                else:
                    self._value(start + 1, at - 1, is_escaped="\\" in text[start:at])
                state = self._after_value()
            elif kind == _OPEN and state in ("value", "value or ]"):
                state = self._open(start)
            elif kind == _CLOSE and self._may_close(state, text[start]):
                tree.close()
                state = self._after_value()
            elif kind == _COMMA and state == "comma":
                state = "key" if tree.top.is_mapping else "value"
                if self.has_comments:
                    state += " or }" if tree.top.is_mapping else " or ]"
            elif kind == _COLON and state == "colon":
                state = "value"
            else:
                raise self._misplaced(start, state, kind)
        self._finish(re.compile(space).match(text, at), state)

    def _after_value(self) -> str:
        return "comma" if self.tree.depth else "end"

    def _may_close(self, state: str, bracket: str) -> bool:
        wanted = ("key or }", "comma") if bracket == "}" else ("value or ]", "comma")
        return self.tree.depth > 0 and state in wanted and self.tree.top.is_mapping == (bracket == "}")

    def _open(self, start: int) -> str:
        if self.tree.depth == DEPTH:
            raise self._fault(start, f"nested more than {DEPTH} levels deep", "flatten the data")
        is_object = self.text[start] == "{"
        self.tree.open(start, is_mapping=is_object)
        return "key or }" if is_object else "value or ]"

    def _next_value(self, low: int, high: int) -> str:
        if not self.is_lines:
            raise self._surplus(high)
        if not re.search(r"[\r\n]", self.text[low:high]):
            raise self._fault(high, "a second value on the line", "write one value a line")
        return "value"

    def _members(self, at: int, state: str) -> tuple[int, str]:
        """Reads members of an object one by one while their values are strings: where the next token is, and the state."""
        text, level, is_key, read = self.text, self.tree.top, self._key, self._value
        pair = _PAIR.match
        while match := pair(text, at):
            (_, at), key, (start, middle), (_, end), (comma, _) = match.regs
            is_key(*key)
            if start < 0:
                return at, "value"
            level.index += 1
            read(start, end, is_escaped=middle < end)
            if comma < 0:
                return at, "comma"
            state = "key or }" if self.has_comments else "key"
        return at, state

    def _key(self, start: int, end: int) -> None:
        raw = self.text[start:end]
        self.tree.top.key = json.loads(f'"{raw}"') if "\\" in raw else raw
        self.keeper.keep(start, end, "key")

    def _value(self, start: int, end: int, *, is_escaped: bool) -> None:
        """Reads a string value whose inside is this span."""
        text = self.text
        if not _LETTER.search(text, start, end):
            return
        if not self.tree.is_chosen():
            self.keeper.keep(start, end, "a path that is not chosen")
            return
        form = self.form
        spans: list[Span] = []
        if is_escaped:
            spans = _spans(text, start, end)
            if not any(map(_is_worded, spans, repeat(text))):
                self.keeper.keep(start, end, "a value without letters")
                return
            form += "/" if text.find("\\/", start, end) >= 0 else ""
        note, lang, place = self.tree.place()
        shape = self.shape
        if shape.form != form or shape.lang != lang:
            shape = self.shape = Shape("", "value", form, lang)
        if spans:
            self.blocks.lay(spans, shape, note=note, place=place)
        else:
            self.blocks.stretch(start, end, shape, note, place)
        self.keeper.block()

    def _fault(self, at: int, what: str, advice: str) -> TranslatorError:
        return TranslatorError(f"{what}; {advice}", locate(self.text, at, self.path))

    def _surplus(self, at: int) -> TranslatorError:
        if self.text.startswith(("//", "/*"), at):
            return self._unreadable(at)
        return self._fault(at, "text after the end of the value", "remove it, or name the file .jsonl")

    def _misplaced(self, at: int, state: str, kind: int) -> TranslatorError:
        wanted = {"comma": "a comma or the closing bracket", "colon": "a colon", "end": "the end"}.get(
            state, f"a {state}"
        )
        level = self.tree.top
        inside = ""
        if self.tree.depth:
            opened = locate(self.text, level.start, self.path)
            inside = f" in the {'object' if level.is_mapping else 'array'} opened at {opened.line}:{opened.column}"
        seen = shorten(self.text[at : at + 20], 20)
        return self._fault(at, f"{_NAMES[kind]} where {wanted} should be{inside} (“{seen}”)", "correct the JSON")

    def _unreadable(self, at: int) -> TranslatorError:
        text = self.text
        if text[at] == '"':
            return self._broken_string(at)
        if text.startswith(("//", "/*"), at):
            return self._fault(at, "a comment, which JSON does not have", "remove it, or name the file .jsonc")
        if text[at] == "'":
            return self._fault(at, "a single quote", "JSON has double quotes alone")
        seen = shorten(re.compile(r"\S{1,30}").match(text, at)[0] if not text[at].isspace() else repr(text[at]), 24)  # type: ignore[index]
        return self._fault(at, f"neither string, number nor bracket (“{seen}”)", "correct the JSON")

    def _broken_string(self, start: int) -> TranslatorError:
        body = re.compile(
            r'"[^"\\\x00-\x1f]*+(?>(?:(?>(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*+){1,999}))*)'
        )
        found = body.match(self.text, start)
        assert found is not None
        at = found.end()
        if at == len(self.text):
            return self._fault(start, "a string without its closing quote", "add the quote")
        if self.text[at] == "\\":
            return self._fault(at, f"an escape that JSON does not have (“{self.text[at : at + 6]}”)", "correct it")
        code = f"\\u{ord(self.text[at]):04x}"
        return self._fault(at, f"a line break or control character in a string ({code})", f"write it as {code}")

    def _finish(self, space: re.Match[str] | None, state: str) -> None:
        """What lies behind the last token: nothing but space, or the text is no JSON."""
        assert space is not None
        if self.has_comments:
            self.keeper.keep(*space.span(), "comment")
        if space.end() < len(self.text):
            raise self._surplus(space.end()) if state == "end" and not self.is_lines else self._unreadable(space.end())
        if self.tree.depth:
            level = self.tree.top
            name = "object" if level.is_mapping else "array"
            raise self._fault(level.start, f"an {name} that is never closed", "the file may have been cut off")
        if state == "value" and not self.is_lines:
            raise TranslatorError("no JSON value in the file; leave it out of the sources", Location(self.path, 1, 1))


def _spans(text: str, start: int, end: int) -> list[Span]:
    """The pieces of a string's inside: plain runs, and escapes with what they stand for."""
    found: list[Span] = []
    at = start
    for match in _ESCAPE.finditer(text, start, end):
        low = match.start()
        if low > at:
            found.append((at, low, None))
        elif low < at:
            continue  # in a run of units
        mark = match[1]
        at = low + 2
        if mark in _SHORT:
            found.append((low, at, _SHORT[mark]))
        elif mark == "u":
            units = _UNITS.match(text, low, end)
            assert units is not None
            found += _units(units[0], low)
            at = units.end()
        else:
            found.append((low, at, Code("x", match[0], "alone", low)))
    if at < end:
        found.append((at, end, None))
    return found


def _is_worded(span: Span, text: str) -> bool:
    """Whether a letter is in a piece."""
    start, end, content = span
    if content is None:
        return _LETTER.search(text, start, end) is not None
    return isinstance(content, str) and _LETTER.search(content) is not None


def _units(raw: str, start: int) -> Iterator[Span]:
    """Pieces for a run of `\\uXXXX`: letters together, everything else alone, unpaired halves Codes."""
    at = low = start
    word = ""
    for char in json.loads(f'"{raw}"'):
        size = 12 if char > "\uffff" else 6
        if char.isalnum():
            word += char
            at += size
            continue
        if word:
            yield low, at, word
            word = ""
        is_text = (char >= " " and not "\ud800" <= char <= "\udfff") or char in "\n\r\t"
        yield at, at + size, _one(char) if is_text else Code("x", raw[at - start : at - start + size], "alone", at)
        at += size
        low = at
    if word:
        yield low, at, word


@lru_cache(maxsize=1024)
def _one(char: str) -> str:
    return char


def _escape(content: Content, segment: Segment) -> str:
    return "".join(each.data if isinstance(each, Code) else _escaped(each, segment.form) for each in content)


def _escaped(text: str, form: str) -> str:
    if form.startswith("ascii"):
        text = json.dumps(text)[1:-1]
    elif _NEEDS_ESCAPE.search(text):
        text = _NEEDS_ESCAPE.sub(lambda match: json.dumps(match[0])[1:-1], text)
    return text.replace("/", "\\/") if form.endswith("/") else text


FORMAT = Format(
    "json",
    (".json", ".jsonl", ".ndjson", ".jsonc"),
    _read,
    _escape,
    options=(
        Option("paths", [], "patterns of the values to translate, such as `/items/*/title`, `title`, `!id`; none: all"),
    ),
)
