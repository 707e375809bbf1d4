"""What checks look at: a pair of texts, a catalog, a document with its copy, or the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, overload

from translator import inline
from translator.catalog import Catalog, Entry, Key
from translator.checks._extent import extent
from translator.checks._prose import hide, hide_known, plain_digits
from translator.frozen import swift
from translator.languages.candidates import characters

_T = TypeVar("_T")


class _Once(Generic[_T]):
    """A property that is computed when first asked for: `cached_property` without its lock."""

    def __init__(self, compute: Callable[[Any], _T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> _Once[_T]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> _T: ...
    def __get__(self, owner: object | None, kind: type) -> _T | _Once[_T]:
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._compute(owner)
        return found


@swift
@dataclass(frozen=True)
class Pair:
    """A filled entry's source and target, with what is known of their languages.

    `tag` is what texts of the locale are judged by (`zh-Hans`), `source_tag` the source language as
    noted (`und` where nobody knows), `foreign` the characters noted as foreign in the source.
    `form` counts plural forms. What several checks need is computed once, when first asked for.
    """

    source: str
    target: str
    locale: str
    tag: str
    source_tag: str
    entry: Entry
    foreign: str = ""
    limit: int | None = None
    form: int = 0

    @_Once
    def is_empty(self) -> bool:
        """Whether the target exports nothing."""
        return self.target == inline.EMPTY

    @_Once
    def is_copy(self) -> bool:
        """Whether the target is the source, but for case, spaces and marks at the ends."""
        source, target = self.source, self.target
        return source == target or (abs(len(source) - len(target)) < 8 and _bare(source) == _bare(target))

    @_Once
    def is_compared(self) -> bool:
        """Whether the target says something, and is no copy of the source."""
        return not self.is_empty and not self.is_copy

    @_Once
    def source_chars(self) -> frozenset[str]:
        """The characters of the source."""
        return characters(self.source)

    @_Once
    def target_chars(self) -> frozenset[str]:
        """The characters of the target."""
        return characters(self.target)

    @_Once
    def source_prose(self) -> str:
        """The source with placeholders, code and addresses written over; offsets stay."""
        return hide(self.source)

    @_Once
    def target_prose(self) -> str:
        """The target with placeholders, code and addresses written over; offsets stay."""
        return hide(self.target)

    @_Once
    def source_extent(self) -> float:
        """How much the source says: see `_extent`."""
        return extent(self.source_prose, self.source_tag)

    @_Once
    def target_extent(self) -> float:
        """How much the target says: see `_extent`."""
        return extent(self.target_prose, self.tag)

    @_Once
    def target_digits(self) -> str:
        """The target with half-width digits; offsets stay."""
        return plain_digits(self.target)

    @_Once
    def target_new(self) -> str:
        """The target with only that written over that the source has word for word; offsets stay."""
        return hide_known(self.target, self.source)

    @_Once
    def memory(self) -> dict[str, Any]:
        """What checks of one module tell each other about this pair, by module and word."""
        return {}


_ENDS = " \t\r\n\u3000.。．!！?？:："


def _bare(text: str) -> str:
    return text.strip(_ENDS).casefold()


@dataclass(frozen=True, slots=True)
class CatalogSubject:
    """The catalog of one document in one locale; None where it does not exist yet.

    `template` is what the document says now (None without a project). `fuzzy` and `untranslated`
    are keys in file order. `is_unread` says that there is a file, but nobody could read it. `is_last` is set when everything else has run; then `unused` tells the
    suppressions that accepted nothing, as (key, check, reason).
    """

    locale: str
    tag: str
    document: str
    catalog: Catalog | None
    template: Catalog | None = None
    fuzzy: tuple[Key, ...] = ()
    untranslated: tuple[Key, ...] = ()
    is_last: bool = False
    is_unread: bool = False
    unused: tuple[tuple[Key, str, str], ...] = ()
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What checks of one module tell each other about this catalog, by word."""


@dataclass(frozen=True, slots=True)
class DocumentSubject:
    """A document with its rendered copy in one locale, as export would write it."""

    path: str
    locale: str
    tag: str
    source: str
    copy: str


@dataclass(frozen=True, slots=True)
class Variant:
    """What one locale says for a source."""

    locale: str
    tag: str
    target: str


@dataclass(frozen=True, slots=True)
class ProjectSubject:
    """The sources of one document, each with its targets in all locales (covered ones only)."""

    document: str
    sources: Mapping[Key, tuple[Variant, ...]]
    source_tags: Mapping[Key, str] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What checks of one module tell each other about this project, by word."""
