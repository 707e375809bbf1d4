"""What a document format is: how its text is read, and how a translation is written into it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from translator import registry
from translator.document import Block, Content, Document, Reading, Segment


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a format: name, default (its type is the setting's type), what it does, the choices if any."""

    name: str
    default: object
    doc: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A `[[rows]]` rule: a regular expression whose named groups are the columns of a table.

    `note` may name the columns where group names cannot.
    """

    pattern: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a format may be told: the document's path, `[[rows]]` rules, and its own settings.

    `values` holds every Option of the format, defaults filled in.
    """

    path: str = ""
    rows: tuple[Row, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """A replacement outside the segments that a normal export makes (`lang`, charset …)."""

    start: int
    end: int
    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a copy's text that is not shown as it was meant: its span, what is seen, what to write instead.

    `fix` replaces the span; it is "" where there is none.
    """

    start: int
    end: int
    message: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a block in a copy: the text that stands there, and what it is meant to be read as.

    `segment` is None between segments; `content` is None where the text says what is meant. `is_new`
    is true of a segment whose content is not the document's own.
    """

    text: str
    content: Content | None
    segment: Segment | None = None
    is_new: bool = False


Read = Callable[[str, ReadOptions], Reading]
Escape = Callable[[Content, Segment], str]
Marks = Callable[[Document, str, str], "tuple[Mark, ...]"]
Finish = Callable[[str, Block, str], "tuple[int, int, str]"]
Settle = Callable[[Sequence[Stretch], Block], "str | None"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: `read` finds blocks, `escape` writes a content as text of the document.

    `read(text, options)` returns a Reading, and raises TranslatorError with a Location where the
    text is not of the format. `escape(content, segment)` returns the text that replaces the
    segment's span: Codes as their data, text escaped as `segment.form` needs; reading it again
    gives the same content. `marks(document, tag, encoding)` lists what else the copy in a
    locale needs: `tag` is the locale's BCP 47 tag, `encoding` the name of the copy's charset.
    `foreign(text, segment, tag)` marks a text of the document that stays in another language, where
    the format has an element for it. `sniff_encoding(bytes)` names the encoding that the bytes
    themselves declare, or "". `misdeclared(bytes, name)` is the label that they declare where they were read as another
    encoding, or "".

    A block may hold several segments, each escaped alone; what one decision governs for the whole
    block (is this cell quoted, which style has this scalar) is decided by `finish(new, block,
    text)`: `new` is the block's span with its segments replaced, `text` the part as it was read.
    It returns (start, end, replacement); the span holds the block's, and may hold the quotes
    around it. It is asked only for blocks in which something was replaced.
    `settle(stretches, block)` is asked where segments that were escaped alone stand beside others, or
    beside markup, in one block: it returns the block's text, spelled otherwise where the stretches
    would together read as something else, or None where no spelling reads as it was meant. A format
    has `finish` or `settle`.
    `relabel(data, tag)` is the data of a Code that declares a language for what it encloses, saying `tag` instead;
    of any other Code its own data.
    `faults(text)` lists what a rendered copy would not show as it was meant.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    escape: Escape
    marks: Marks | None = None
    options: tuple[Option, ...] = ()
    sniff_encoding: Callable[[bytes], str] | None = None
    misdeclared: Callable[[bytes, str], str] | None = None
    extra: str = ""
    foreign: Callable[[str, Segment, str], str] | None = None
    finish: Finish | None = None
    settle: Settle | None = None
    relabel: Callable[[str, str], str] | None = None
    faults: Callable[[str], tuple[Fault, ...]] | None = None


def all_formats() -> tuple[Format, ...]:
    """Every format known, in name order of its modules."""
    return registry.values("translator.formats", Format)


def format_for(path: str) -> Format | None:
    """The format whose suffix ends the path (the longest one wins), or None."""
    name = PurePosixPath(path).name.lower()
    return _fitting(tuple(name[at:] for at, char in enumerate(name) if char == "."))


@lru_cache(maxsize=256)
def _fitting(tails: tuple[str, ...]) -> Format | None:
    """The format that has the longest of these suffixes; only formats that name one of them are loaded."""
    formats = registry.values("translator.formats", Format, saying=tails) if tails else ()
    fitting = [(len(suffix), each) for each in formats for suffix in each.suffixes if suffix in tails]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def documentation(form: Format) -> str:
    """What a format's module says of itself: the documentation of the format."""
    module = inspect.getmodule(form.read)
    while module is not None and form not in vars(module).values():
        module = sys.modules.get(module.__name__.rpartition(".")[0])
    return inspect.cleandoc((module.__doc__ if module is not None else None) or form.name)
