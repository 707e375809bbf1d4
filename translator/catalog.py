"""The catalog side: entries of one document in one locale, by key, and the header.

Knows nothing of the PO syntax: msgid, msgstr and msgctxt are words of `po.py` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from translator.frozen import swift

Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Previous:
    """What an entry said before its source changed (`#|` lines); None where not recorded."""

    source: str | None = None
    context: str | None = None
    plural: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Entry:
    """One message: source, target and what is known of it.

    `targets` holds one text, or one per plural form where `plural` is set. `flags` are the words
    of the flag line without `fuzzy`, in order; `sticky_flags` those of a second `#=` line.
    `notes` come with the source (extracted comments), `comments` from people. `references`
    are as written. Every comment is one line without its mark; no field keeps line ends of the file.
    """

    source: str
    targets: tuple[str, ...] = ("",)
    context: str | None = None
    plural: str | None = None
    is_fuzzy: bool = False
    flags: tuple[str, ...] = ()
    sticky_flags: tuple[str, ...] = ()
    previous: Previous | None = None
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    is_obsolete: bool = False

    @property
    def key(self) -> Key:
        """What names the entry in its catalog: context and source."""
        return (self.context, self.source)

    @property
    def target(self) -> str:
        """The target, of a plural entry its first form; "" where there is none."""
        return self.targets[0] if self.targets else ""

    @property
    def is_filled(self) -> bool:
        """Whether every form of the target says something."""
        return bool(self.targets) and all(self.targets)

    def with_target(self, target: str, *, is_fuzzy: bool = False) -> Entry:
        """The entry with another target; the previous source stays only while it is fuzzy."""
        return replace(
            self,
            targets=(target,),
            is_fuzzy=is_fuzzy,
            previous=self.previous if is_fuzzy else None,
        )


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a catalog: fields in order, translator comments above it, fuzzy or not."""

    fields: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = ()
    is_fuzzy: bool = False

    def get(self, name: str, default: str = "") -> str:
        """The value of a field, matched without regard to case."""
        wanted = name.lower()
        return next((value for key, value in self.fields if key.lower() == wanted), default)

    def with_field(self, name: str, value: str) -> Header:
        """The header with one field set, at its old place or at the end."""
        wanted = name.lower()
        if any(key.lower() == wanted for key, _ in self.fields):
            fields = tuple((k, value if k.lower() == wanted else v) for k, v in self.fields)
        else:
            fields = (*self.fields, (name, value))
        return replace(self, fields=fields)


@dataclass(frozen=True, slots=True)
class Catalog:
    """Entries in file order, live and obsolete ones; the header apart from them."""

    entries: tuple[Entry, ...] = ()
    header: Header | None = None

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def live(self) -> tuple[Entry, ...]:
        """The entries that are not obsolete, in file order."""
        return tuple(entry for entry in self.entries if not entry.is_obsolete)

    def by_key(self) -> dict[Key, Entry]:
        """Live entries by key; the first of several with one key."""
        found: dict[Key, Entry] = {}
        for entry in self.entries:
            if not entry.is_obsolete:
                found.setdefault((entry.context, entry.source), entry)
        return found
