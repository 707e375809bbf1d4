"""What an update may know beside template and catalog, and what it says it did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translator.catalog import Catalog, Entry, Header, Key
from translator.document import Language
from translator.errors import shorten

if TYPE_CHECKING:
    from translator.candidates import Suggestion


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did with one entry.

    The words: `new` (no target), `filled` (a pass-through), `moved`, `reused` (where it came from still has it),
    `doubtful` (reused, fuzzy: a label from another kind of place), `placeholders`, `variants`,
    `sentences` (a target was kept, see `candidates`), `fuzzy` (a near match), `plural` (fuzzy, for
    the plural changed), `conflict` (fuzzy, for the catalog had several targets), `revived`,
    `accepted`, `obsolete`, `dropped`.
    """

    word: str
    key: Key
    suggestion: Suggestion | None = None

    @property
    def detail(self) -> str:
        """What was taken, how alike it is, and what is dangerous."""
        if self.suggestion is None or self.suggestion.is_certain:
            return self._origin
        alike = f"{self.suggestion.similarity:.0%} like “{shorten(self.suggestion.source)}”"
        return "; ".join((alike, *self.suggestion.dangers))

    @property
    def _origin(self) -> str:
        """What was taken as it is, and from where, if that is another document."""
        found = self.suggestion
        if found is None or self.word not in ("moved", "reused", "doubtful"):
            return found.source if found is not None else ""
        origin = found.origin.references if found.origin is not None else ()
        return f"“{shorten(found.target)}”" + (f" from {', '.join(origin)}" if origin else "")


@dataclass(frozen=True, slots=True)
class Updated:
    """The new catalog, and what changed.

    `is_stranger` says that template and catalog have nothing in common: of different documents.
    """

    catalog: Catalog
    changes: tuple[Change, ...] = ()
    is_stranger: bool = False

    def count(self, word: str) -> int:
        """How many entries a word was said of."""
        return sum(1 for each in self.changes if each.word == word)


Languages = Mapping[Key, Sequence[Language]]


@dataclass(frozen=True, slots=True)
class UpdateOptions:
    """What an update may know and do beside template and catalog.

    `languages` are the answers for the document's segments; where they are missing the entry's
    note counts, or its text is asked about. `header` is used where the catalog has none. `others`
    gives entries of the locale's other catalogs. `has_near` false carries over exact matches only.
    """

    languages: Languages = field(default_factory=dict)
    header: Header | None = None
    others: Callable[[], Iterable[Entry]] = tuple
    has_near: bool = True
    accepts: frozenset[str] = frozenset()
