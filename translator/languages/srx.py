"""Segmentation rules of others: SRX 1.0 and 2.0 files, as OmegaT, Okapi and Trados write them.

A position is decided by the first rule whose `beforebreak` ends and whose `afterbreak` begins
there. White space at a break belongs to the sentence before it, whatever side the rule names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal
from xml.parsers import expat

from translator.errors import Location, TranslatorError, shorten
from translator.languages import sentences
from translator.languages.expressions import translate
from translator.languages.lookbehinds import Unsupported

Mode = Literal["add", "replace"]
Splitter = Callable[[str, str], list[int]]
_LARGEST = 16_000_000
_DEEPEST = 32
_SPACE = re.compile(r"\s*")
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_USUAL_TAGS = {
    "zh-hans": ("zh-CN", "zh"),
    "zh-hant": ("zh-TW", "zh"),
    "zh": ("zh-CN",),
    "ja": ("ja-JP",),
    "en": ("en-US",),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: whether it breaks, and the pattern whose match ends at the position."""

    is_break: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of an SRX file by their names, and which languages they are for, in order.

    Rules that no tag of zh, ja or en leads to are left out: large files hold dozens of languages.
    """

    rules: dict[str, tuple[Rule, ...]]
    maps: tuple[tuple[re.Pattern[str], str], ...]
    is_cascading: bool = False

    def for_language(self, language: str) -> tuple[Rule, ...]:
        """The rules for a tag, in the order in which they decide; empty where none is meant for it."""
        return tuple(rule for name in _names(self.maps, language, self.is_cascading) for rule in self.rules[name])


def _names(maps: Sequence[tuple[re.Pattern[str], str]], language: str, is_cascading: bool) -> list[str]:
    tags = (language, language.replace("-", "_"), *_USUAL_TAGS.get(language.lower(), ()))
    names = [name for pattern, name in maps if any(pattern.fullmatch(tag) for tag in tags)]
    return names if is_cascading else names[:1]


def splitter(rules: Rules, mode: Mode = "add") -> Splitter:
    """A function like `sentence_ends` that follows the rules.

    `add`: they decide first, the built-in rules where they are silent. `replace`: they alone
    decide, in the languages that they are meant for.
    """

    chosen_for = cache(rules.for_language)

    def ends(text: str, language: str = "") -> list[int]:
        """The ends of the sentences, as `sentence_ends` gives them."""
        chosen = chosen_for(_guess(text) if language in {"", "und", "zxx"} else language)
        if not chosen:
            return sentences.ends(text, language)
        decided = _decide(text, chosen)
        if mode == "add":
            for end in sentences.ends(text, language):
                decided.setdefault(end, True)
        found = sorted(at for at, is_break in decided.items() if is_break and 0 < at < len(text))
        return [*found, len(text)] if text else []

    return ends


def _guess(text: str) -> str:
    if _KANA.search(text):
        return "ja"
    return "zh" if _HAN.search(text) else "en"


def _decide(text: str, rules: tuple[Rule, ...]) -> dict[int, bool]:
    """Position (behind white space) → whether the first rule that speaks of it breaks there."""
    decided: dict[int, bool] = {}
    for rule in rules:
        for at in set(_positions(rule.pattern, text)):
            space = _SPACE.match(text, at)
            decided.setdefault(space.end() if space else at, rule.is_break)
    return decided


def _positions(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    match = pattern.search(text)
    while match:
        yield match.end()
        if match.start() >= len(text):
            return
        match = pattern.search(text, match.start() + 1)


def load(data: bytes, path: str = "") -> Rules:
    """The rules of an SRX file. Raises TranslatorError with the place of what cannot be used."""
    if len(data) > _LARGEST:
        raise TranslatorError(f"the rules are too large ({len(data)} bytes); give a file below 16 MB", Location(path))
    return _Reader(path).read(data)


@dataclass(slots=True)
class _Draft:
    """A rule while it is read: its sides with the places where their text begins."""

    is_break: bool
    sides: dict[str, str] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)


class _Reader:
    """Collects rules from the events of the XML parser; document types and entities are refused."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.depth = 0
        self.rules: dict[str, list[_Draft]] = {}
        self.current: list[_Draft] | None = None
        self.draft: _Draft | None = None
        self.side = ""
        self.maps: list[tuple[re.Pattern[str], str]] = []
        self.map_places: list[tuple[str, Location]] = []
        self.is_cascading = False

    def read(self, data: bytes) -> Rules:
        """The rules in a file; TranslatorError with the line and column where it is no SRX."""
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            place = Location(self.path, error.lineno, error.offset + 1)
            reason = expat.errors.messages.get(error.code, str(error))
            raise TranslatorError(f"the file is not well-formed XML ({reason}); correct it", place) from error
        for name, place in self.map_places:
            if name not in self.rules:
                raise TranslatorError(f"no languagerule has the name {name!r}; add it or correct the map", place)
        if not self.maps:
            message = "no languagemap says which language the rules are for; export them as SRX 1.0 or 2.0"
            raise TranslatorError(message, Location(self.path))
        wanted = {name for tag in _USUAL_TAGS for name in _names(self.maps, tag, self.is_cascading)}
        rules = {name: tuple(map(self._rule, self.rules[name])) if name in wanted else () for name in self.rules}
        return Rules(rules, tuple(self.maps), self.is_cascading)

    def _place(self) -> Location:
        return Location(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _refuse(self, *_: object) -> None:
        raise TranslatorError("the file declares a document type; remove the DOCTYPE", self._place())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        self.depth += 1
        if self.depth == 1 and name != "srx":
            message = f"the file holds no segmentation rules ({name!r} is not 'srx'); export them as SRX"
            raise TranslatorError(message, self._place())
        if self.depth > _DEEPEST:
            raise TranslatorError("elements are nested too deeply; give a plain SRX file", self._place())
        if name == "header":
            self.is_cascading = attributes.get("cascade", "no") == "yes"
        elif name == "languagerule":
            self.current = self.rules.setdefault(attributes.get("languagerulename", ""), [])
        elif name == "rule" and self.current is not None:
            self.draft = _Draft(attributes.get("break", "yes") != "no")
        elif name in {"beforebreak", "afterbreak"} and self.draft is not None:
            self.side = name
            self.draft.sides[name] = ""
            self.draft.places[name] = self._place()
        elif name == "languagemap":
            self._map(attributes)

    def _text(self, data: str) -> None:
        if self.side and self.draft is not None:
            self.draft.sides[self.side] += data

    def _end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        self.depth -= 1
        if name in {"beforebreak", "afterbreak"}:
            self.side = ""
        elif name == "rule" and self.draft is not None and self.current is not None:
            if not any(self.draft.sides.values()):
                raise TranslatorError("a rule has neither beforebreak nor afterbreak; fill one", self._place())
            self.current.append(self.draft)
            self.draft = None
        elif name == "languagerule":
            self.current = None

    def _map(self, attributes: dict[str, str]) -> None:
        place = self._place()
        source = attributes.get("languagepattern", "")
        try:
            pattern, _ = translate(source)
        except Unsupported as error:
            raise _unsupported(source, error, place) from error
        self.maps.append((re.compile(pattern, re.IGNORECASE), attributes.get("languagerulename", "")))
        self.map_places.append((attributes.get("languagerulename", ""), place))

    def _rule(self, draft: _Draft) -> Rule:
        before, groups = self._side(draft, "beforebreak", 0)
        after, _ = self._side(draft, "afterbreak", groups)
        try:
            return Rule(draft.is_break, re.compile(f"(?:{before})(?={after})"))
        except re.error as error:
            sides = " ".join(draft.sides.values())
            place = next(iter(draft.places.values()))
            raise _unsupported(sides, Unsupported(error.msg), place) from error

    def _side(self, draft: _Draft, name: str, groups: int) -> tuple[str, int]:
        source = draft.sides.get(name, "")
        try:
            return translate(source, groups)
        except Unsupported as error:
            raise _unsupported(source, error, draft.places.get(name, self._place())) from error


def _unsupported(source: str, error: Unsupported, place: Location) -> TranslatorError:
    message = f"the expression {shorten(source)!r} is not supported ({error}); rewrite it or remove the rule"
    return TranslatorError(message, place)
