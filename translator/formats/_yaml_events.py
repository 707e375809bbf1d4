"""The parser's events of a YAML text: ruamel.yaml, brought nearer to YAML 1.2.2 where it differs.

Imported only when a YAML document is read, since ruamel.yaml is an extra. What is mended, each named
by cases of the YAML test suite: tabs between tokens (6BCT, J3BT), tabs that stand for indentation
(Y79Y), keys of a flow mapping that go over lines (4MUZ, NJ66), values that touch a quoted key
(9MMW), blank lines before a block scalar (4QFQ), `...` without a document (HWV9), comments that touch
a token (SU5Z), a lone `-` in a flow (G5U8), directives inside a document (9HCY), of later versions and of other names (MUS6, ZYU8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.parser import Parser
from ruamel.yaml.scanner import Scanner, ScannerError
from ruamel.yaml.tokens import (
    DirectiveToken,
    DocumentEndToken,
    FlowMappingEndToken,
    FlowSequenceEndToken,
    ScalarToken,
    StreamStartToken,
)

from translator.errors import Location, TranslatorError, locate, shorten

_LATEST = 2
_BREAKS = "\r\n\x85\u2028\u2029"


def events(text: str, path: str) -> Iterator[Any]:
    """The events in order; TranslatorError where the text is no YAML."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner, yaml.Parser = _Scanner, _Parser
    try:
        yield from yaml.parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(str(each) for each in (error.context, error.problem) if each)
        place = locate(text, mark.index, path) if mark else Location(path)
        raise TranslatorError(f"no YAML: {shorten(said, 120)}{_advice(text, mark, said)}", place) from error
    except YAMLError as error:
        at = getattr(error, "position", 0)
        at = at if isinstance(at, int) and at < len(text) else 0
        seen = f"U+{ord(text[at]):04X}" if text else shorten(str(error), 80)
        raise TranslatorError(
            f"a character that YAML does not allow ({seen}); escape it in double quotes", locate(text, at, path)
        ) from error
    except (ValueError, OverflowError, IndexError, AttributeError, TypeError, AssertionError) as error:
        # The library lets these through for escapes beyond Unicode and some broken directives.
        raise TranslatorError(f"no YAML: {shorten(str(error), 120)}; correct it", Location(path)) from error


def _advice(text: str, mark: Any, said: str) -> str:
    """What to do where the parser stopped, said for the faults that come most."""
    if mark is not None and _CONFLICT.search(text, 0, mark.index):
        return " (behind a mark that git left where a merge met a conflict); solve it"
    if mark is None or "not allowed here" not in said:
        return "; correct it"
    line = text[max(text.rfind(each, 0, mark.index) for each in "\r\n") + 1 : mark.index]
    if "\t" in line:
        return " (behind a tab); indent with spaces"
    if "mapping values" in said and ": " in line:
        return "; put a value that holds “: ” in quotes"
    return "; correct it"


_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)


class _Scanner(Scanner):
    """Tokens by the rules of YAML 1.2.2."""

    _indentation: int | None = None
    _last: Any = None

    def scan_to_next_token(self) -> Any:
        """Skips white space, tabs too, and comments; tabs allow no block structure on their line."""
        peek, forward = self.reader.peek, self.reader.forward
        if self.reader.index == 0 and peek() == "\ufeff":
            forward()
        has_tab = False
        self._indentation = None
        while True:
            while (char := peek()) == " " or char == "\t":
                if char == "\t" and not has_tab:
                    has_tab = True
                    self._indentation = self.reader.column if self._is_line_start() else None
                forward()
            if char == "#":
                self._refuse_touching_comment()
                while peek() not in "\0" + _BREAKS:
                    forward()
            if not self.scan_line_break():
                break
            has_tab, self._indentation = False, None
            if not self.flow_level:
                self.allow_simple_key = True
        if has_tab and not self.flow_level:
            self.allow_simple_key = False

    def _is_line_start(self) -> bool:
        pointer, column = self.reader.pointer, self.reader.column
        return not self.reader.buffer[pointer - column : pointer].strip(" ")

    def _refuse_touching_comment(self) -> None:
        pointer = self.reader.pointer
        if self.reader.column and self.reader.buffer[pointer - 1] not in " \t":
            raise ScannerError(None, None, "a comment without white space before it", self.reader.get_mark())

    def unwind_indent(self, column: int) -> None:
        """Closes blocks; tabs do not indent."""
        super().unwind_indent(column if self._indentation is None else self._indentation)

    def stale_possible_simple_keys(self) -> None:
        """Forgets keys that cannot be any more; in a flow mapping a key may go over lines (7.4.2)."""
        for level in list(self.possible_simple_keys):
            key = self.possible_simple_keys[level]
            if 0 < level <= len(self.flow_context) and self.flow_context[level - 1] == "{":
                continue
            if key.line != self.reader.line or self.reader.index - key.index > 1024:
                if key.required:
                    raise ScannerError(
                        "while scanning a simple key", key.mark, "could not find expected ':'", self.reader.get_mark()
                    )
                del self.possible_simple_keys[level]

    def check_value(self) -> Any:
        """Whether `:` parts key and value; a value may touch what is quoted or closed (7.4.2)."""
        if self.flow_level and self.tokens:
            last = self.tokens[-1]
            is_closed = isinstance(last, FlowMappingEndToken | FlowSequenceEndToken)
            is_quoted = isinstance(last, ScalarToken) and not last.plain
            if (is_closed or is_quoted) and last.end_mark.index == self.reader.index:
                return True
        return super().check_value()

    def check_plain(self) -> Any:
        """Whether a plain scalar begins; in a flow `-` alone is none (7.3.3)."""
        if self.flow_level and self.reader.peek() == "-" and self.reader.peek(1) in ",[]{}":
            return False
        return super().check_plain()

    def scan_block_scalar_indentation(self) -> Any:
        """The line breaks before a block scalar's text, its indentation, and where they end (8.1.1.1)."""
        peek, forward = self.reader.peek, self.reader.forward
        chunks, blank = [], 0
        end_mark = self.reader.get_mark()
        while peek() in " " + _BREAKS:
            if peek() == " ":
                forward()
                continue
            blank = max(blank, self.reader.column)
            chunks.append(self.scan_line_break())
            end_mark = self.reader.get_mark()
        column = self.reader.column
        is_text = column > self.indent and peek() != "\0"
        if is_text and blank > column:
            raise ScannerError(
                "while scanning a block scalar",
                end_mark,
                "a blank line is indented more than the text",
                self.reader.get_mark(),
            )
        return chunks, column if is_text else max(column, blank), end_mark

    def scan_plain_spaces(self, indent: Any, start_mark: Any) -> Any:
        """What parts the words of a plain scalar: white space, or breaks, folded (7.3.3)."""
        peek, forward = self.reader.peek, self.reader.forward
        length = 0
        while peek(length) in (" ", "\t"):
            length += 1
        spaces = self.reader.prefix(length)
        forward(length)
        if peek() not in _BREAKS:
            return [spaces] if spaces else []
        first = self.scan_line_break()
        self.allow_simple_key = True
        breaks: list[str] = []
        while not self._is_document_mark() and peek() in " \t" + _BREAKS:
            if peek() in _BREAKS:
                breaks.append(self.scan_line_break())
            elif peek() == "\t" and not self.flow_level and self.reader.column < indent and not self._is_blank():
                break
            else:
                forward()
        if self._is_document_mark():
            return None
        return [*([first] if first != "\n" else [] if breaks else [" "]), *breaks]

    def _is_document_mark(self) -> bool:
        if self.reader.column:
            return False
        return self.reader.prefix(3) in ("---", "...") and self.reader.peek(3) in "\0 \t" + _BREAKS

    def _is_blank(self) -> bool:
        length = 0
        while self.reader.peek(length) in (" ", "\t"):
            length += 1
        return self.reader.peek(length) in "\0" + _BREAKS

    def get_token(self) -> Any:
        """The next token; what a directive may follow is remembered."""
        self._last = super().get_token()
        return self._last

    def scan_directive_name(self, start_mark: Any) -> Any:
        """The name of a directive: whatever parts no words; those that nobody knows are passed over (6.8)."""
        length = 0
        while self.reader.peek(length) not in "\0 \t" + _BREAKS:
            length += 1
        if not length:
            return super().scan_directive_name(start_mark)
        name = self.reader.prefix(length)
        self.reader.forward(length)
        return name

    def scan_yaml_directive_value(self, start_mark: Any) -> Any:
        """The version: a later 1.x is read as 1.2, as a processor should (6.8.1)."""
        while self.reader.peek() == "\t" or self.reader.peek() == " ":
            self.reader.forward()
        ahead = 0
        while self.reader.peek(ahead) in "0123456789.":
            ahead += 1
        major, _, minor = self.reader.prefix(ahead).partition(".")
        if major != "1" or not minor.isdecimal() or int(minor[:9]) <= _LATEST:
            return super().scan_yaml_directive_value(start_mark)
        self.reader.forward(ahead)
        self.yaml_version = (1, _LATEST)
        return self.yaml_version

    def fetch_directive(self) -> None:
        """A directive stands at the start, behind `...` or behind another one (9.2)."""
        before = self.tokens[-1] if self.tokens else self._last
        if not isinstance(before, StreamStartToken | DocumentEndToken | DirectiveToken | None):
            raise ScannerError(None, None, "a directive in a document that `...` does not end", self.reader.get_mark())
        super().fetch_directive()


class _Parser(Parser):
    """Events by the rules of YAML 1.2.2."""

    def parse_implicit_document_start(self) -> Any:
        """The start of a document without `---`; `...` before it ends nothing (9.1.2)."""
        while self.scanner.check_token(DocumentEndToken):
            self.scanner.get_token()
        return super().parse_implicit_document_start()
