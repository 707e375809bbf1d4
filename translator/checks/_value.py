"""The values of a check: the Check itself, what it may know, and the Fault that it finds."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from translator.catalog import Key
from translator.findings import Severity
from translator.languages.difference import Difference

Scope = Literal["entry", "catalog", "document", "project"]
Family = Literal["coverage", "fidelity", "form"]
SCOPES: tuple[Scope, ...] = ("entry", "catalog", "document", "project")


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found: one sentence without a final stop, and where in the target.

    `span` is half-open, in code points of the target as the translator sees it (of the copy for a
    check of documents). `fix` is the whole corrected target. Checks of a catalog or a project name
    the entry by `key`, those of a project also the `locale`. `instead_of` are keys of entries of which
    nothing else is told: what their texts say was compared with the wrong one. `source_span` is what
    of the source is lost or said otherwise.
    """

    message: str
    span: tuple[int, int] | None = None
    fix: str | None = None
    key: Key | None = None
    locale: str = ""
    instead_of: frozenset[Key] = frozenset()
    source_span: tuple[int, int] | None = None


def fault_of(difference: Difference, message: str = "") -> Fault:
    """What a difference of two texts is told as: by its own message, or by another.

    >>> fault_of(Difference("missing", "number 5 is missing", (3, 4), None)).source_span
    (3, 4)
    """
    return Fault(message or difference.message, difference.target_span, source_span=difference.source_span)


def only_span(word: str, text: str) -> tuple[int, int] | None:
    """Where a word stands in a text; None where that is no place, or several.

    >>> only_span("CREA", "UN と CREA"), only_span("UN", "UN と UN")
    ((5, 9), None)
    """
    return (text.index(word), text.index(word) + len(word)) if text.count(word) == 1 else None


@dataclass(frozen=True, slots=True)
class Context:
    """What every check may know beside its subject.

    `allow` are names and terms that may stand untranslated in any language, without regard to case.
    `vocabulary` are Latin words that occur in lower case among the sources: no names.
    """

    allow: tuple[str, ...] = ()
    vocabulary: Container[str] = frozenset()


Run = Callable[[Any, Context], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Sifted:
    """What tells whether anything can be found in a pair, and first, of many pairs together, in which of them it may.

    `among` gets `translator.checks._pairs.Pairs` and gives a set of them: never too few, seldom too many. It asks
    their texts, all at once, for words and patterns; `exact` is asked of those alone that are left.
    """

    among: Callable[[Any], int]
    exact: Callable[[Any, Context], object]

    def __call__(self, pair: Any, context: Context) -> object:
        """Whether anything can be found in one pair."""
        return self.exact(pair, context)


Needs = frozenset[str] | Callable[[Any, Context], object]
"""Characters of which one of the texts must have one, or what tells whether anything can be found."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name says the fault, so that "ignore number-mismatch" reads well.

    An error of the family `coverage` means that the entry is not covered: it is counted as faulty.
    A check of entries finds nothing where neither text has one of the characters that it `needs`, or
    where the function says so that it needs: then it is not run. Checks that need the same thing share
    the answer.
    """

    name: str
    severity: Severity
    scope: Scope
    family: Family
    doc: str
    run: Run
    needs: Needs = frozenset()

    @property
    def title(self) -> str:
        """The first line of the documentation."""
        return self.doc.partition("\n")[0]


def check(
    name: str,
    *,
    severity: Severity,
    scope: Scope = "entry",
    family: Family = "fidelity",
    needs: str | Callable[[Any, Context], object] = "",
) -> Callable[[Run], Check]:
    """Makes a Check of a generator; its docstring is what `translator explain` prints."""
    needed = frozenset(needs) if isinstance(needs, str) else needs

    def make(run: Run) -> Check:
        """The check that the generator is."""
        return Check(name, severity, scope, family, inspect.cleandoc(run.__doc__ or ""), run, needed)

    return make
