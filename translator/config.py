"""The settings of a project: `translator.toml`, every key with its default and meaning."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType

from translator import locales
from translator.errors import Location, TranslatorError, shorten
from translator.formats import Row, all_formats

FILE_NAME = "translator.toml"
SEGMENTATIONS = ("sentence", "block")
FALLBACKS = ("refuse", "source", "previous", "omit")
ENCODINGS = ("utf-8", "keep")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table: name, default (its type is the key's type), the choices if any, meaning."""

    name: str
    default: object
    doc: str
    choices: tuple[str, ...] = ()


TOP = (
    Key("name", "", "the project's name, for `Project-Id-Version`; the folder's name where it is empty"),
    Key("locales", ["zh", "ja", "en"], "the locales to publish, as BCP 47 tags; folders are spelled as written here"),
    Key("sources", "source_texts", "the folder with the documents"),
    Key("catalogs", "locales", "the folder with templates and catalogs"),
    Key("output", "build", "the folder for the localized copies"),
    Key("segmentation", "sentence", "what a segment is", SEGMENTATIONS),
    Key("srx", "", "a file with sentence rules in SRX, as OmegaT and Okapi write them"),
    Key("srx-mode", "add", "`add`: its rules decide first; `replace`: they alone decide", ("add", "replace")),
    Key("encoding", "utf-8", "how copies are written: `keep` writes the source's encoding", ENCODINGS),
    Key("fallback", "refuse", "what export does with a gap", FALLBACKS),
    Key("skip", [], "regular expressions; a segment whose whole text fits one is left alone"),
    Key("team", "none", "the header field `Language-Team` of new catalogs"),
)
TABLES = (
    Key("locale", {}, "a table per locale: `[locale.zh]`"),
    Key("documents", [], "what is special about some documents, by path"),
    Key("rows", [], "patterns that cut the lines of an unmarked table into cells"),
    Key("context", [], "rules that part entries which need two translations"),
    Key("formats", {}, "a table per format with its options: `[formats.text]`"),
    Key("checks", {}, "how the gate is set: see docs/checks.md"),
)
LOCALE = (Key("folder", "", "the folder's name where it is not the tag (`zh_CN`)"),)
DOCUMENT = (
    Key("path", "", "a glob below the sources folder, or several parted by blanks"),
    Key("format", "", "the format where the suffix does not tell"),
    Key("encoding", "", "the encoding of the file"),
    Key("language", "", "the language of the whole document, as a BCP 47 tag"),
    Key("segmentation", "", "overrules the project's", ("", *SEGMENTATIONS)),
    Key("skip", [], "more patterns of segments to leave alone"),
    Key("options", {}, "options of the document's format"),
)
ROWS = (
    Key("path", "*", "a glob below the sources folder"),
    Key("pattern", "", "a regular expression for a whole line; each group is a cell"),
    Key("columns", [], "the columns' names, where groups have none; a line of just these is the table's head"),
)
CONTEXT = (
    Key("path", "*", "a glob below the sources folder"),
    Key("source", "", "a regular expression found in the segment's source"),
    Key("place", "", "a regular expression found in the segment's kind and note (`cell column “結果”`)"),
    Key("context", "", "the context that such segments get"),
)


@dataclass(frozen=True, slots=True)
class LocaleSettings:
    """One locale to publish: its tag and its folder's name."""

    tag: str
    folder: str


@dataclass(frozen=True, slots=True)
class ContextRule:
    """One `[[context]]` rule; the patterns may be None."""

    path: str
    source: re.Pattern[str] | None
    place: re.Pattern[str] | None
    context: str


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """One `[[documents]]` table; empty values say nothing."""

    path: str
    format: str = ""
    encoding: str = ""
    language: str = ""
    segmentation: str = ""
    skip: tuple[re.Pattern[str], ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; paths are relative to the folder of the file."""

    name: str = ""
    locales: tuple[LocaleSettings, ...] = ()
    sources: str = "source_texts"
    catalogs: str = "locales"
    output: str = "build"
    segmentation: str = "sentence"
    srx: str = ""
    srx_mode: str = "add"
    encoding: str = "utf-8"
    fallback: str = "refuse"
    skip: tuple[re.Pattern[str], ...] = ()
    team: str = "none"
    documents: tuple[DocumentRule, ...] = ()
    rows: tuple[tuple[str, Row], ...] = ()
    contexts: tuple[ContextRule, ...] = ()
    formats: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    checks: Mapping[str, object] = field(default_factory=dict)

    def locale(self, tag: str) -> LocaleSettings | None:
        """The locale with this tag or folder, in any spelling; None where it is not published."""
        wanted = locales.normalize(tag)
        for each in self.locales:
            if each.tag == wanted or each.folder == tag:
                return each
        same = [each for each in self.locales if locales.parts(each.tag)[:2] == locales.parts(wanted)[:2]]
        return same[0] if len(same) == 1 else None


def fits(path: str, globs: str) -> bool:
    """Whether a document's path (relative, with slashes) fits one of the globs parted by blanks.

    A glob without a slash is matched with the file's name, in any folder.

    >>> fits("guide/a.txt", "*.txt"), fits("guide/a.txt", "news/*.txt *.md")
    (True, False)
    """
    name = path.rsplit("/", 1)[-1]
    return any(fnmatchcase(path if "/" in glob else name, glob) for glob in globs.split())


def parse(data: bytes, path: str) -> Settings:
    """The settings in a file's bytes; TranslatorError with a Location for whatever is wrong."""
    try:
        text = data.decode("utf-8-sig")
        raw = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise TranslatorError(f"byte {error.start} is not UTF-8; save the file as UTF-8", Location(path)) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = Location(path, int(place[1]), int(place[2])) if place else Location(path)
        reason = re.sub(r" \(at .*\)", "", str(error))
        raise TranslatorError(f"this is not TOML ({reason}); mend the line", where) from error
    return _Parser(text, path).settings(raw)


class _Parser:
    """Checks tables against their keys; knows the text, so that errors have a line."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path

    def settings(self, raw: Mapping[str, object]) -> Settings:
        top = self.table(raw, (*TOP, *TABLES), "")
        per_locale = {self.tag(name): value for name, value in self.mapping(top["locale"], "locale").items()}
        published = tuple(self.locale(tag, per_locale) for tag in self.strings(top["locales"], "locales"))
        for tag in per_locale:
            if all(each.tag != tag for each in published):
                raise self.wrong(tag, f"[locale.{tag}] is not among `locales`; add it there or take the table out")
        for one, other in ((a, b) for i, a in enumerate(published) for b in published[:i]):
            if locales.parts(one.tag) == locales.parts(other.tag) or one.folder == other.folder:
                raise self.wrong("locales", f"“{other.folder}” and “{one.folder}” are the same locale; take one out")
        if not published:
            raise self.wrong("locales", "`locales` is empty; name the locales to publish, such as zh, ja, en")
        return Settings(
            locales=published,
            skip=self.patterns(top["skip"], "skip"),
            documents=tuple(self.document(each) for each in self.tables(top["documents"], "documents")),
            rows=tuple(self.row(each) for each in self.tables(top["rows"], "rows")),
            contexts=tuple(self.context(each) for each in self.tables(top["context"], "context")),
            formats=self.format_options(self.mapping(top["formats"], "formats")),
            checks=MappingProxyType(dict(self.mapping(top["checks"], "checks"))),
            **{key.name.replace("-", "_"): str(top[key.name]) for key in TOP if isinstance(key.default, str)},
        )

    def table(self, raw: Mapping[str, object], keys: Sequence[Key], where: str) -> dict[str, object]:
        """The values of a table, defaults filled in; unknown keys and wrong types are errors."""
        known = {key.name: key for key in keys}
        for name, value in raw.items():
            key = known.get(name)
            if key is None:
                near = difflib.get_close_matches(name, known, 1, 0.5)
                hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(known)}"
                raise self.wrong(name, f"there is no key `{name}`{f' in {where}' if where else ''}; {hint}")
            is_number = isinstance(key.default, float) and isinstance(value, int) and not isinstance(value, bool)
            if not is_number and not isinstance(value, type(key.default)):
                raise self.wrong(name, f"`{name}` is {_kind(value)}; it must be {_kind(key.default)}")
            if key.choices and value not in key.choices:
                choices = ", ".join(filter(None, key.choices))
                raise self.wrong(name, f"`{name}` is “{shorten(str(value))}”; it must be one of {choices}")
        return {key.name: raw.get(key.name, key.default) for key in keys}

    def locale(self, spelling: str, tables: Mapping[str, object]) -> LocaleSettings:
        tag = self.tag(spelling)
        values = self.table(self.mapping(tables.get(tag, {}), "locale"), LOCALE, f"[locale.{tag}]")
        return LocaleSettings(tag, str(values["folder"]) or spelling)

    def tag(self, spelling: str) -> str:
        try:
            return locales.normalize(spelling)
        except TranslatorError as error:
            raise self.wrong(spelling, error.message) from error

    def document(self, raw: Mapping[str, object]) -> DocumentRule:
        values = self.table(raw, DOCUMENT, "[[documents]]")
        self.needs(values, "path", "[[documents]]")
        form = str(values["format"])
        if form and all(each.name != form for each in all_formats()):
            names = ", ".join(each.name for each in all_formats())
            raise self.wrong("format", f"there is no format “{form}”; the formats are {names}")
        language = str(values["language"])
        return DocumentRule(
            str(values["path"]),
            form,
            str(values["encoding"]),
            locales.content_tag(self.tag(language)) if language else "",
            str(values["segmentation"]),
            self.patterns(values["skip"], "skip"),
            MappingProxyType(dict(self.mapping(values["options"], "options"))),
        )

    def row(self, raw: Mapping[str, object]) -> tuple[str, Row]:
        values = self.table(raw, ROWS, "[[rows]]")
        self.needs(values, "pattern", "[[rows]]")
        pattern = self.pattern(str(values["pattern"]), "pattern")
        columns = tuple(self.strings(values["columns"], "columns"))
        if not pattern.groups:
            raise self.wrong("pattern", "the [[rows]] pattern has no groups; put ( ) around each cell")
        if columns and len(columns) != pattern.groups:
            raise self.wrong(
                "columns", f"there are {len(columns)} columns and {pattern.groups} groups; name each group's column"
            )
        return str(values["path"]), Row(pattern.pattern, columns)

    def context(self, raw: Mapping[str, object]) -> ContextRule:
        values = self.table(raw, CONTEXT, "[[context]]")
        self.needs(values, "context", "[[context]]")
        source, place = str(values["source"]), str(values["place"])
        return ContextRule(
            str(values["path"]),
            self.pattern(source, "source") if source else None,
            self.pattern(place, "place") if place else None,
            str(values["context"]),
        )

    def format_options(self, raw: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
        known = {each.name: each for each in all_formats()} if raw else {}
        out: dict[str, Mapping[str, object]] = {}
        for name, value in raw.items():
            if name not in known:
                near = difflib.get_close_matches(name, known, 1, 0.5)
                hint = f"did you mean `{near[0]}`?" if near else f"the formats are {', '.join(known)}"
                raise self.wrong(name, f"there is no format “{name}”; {hint}")
            keys = [Key(each.name, each.default, each.doc) for each in known[name].options]
            out[name] = MappingProxyType(self.table(self.mapping(value, name), keys, f"[formats.{name}]"))
        return MappingProxyType(out)

    def needs(self, values: Mapping[str, object], name: str, where: str) -> None:
        if not values[name]:
            raise self.wrong(where.strip("[]"), f"{where} has no `{name}`; add it")

    def patterns(self, value: object, name: str) -> tuple[re.Pattern[str], ...]:
        return tuple(self.pattern(each, name) for each in self.strings(value, name))

    def pattern(self, value: str, name: str) -> re.Pattern[str]:
        try:
            return re.compile(value)
        except re.error as error:
            raise self.wrong(
                name, f"“{shorten(value)}” is no regular expression ({error}); mend it at character {error.pos}"
            ) from error

    def strings(self, value: object, name: str) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(name, f"`{name}` must be a list of texts")
        return value

    def mapping(self, value: object, name: str) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise self.wrong(name, f"`{name}` is {_kind(value)}; it must be a table")
        return value

    def tables(self, value: object, name: str) -> list[Mapping[str, object]]:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(name, f"`{name}` must be written [[{name}]], once for each rule")
        return value

    def wrong(self, word: str, message: str) -> TranslatorError:
        """The error, at the first line that names the word as a key or in quotes."""
        name = re.escape(word)
        as_key = rf"""^\s*(?:\[+(?:\w+\.)?)?["']?{name}["']?\s*(?:=|\])"""
        at = re.search(rf"""{as_key}|["']{name}["']""", self.text, re.M)
        if at is None:
            return TranslatorError(message, Location(self.path))
        start = at.start() + len(at[0]) - len(at[0].lstrip())
        head = self.text[:start]
        return TranslatorError(message, Location(self.path, head.count("\n") + 1, start - head.rfind("\n")))


def _kind(value: object) -> str:
    kinds = {bool: "true or false", str: "a text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), type(value).__name__)


def find(start: Path) -> Path | None:
    """The nearest settings file at or above a folder, or None."""
    for folder in (start, *start.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
    return None
