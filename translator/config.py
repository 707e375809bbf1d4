"""The settings of a project: reads `translator.toml` and says what is wrong in it, and where."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from translator import locales
from translator.config_keys import CONTEXT, DOCUMENT, LOCALE, ROWS, TABLES, TOP, Key
from translator.encoding import codec_name
from translator.errors import Location, TranslatorError, locate, meant, shorten
from translator.formats import Row, all_formats

FILE_NAME = "translator.toml"
FEW = 8


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
    exclude: tuple[str, ...] = ()
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
        """The whole file; what one table says of another is judged here."""
        top = self.table(raw, (*TOP, *TABLES), where="")
        for name in ("sources", "catalogs", "output", "srx"):
            self.inside(str(top[name]), name)
        for name in ("catalogs", "output"):
            if PurePosixPath(str(top[name])) == PurePosixPath(str(top["sources"])):
                raise self.wrong(name, f"`{name}` is the folder of the documents; name another", value=top[name])
        per_locale = {self.tag(name): value for name, value in self.mapping(top["locale"], "locale").items()}
        published = tuple(self.locale(tag, per_locale) for tag in self.strings(top["locales"], "locales"))
        for tag in per_locale:
            if all(each.tag != tag for each in published):
                raise self.wrong(tag, f"[locale.{tag}] is not among `locales`; add it there or take the table out")
        for one, other in ((a, b) for i, a in enumerate(published) for b in published[:i]):
            if locales.parts(one.tag) == locales.parts(other.tag):
                raise self.wrong("locales", f"“{other.folder}” and “{one.folder}” are the same locale; take one out")
            if one.folder == other.folder:
                message = f"`folder` is “{one.folder}” for {other.tag} and for {one.tag}; name another"
                raise self.wrong("folder", message, value=one.folder)
        if not published:
            raise self.wrong("locales", "`locales` is empty; name the locales to publish, such as zh, ja, en")
        exclude = self.strings(top["exclude"], "exclude")
        for glob in exclude:
            self.slashed(glob, "exclude")
        return Settings(
            locales=published,
            exclude=tuple(exclude),
            skip=self.patterns(top["skip"], "skip"),
            documents=tuple(self.document(each) for each in self.tables(top["documents"], "documents")),
            rows=tuple(self.row(each) for each in self.tables(top["rows"], "rows")),
            contexts=tuple(self.context(each) for each in self.tables(top["context"], "context")),
            formats=self.format_options(self.mapping(top["formats"], "formats")),
            checks=MappingProxyType(self.checks(self.mapping(top["checks"], "checks"), published)),
            **{key.name.replace("-", "_"): str(top[key.name]) for key in TOP if isinstance(key.default, str)},
        )

    def table(self, raw: Mapping[str, object], keys: Sequence[Key], *, where: str) -> dict[str, object]:
        """The values of a table, defaults filled in; unknown keys and wrong types are errors."""
        known = {key.name: key for key in keys}
        for name, value in raw.items():
            key = known.get(name)
            if key is None:
                listed = f"the {'key is' if len(known) == 1 else 'keys are'} {', '.join(known)}"
                hint = _hint(name, known, listed if len(known) <= FEW else "`translator explain settings` lists all")
                raise self.wrong(name, f"there is no key `{shorten(name)}`{f' in {where}' if where else ''}; {hint}")
            is_number = isinstance(key.default, float) and isinstance(value, int) and not isinstance(value, bool)
            if not is_number and not isinstance(value, type(key.default)):
                fitting = (each.name for each in keys if each is not key and isinstance(value, type(each.default)))
                hint = _hint(name, fitting, f"it must be {kind(key.default)}")
                raise self.wrong(name, f"`{name}` is {kind(value)}; {hint}", value=value)
            if key.choices and value not in key.choices:
                choices = ", ".join(filter(None, key.choices))
                raise self.wrong(name, f"`{name}` is “{shorten(str(value))}”; it must be one of {choices}", value=value)
        return {key.name: raw.get(key.name, key.default) for key in keys}

    def locale(self, spelling: str, tables: Mapping[str, object]) -> LocaleSettings:
        """One of `locales`, with its table if it has one."""
        tag = self.tag(spelling)
        values = self.table(self.mapping(tables.get(tag, {}), "locale"), LOCALE, where=f"[locale.{tag}]")
        folder = str(values["folder"])
        self.inside(folder, "folder")
        if folder in (".", "templates"):
            raise self.wrong(
                "folder", f"`folder` is “{folder}”, which holds something else; name another", value=folder
            )
        return LocaleSettings(tag, folder or spelling)

    def tag(self, spelling: str) -> str:
        """A BCP 47 tag in its usual spelling."""
        try:
            return locales.normalize(spelling)
        except TranslatorError as error:
            raise self.wrong(spelling, error.message) from error

    def checks(self, raw: Mapping[str, object], published: Sequence[LocaleSettings]) -> dict[str, object]:
        """The `[checks]` table as it is, all locales in it as `locales` spells them."""
        known = {locales.parts(each.tag): each.tag for each in published} | {
            each.folder: each.tag for each in published
        }

        def tag(name: str, key: str) -> str:
            """The published locale that a name in the table means."""
            found = known.get(name) or known.get(locales.parts(self.tag(name)))
            if found is None:
                raise self.wrong(key, f"`{key}` names “{name}”, which is not among `locales`", value=name)
            return found

        def spelled(table: Mapping[str, object]) -> Mapping[str, object]:
            """A rule with its locales, one text or several, as tags."""
            if "locales" not in table:
                return table
            named = table["locales"]
            names = [named] if isinstance(named, str) else self.strings(named, "locales")
            return {**table, "locales": [tag(name, "locales") for name in names]}

        out = dict(raw)
        minimum = raw.get("min-coverage")
        if isinstance(minimum, Mapping):
            out["min-coverage"] = {tag(name, "min-coverage"): value for name, value in minimum.items()}
        for kind in ("only", "ignore"):
            if kind in raw:
                out[kind] = tuple(map(spelled, self.tables(raw[kind], f"checks.{kind}")))
        return out

    def document(self, raw: Mapping[str, object]) -> DocumentRule:
        """One `[[documents]]` table; it needs a path."""
        values = self.table(raw, DOCUMENT, where="[[documents]]")
        self.needs(values, "path", where="[[documents]]")
        self.slashed(str(values["path"]), "path")
        form = str(values["format"])
        if form and all(each.name != form for each in all_formats()):
            names = ", ".join(each.name for each in all_formats())
            raise self.wrong("format", f"there is no format “{form}”; the formats are {names}", value=form)
        language, encoding = str(values["language"]), str(values["encoding"])
        try:
            codec_name(encoding or "utf-8", self.path)
        except TranslatorError as error:
            raise self.wrong("encoding", error.message, value=encoding) from error
        return DocumentRule(
            str(values["path"]),
            form,
            encoding,
            locales.content_tag(self.tag(language)) if language else "",
            str(values["segmentation"]),
            self.patterns(values["skip"], "skip"),
            MappingProxyType(dict(self.mapping(values["options"], "options"))),
        )

    def row(self, raw: Mapping[str, object]) -> tuple[str, Row]:
        """(glob, rule) of one `[[rows]]` table; as many columns as groups, or none."""
        values = self.table(raw, ROWS, where="[[rows]]")
        self.slashed(str(values["path"]), "path")
        self.needs(values, "pattern", where="[[rows]]")
        pattern = self.pattern(str(values["pattern"]), "pattern")
        columns = tuple(self.strings(values["columns"], "columns"))
        if not pattern.groups:
            raise self.wrong(
                "pattern", "the [[rows]] pattern has no groups; put ( ) around each cell", value=pattern.pattern
            )
        if columns and len(columns) != pattern.groups:
            raise self.wrong(
                "columns", f"{pattern.groups} groups have {len(columns)} names in `columns`; name each group's column"
            )
        return str(values["path"]), Row(pattern.pattern, columns)

    def context(self, raw: Mapping[str, object]) -> ContextRule:
        """One `[[context]]` table; it needs a context."""
        values = self.table(raw, CONTEXT, where="[[context]]")
        self.slashed(str(values["path"]), "path")
        self.needs(values, "context", where="[[context]]")
        source, place = str(values["source"]), str(values["place"])
        return ContextRule(
            str(values["path"]),
            self.pattern(source, "source") if source else None,
            self.pattern(place, "place") if place else None,
            str(values["context"]),
        )

    def format_options(self, raw: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
        """Format name → its options, defaults filled in."""
        known = {each.name: each for each in all_formats()} if raw else {}
        out: dict[str, Mapping[str, object]] = {}
        for name, value in raw.items():
            if name not in known:
                hint = _hint(name, known, f"the formats are {', '.join(known)}")
                raise self.wrong(name, f"there is no format “{shorten(name)}”; {hint}")
            keys = [Key(each.name, _as_toml(each.default), each.doc, each.choices) for each in known[name].options]
            table = self.table(self.mapping(value, name), keys, where=f"[formats.{name}]")
            for each in keys:
                if isinstance(each.default, list):
                    self.strings(table[each.name], each.name)
            out[name] = MappingProxyType(table)
        return MappingProxyType(out)

    def inside(self, path: str, name: str) -> None:
        """Raises where a path leaves the project's folder: settings may come from anyone."""
        parts = path.replace("\\", "/").split("/")
        if ".." in parts or path[:1] in ("/", "\\") or path[1:2] == ":" or "\0" in path:
            raise self.wrong(
                name, f"`{name}` leads out of the project (“{shorten(path)}”); name a folder inside", value=path
            )
        self.slashed(path, name)

    def slashed(self, path: str, name: str) -> None:
        """Raises where a path parts folders as Windows shows them: on no system would its glob fit."""
        if "\\" in path:
            meant = path.replace("\\", "/")
            raise self.wrong(
                name, f"`{name}` has a backslash (“{shorten(path)}”); write “{shorten(meant)}”", value=path
            )

    def needs(self, values: Mapping[str, object], name: str, *, where: str) -> None:
        """Raises where a table leaves out a key that has no default."""
        if not values[name]:
            given = ", ".join(
                f"{key} = “{shorten(str(each))}”" for key, each in values.items() if each and key != "path"
            )
            shown = f" (with {given})" if given else ""
            raise self.wrong(where.strip("[]"), f"{where}{shown} has no `{name}`; add it")

    def patterns(self, value: object, name: str) -> tuple[re.Pattern[str], ...]:
        """A list of regular expressions, compiled."""
        return tuple(self.pattern(each, name) for each in self.strings(value, name))

    def pattern(self, value: str, name: str) -> re.Pattern[str]:
        """A regular expression, compiled; a wrong one is an error that says where."""
        try:
            return re.compile(value)
        except re.error as error:
            message = f"“{shorten(value)}” is no regular expression ({error}); mend it at character {error.pos}"
            raise self.wrong(name, message, value=value) from error

    def strings(self, value: object, name: str) -> list[str]:
        """The value, which must be a list of texts."""
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(name, f"`{name}` must be a list of texts")
        return value

    def mapping(self, value: object, name: str) -> Mapping[str, object]:
        """The value, which must be a table."""
        if not isinstance(value, Mapping):
            raise self.wrong(name, f"`{name}` is {kind(value)}; it must be a table")
        return value

    def tables(self, value: object, name: str) -> list[Mapping[str, object]]:
        """The value, which must be an array of tables."""
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(name, f"`{name}` must be written [[{name}]], once for each rule")
        return value

    def wrong(self, word: str, message: str, *, value: object = "") -> TranslatorError:
        """The error, at the line that `place` finds."""
        return TranslatorError(message, place(self.text, self.path, word, value))


def place(text: str, path: str, word: str, value: object = "") -> Location:
    """Where a settings file names a word as a key or in quotes: first with the value on its line, else first of all.

    >>> str(place('[a]\\nx = 1\\n[b]\\nx = "二"\\n', "t.toml", "x", "二"))
    't.toml:4:1'
    """
    name = re.escape(word)
    as_key = rf"""^\s*(?:\[+(?:[\w-]+\.)*)?["']?{name}["']?\s*(?:=|\])"""
    found = list(re.finditer(rf"""{as_key}|["']{name}["']""", text, re.M))
    if not found:
        return Location(path)
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    # A value in its quotes is surer than the same characters anywhere on a line.
    spellings = [f"'{shown}'", '"' + shown.replace("\\", "\\\\") + '"', shown] if shown else []
    lines = [(each, text[each.start() :].lstrip().partition("\n")[0]) for each in found]
    at = next((each for one in spellings for each, line in lines if one in line), found[0])
    return locate(text, at.end() - len(at[0].lstrip()), path)


def _as_toml(default: object) -> object:
    return list(default) if isinstance(default, tuple) else default


def _hint(word: str, known: Iterable[str], otherwise: str) -> str:
    near = meant(word, known)
    return f"did you mean {' or '.join(f'`{each}`' for each in near)}?" if near else otherwise


def kind(value: object) -> str:
    """The type of a value in words.

    >>> kind(True), kind(["a"])
    ('true or false', 'a list')
    """
    kinds = {bool: "true or false", str: "a text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), type(value).__name__)


def find(start: Path) -> Path | None:
    """The nearest settings file at or above a folder, or None."""
    for folder in (start, *start.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
    return None
