"""A project on disk: settings, documents, templates, catalogs and copies; all file work is here."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from translator import po, store
from translator.config import FILE_NAME, DocumentRule, LocaleSettings, Settings, find, fits, kind, parse, place
from translator.document import Document
from translator.errors import Location, TranslatorError, shorten
from translator.findings import Finding
from translator.formats import Format, Option, ReadOptions, all_formats, format_for
from translator.languages import Splitter
from translator.reader import Context, ReaderOptions, read_document

IGNORED = ("~", ".bak", ".swp", ".tmp", ".orig")


@dataclass(frozen=True)
class Project:
    """The folder with the settings file, and what the settings make of it.

    Document paths are relative to the sources folder, with slashes, in Unicode form NFC.
    """

    root: Path
    settings: Settings
    data: bytes = b""
    """The bytes of the settings file."""

    @classmethod
    def open(cls, folder: Path) -> Project:
        """The project at or above a folder; TranslatorError where there is none."""
        if not folder.is_dir():
            raise TranslatorError("there is no such folder; name the project's folder", Location(str(folder)))
        path = find(folder.resolve())
        if path is None:
            raise TranslatorError(
                f"no {FILE_NAME} here or above; run `translator init` to make a project", Location(str(folder))
            )
        data, here = store.read(path), Path.cwd()
        shown = str(path.relative_to(here) if path.is_relative_to(here) else path)
        project = cls(path.parent, parse(data, shown), data)
        srx = project.settings.srx
        if srx and not (project.root / srx).is_file():
            message = f"`srx` names no file (“{shorten(srx)}”); correct the path, or take the key out"
            raise TranslatorError(message, place(data.decode("utf-8-sig"), shown, "srx", srx))
        return project

    def __reduce__(self) -> tuple[object, ...]:
        # Settings hold read-only mappings, which do not travel between processes; the bytes that were read do.
        return _again, (self.root, self.data)

    @property
    def name(self) -> str:
        """The project's name, or its folder's."""
        return self.settings.name or self.root.name

    def in_settings(self, word: str, value: object) -> Location:
        """Where the settings file names a key or a name, with a value if any."""
        return place(self.data.decode("utf-8-sig", "replace"), self.shown(self.root / FILE_NAME), word, value)

    @property
    def sources(self) -> Path:
        """The folder with the documents."""
        return self.root / self.settings.sources

    @cached_property
    def documents(self) -> Mapping[str, Path]:
        """Document path → file, in path order; TranslatorError where the folder is missing."""
        if not self.sources.is_dir():
            raise TranslatorError(
                "the sources folder is missing; make it, or set `sources` in translator.toml",
                Location(self.shown(self.sources)),
            )
        return {name: file for name, file in self._listed if name}

    @cached_property
    def unusable(self) -> tuple[Finding, ...]:
        """A finding for each file among the sources that cannot be a document, whatever is in it."""
        found = []
        for name, file in self._listed:
            if not name:
                shown = self.shown(file).encode("utf-8", "backslashreplace").decode("utf-8")
                place = Location("".join(each if each.isprintable() else "\ufffd" for each in shown))
                found.append(Finding("unreadable-document", "error", self._fault(file), place))
        return tuple(found)

    @cached_property
    def _listed(self) -> tuple[tuple[str, Path], ...]:
        """(document path, file) of every file among the sources; the path is "" where none can be given."""
        seen: dict[str, Path] = {}
        listed = []
        for file in sorted(self._found()):
            name = unicodedata.normalize("NFC", file.relative_to(self.sources).as_posix())
            is_usable = file.is_file() and name.isprintable() and name not in seen and not self._leads_out(file)
            if is_usable:
                seen[name] = file
            listed.append((name if is_usable else "", file))
        return tuple(listed)

    def _leads_out(self, file: Path) -> bool:
        """Whether a file is a link to one outside of the project: copies of documents are published."""
        return file.is_symlink() and not file.resolve().is_relative_to(self.root.resolve())

    def _found(self) -> Iterator[Path]:
        """Every file below the sources folder; folders that are not gone into as they are, for nothing is overlooked."""
        closed: list[OSError] = []
        for path, folders, files in os.walk(self.sources, onerror=closed.append):
            folder = Path(path)
            folders[:] = [each for each in folders if not each.startswith(".") and folder / each not in self._apart]
            links = [folder / each for each in folders if (folder / each).is_symlink()]
            named = (each for each in files if not each.startswith(".") and not each.endswith(IGNORED))
            found = (folder / each for each in named if each != FILE_NAME or folder != self.root)
            yield from (each for each in (*links, *found) if not self._is_excluded(each))
        yield from (path for path in map(Path, (error.filename for error in closed)) if not self._is_excluded(path))

    def _is_excluded(self, file: Path) -> bool:
        """Whether the settings say that this is no document."""
        globs = self.settings.exclude
        return bool(globs) and any(fits(file.relative_to(self.sources).as_posix(), glob) for glob in globs)

    @cached_property
    def _apart(self) -> tuple[Path, ...]:
        """Folders that hold no documents, also where the sources folder is around them."""
        folders = (self.root / self.settings.catalogs, self.root / self.settings.output)
        return tuple(each for each in folders if each != self.sources)

    def is_hidden(self, name: str) -> bool:
        """Whether a document may be there that cannot be looked at: it, or a folder around it, is unusable."""
        return any(each in ("", ".", name) or name.startswith(each + "/") for each in self._hidden)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """The paths, as document paths, of all that cannot be used."""
        unusable = (file.relative_to(self.sources).as_posix() for name, file in self._listed if not name)
        return frozenset(unicodedata.normalize("NFC", each) for each in unusable)

    def _fault(self, file: Path) -> str:
        """Why a file cannot be a document."""
        if file.is_dir():
            if file.is_symlink():
                return "this is a link to a folder, which is not followed; put the documents themselves here"
            return "the folder cannot be read; permit it, or move it away"
        if file.is_file() and self._leads_out(file):
            return "this is a link that leads out of the project; put the document itself here"
        if not file.is_file():
            return "this is no regular file, or a link to nothing; move it away"
        if not file.as_posix().isprintable():
            return "the name holds characters that no file name should have, or is not UTF-8; rename it"
        return "two documents have this name, in different Unicode forms; rename one"

    def chosen(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        """The documents that paths name (files or folders; all where there are none).

        Paths are looked up from the working directory, the project and the sources folder.
        """
        if not paths:
            return tuple(self.documents)
        out: dict[str, None] = {}
        for path in paths:
            if not path:
                raise TranslatorError("the path is empty; name a document or a folder, or leave it out for all")
            names = [name for name in self._named(path) if name in self.documents]
            if not names:
                raise TranslatorError(
                    f"no document below {self.settings.sources}/; name a file or a folder there", Location(path)
                )
            out.update(dict.fromkeys(names))
        return tuple(name for name in self.documents if name in out)

    def _named(self, path: str) -> Iterator[str]:
        for base in (Path.cwd(), self.root, self.sources):
            full = Path(unicodedata.normalize("NFC", str((base / path).resolve())))
            home = Path(unicodedata.normalize("NFC", str(self.sources.resolve())))
            if full == home:
                yield from self.documents
            elif full.is_relative_to(home):
                name = full.relative_to(home).as_posix()
                yield from (each for each in self.documents if each == name or each.startswith(name + "/"))

    def shown(self, path: Path) -> str:
        """The path as messages and reports show it: relative to the project."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    def source_path(self, name: str) -> str:
        """A document's path as messages show it: relative to the project."""
        return self.shown(self.documents.get(name, self.sources / name))

    def template_path(self, name: str) -> Path:
        """Where a document's template stands."""
        return self._mirrored(self._homes[""], name + ".pot")

    def catalog_path(self, name: str, locale: LocaleSettings) -> Path:
        """Where a document's catalog in a locale stands."""
        return self._mirrored(self._homes[locale.folder], name + ".po")

    def copy_path(self, name: str, locale: LocaleSettings, *, out: Path | None = None) -> Path:
        """Where a document's copy in a locale is written; TranslatorError where that is among the documents."""
        home = (out or self._output) / locale.folder
        path = home / name
        if _may_hold(home, self.sources) and _is_among(path, self.sources, self._apart):
            raise TranslatorError(
                "the copy would stand among the documents; choose another folder for the copies",
                Location(self.shown(path)),
            )
        return path

    @cached_property
    def _homes(self) -> Mapping[str, Path]:
        """The folder of each locale's catalogs, and under "" that of the templates; asked for many thousand times."""
        home = self.root / self.settings.catalogs
        locales = {each.folder: home / each.folder / "LC_MESSAGES" for each in self.settings.locales}
        return {**locales, "": home / "templates"}

    @cached_property
    def _output(self) -> Path:
        return self.root / self.settings.output

    def _mirrored(self, folder: Path, name: str) -> Path:
        """The file below a folder, in whichever Unicode form its name is on disk."""
        path = folder / name
        if name.isascii():
            return path
        other = folder / unicodedata.normalize("NFD", name)
        if other.name == path.name or not other.exists() or (path.exists() and path.samefile(other)):
            return path
        if path.exists():
            raise TranslatorError(
                "two catalogs for one document, in different Unicode forms; merge them and remove one",
                Location(self.shown(path)),
            )
        return other

    def format(self, name: str) -> Format | None:
        """The format of a document: as the settings say, or by its suffix."""
        wanted = next((rule.format for rule in self._rules(name) if rule.format), "")
        return next((each for each in all_formats() if each.name == wanted), None) if wanted else format_for(name)

    def data_of(self, name: str) -> bytes:
        """The bytes of a document; TranslatorError where they cannot be read."""
        return store.read(self.documents[name], self.source_path(name))

    def read(self, name: str, data: bytes | None = None) -> Document:
        """A document, read as the settings say; TranslatorError where it cannot be read."""
        held = self.data_of(name) if data is None else data
        return read_document(held, self.source_path(name), options=self.reader_options(name), form=self.format(name))

    def reader_options(self, name: str) -> ReaderOptions:
        """How a document is read, by all the settings that fit its path."""
        settings, rules = self.settings, list(self._rules(name))
        form = self.format(name)
        values = dict(settings.formats.get(form.name, {})) if form else {}
        for rule in reversed(rules):
            values.update(rule.options)
        if form:
            self._known(values, form.options, name)
        rows = tuple(row for glob, row in settings.rows if fits(name, glob))
        return ReaderOptions(
            next((rule.encoding for rule in rules if rule.encoding), ""),
            next((rule.language for rule in rules if rule.language), ""),
            next((rule.segmentation for rule in rules if rule.segmentation), settings.segmentation),
            settings.skip + tuple(pattern for rule in rules for pattern in rule.skip),
            tuple(Context(r.context, r.source, r.place) for r in settings.contexts if fits(name, r.path)),
            ReadOptions(rows=rows, values=values),
            splitter=self._splitter,
        )

    @cached_property
    def _splitter(self) -> Splitter | None:
        """The sentence rules that the settings bring, or None."""
        if not self.settings.srx:
            return None
        from translator.languages import srx  # slow to load, and few bring rules

        path = self.root / self.settings.srx
        shown = self.shown(path)
        return srx.splitter(
            srx.load(store.read(path, shown), shown), "replace" if self.settings.srx_mode == "replace" else "add"
        )

    def _known(self, values: Mapping[str, object], options: tuple[Option, ...], name: str) -> None:
        known = {option.name: option for option in options}
        for each, value in values.items():
            option = known.get(each)
            if option is None:
                listed = ", ".join(known) or "none"
                message = f"there is no option `{each}` for {name}; the options of its format are {listed}"
            elif option.choices and value not in option.choices:
                message = f"`{each}` is “{shorten(str(value))}”; it must be one of {', '.join(option.choices)}"
            elif not _is_like(value, option.default):
                message = f"`{each}` is “{shorten(str(value))}”; it must be {_kind(option.default)}"
            else:
                continue
            raise TranslatorError(message, self.in_settings(each, value))

    def _rules(self, name: str) -> Iterator[DocumentRule]:
        return (rule for rule in self.settings.documents if fits(name, rule.path))

    def catalog(self, path: Path) -> po.File | None:
        """A catalog or template, or None where there is none; TranslatorError where it is broken."""
        data = store.read_if_there(path, self.shown(path))
        return None if data is None else po.read(data, self.shown(path))

    def recovered(self, path: Path) -> po.File | None:
        """What can be read of a catalog, its faults in the findings; None where there is no file to read."""
        try:
            return po.read(store.read(path, self.shown(path)), self.shown(path), recover=True)
        except TranslatorError:
            return None

    def write(self, path: Path, data: bytes, *, before: po.File | None = None) -> bool:
        """Writes a catalog over the one that was read (None: there was none); True where bytes changed."""
        expected = po.write(before.catalog, before) if before else None
        # A template can be made again from its document.
        write = store.write_again if path.suffix == ".pot" else store.write
        return write(path, data, expected=expected, is_new=before is None, shown=self.shown(path))

    def catalogs_on_disk(self, locale: LocaleSettings) -> dict[str, Path]:
        """Document path → catalog file, for every catalog in a locale's folder."""
        home = self._homes[locale.folder]
        return {name: home / each for name, each in _below(home, ".po").items()}

    def catalog_names(self, locale: LocaleSettings) -> dict[str, str]:
        """Document path → where its catalog stands in a locale's folder; quicker than `catalogs_on_disk`."""
        return _below(self._homes[locale.folder], ".po")

    def templates_on_disk(self) -> dict[str, Path]:
        """Document path → template, for every template there is."""
        home = self._homes[""]
        return {name: home / each for name, each in _below(home, ".pot").items()}

    def locales(self, wanted: tuple[str, ...] = ()) -> tuple[LocaleSettings, ...]:
        """The locales to work on; TranslatorError where one is not published."""
        if not wanted:
            return self.settings.locales
        out = []
        for tag in wanted:
            locale = self.settings.locale(tag)
            if locale is None:
                known = ", ".join(each.tag for each in self.settings.locales)
                raise TranslatorError(
                    f"the locale “{tag}” is not published here (there are {known}); add it to `locales`"
                )
            out.append(locale)
        return tuple(dict.fromkeys(out))


def _is_like(value: object, default: object) -> bool:
    """Whether a value has the type of an option's default; lists hold texts."""
    if isinstance(default, list | tuple):
        return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    return isinstance(value, type(default)) and isinstance(value, bool) == isinstance(default, bool)


def _kind(default: object) -> str:
    return "a list of texts" if isinstance(default, list | tuple) else kind(default)


def _below(home: Path, suffix: str) -> dict[str, str]:
    """Name without the suffix → path, in path order, for every file below a folder that has the suffix."""
    start, files = len(str(home)) + 1, []
    for folder, _, names in os.walk(home):
        below = folder[start:].replace(os.sep, "/")
        files += [f"{below}/{each}" if below else each for each in names if each.endswith(suffix)]
    files.sort(key=lambda each: each.split("/"))
    return {unicodedata.normalize("NFC", each[: -len(suffix)]): each for each in files}


def _again(root: Path, data: bytes) -> Project:
    return Project(root, parse(data, str(root / FILE_NAME)), data)


@lru_cache(maxsize=64)
def _may_hold(folder: Path, sources: Path) -> bool:
    """Whether files below a folder can stand among the sources: one of the two is inside the other."""
    home, sources = folder.resolve(), sources.resolve()
    return home.is_relative_to(sources) or sources.is_relative_to(home)


def _is_among(path: Path, sources: Path, apart: tuple[Path, ...]) -> bool:
    """Whether a file would be a document the next time; folders that are set apart hold none."""
    target = path.parent.resolve()
    return target.is_relative_to(sources.resolve()) and not any(target.is_relative_to(each.resolve()) for each in apart)
