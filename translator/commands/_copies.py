"""The copies that earlier runs wrote: which of them are no longer current, and how they are removed.

Knows what the tool wrote by a list beside the copies, and removes nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from translator import store
from translator.cache import digest
from translator.commands._moves import is_gone
from translator.commands._voice import count
from translator.config import LocaleSettings
from translator.errors import Location, TranslatorError
from translator.findings import Finding
from translator.project import Project

LIST = ".translator-copies.json"
_ATTEMPTS = 5


class Copies:
    """What is known of the copies in a folder: path below it, with slashes → digest of the bytes that were written."""

    def __init__(self, project: Project, out: Path | None = None) -> None:
        self.project = project
        self.home = out or project.root / project.settings.output
        self._shown = project.shown(self.home).rstrip("/")
        self._list = f"{self._shown}/{LIST}"
        self._known = self._read()[1]
        self._noted: dict[str, str | None] = {}

    def note(self, name: str, locale: LocaleSettings, held: str) -> None:
        """Keeps in mind that the copy of a document was written, with the digest of its bytes."""
        path = f"{locale.folder}/{name}"
        if self._known.get(path) != held:
            self._known[path] = self._noted[path] = held

    def present(self, names: Iterable[str], locale: LocaleSettings) -> tuple[str, ...]:
        """The paths of those documents' copies that are there, whoever wrote them."""
        paths = (f"{locale.folder}/{name}" for name in names)
        return tuple(each for each in paths if (self.home / each).is_file())

    def gone(self) -> tuple[str, ...]:
        """The paths of copies that the tool wrote, whose document is gone or whose locale is no longer published."""
        found = (each for each in self._known if self._is_gone(each))
        return tuple(sorted(each for each in found if (self.home / each).is_file()))

    def _is_gone(self, path: str) -> bool:
        folders = (each.folder + "/" for each in self.project.settings.locales)
        names = (path.removeprefix(each) for each in folders if path.startswith(each))
        return all(is_gone(self.project, name) for name in names)

    def told(self, paths: Iterable[str], why: str) -> Iterator[Finding]:
        """A finding for each of some copies that are not current."""
        for path in paths:
            advice = "remove it" if self._is_altered(path) else "`translator export --prune` removes it"
            message = f"{why}, and this older copy would be published still; {advice}"
            yield Finding("stale-copy", "warning", message, Location(f"{self._shown}/{path}"))

    def told_of_locale(self, locale: LocaleSettings, number: int) -> Finding:
        """The finding for the older copies of a locale that is held back."""
        them = "it" if number == 1 else "them"
        message = (
            f"the locale is held back, and {count(number, 'older copy', 'older copies')} of it would be published"
            f" still; pass the gate, or let `translator build --prune` remove {them}"
        )
        return Finding("stale-copy", "warning", message, Location(f"{self._shown}/{locale.folder}"), locale.tag)

    def _is_altered(self, path: str) -> bool:
        """Whether the bytes are not those that the tool is known to have written."""
        data = self._bytes(path)
        return data is None or digest(data) != self._known.get(path)

    def _bytes(self, path: str) -> bytes | None:
        with suppress(TranslatorError):
            file = self.home / path
            if file.parent.resolve().is_relative_to(self.home.resolve()) and not file.is_symlink():
                return store.read_if_there(file)
        return None

    def prune(self, paths: Iterable[str]) -> Iterator[str]:
        """Removes those of some copies that still are as the tool wrote them, and folders left empty; a line for each."""
        for path in paths:
            data, file = self._bytes(path), self.home / path
            if data is None or digest(data) != self._known.get(path):
                yield f"{self._shown}/{path}: left as it is, for this tool did not write these bytes"
            elif store.remove(file, expected=data, shown=f"{self._shown}/{path}"):
                self._known.pop(path, None)
                self._noted[path] = None
                with suppress(OSError):
                    for folder in file.relative_to(self.home).parents:
                        (self.home / folder).rmdir()  # Stops at the first that holds anything.
                yield f"{self._shown}/{path}: removed, an older copy"

    def save(self) -> None:
        """Writes the list, together with what another run wrote into it meanwhile."""
        for path in [each for each in self._known if self._is_gone(each) and not (self.home / each).exists()]:
            self._noted[path] = None
        for _ in range(_ATTEMPTS):
            before, known = self._read()
            after = {path: held for path, held in {**known, **self._noted}.items() if held is not None}
            if after == known:
                return
            text = json.dumps({"copies": after}, ensure_ascii=False, indent=0, sort_keys=True)
            with suppress(store.Changed):
                data = text.encode("utf-8", "surrogatepass")
                store.write_again(self.home / LIST, data, expected=before, is_new=before is None, shown=self._list)
                return

    def _read(self) -> tuple[bytes | None, dict[str, str]]:
        """The bytes of the list, None where there is none, and what it says; a damaged one says nothing."""
        data = store.read_if_there(self.home / LIST, self._list)
        try:
            said = json.loads(data)["copies"] if data is not None else {}
        except (ValueError, KeyError, TypeError):
            said = {}
        return data, {path: held for path, held in _items(said) if _is_below(path)}


def _items(said: object) -> Iterator[tuple[str, str]]:
    if isinstance(said, Mapping):
        yield from ((path, held) for path, held in said.items() if isinstance(path, str) and isinstance(held, str))


def _is_below(path: str) -> bool:
    """Whether a path of the list stays in its folder."""
    return not Path(path).is_absolute() and all(each not in ("", ".", "..") for each in path.split("/"))
