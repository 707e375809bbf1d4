"""The values of a check: the Check itself, what it may know, and the Fault that it finds."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from translator.catalog import Key
from translator.findings import Severity

Scope = Literal["entry", "catalog", "document", "project"]
Family = Literal["coverage", "fidelity", "form"]
SCOPES: tuple[Scope, ...] = ("entry", "catalog", "document", "project")


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found: one sentence without a final stop, and where in the target.

    `span` is half-open, in code points of the target as the translator sees it (of the copy for a
    check of documents). `fix` is the whole corrected target. Checks of a catalog or a project name
    the entry by `key`, those of a project also the `locale`.
    """

    message: str
    span: tuple[int, int] | None = None
    fix: str | None = None
    key: Key | None = None
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What every check may know beside its subject.

    `allow` are names and terms that may stand untranslated in any language, without regard to case.
    `vocabulary` are Latin words that occur in lower case among the sources: no names.
    """

    allow: tuple[str, ...] = ()
    vocabulary: frozenset[str] = frozenset()


Run = Callable[[Any, Context], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name says the fault, so that "ignore number-mismatch" reads well.

    An error of the family `coverage` means that the entry is not covered: it is counted as faulty.
    A check of entries with `signs` finds nothing where neither text has one of these characters.
    """

    name: str
    severity: Severity
    scope: Scope
    family: Family
    doc: str
    run: Run
    signs: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The first line of the documentation."""
        return self.doc.partition("\n")[0]


def check(
    name: str, *, severity: Severity, scope: Scope = "entry", family: Family = "fidelity", signs: str = ""
) -> Callable[[Run], Check]:
    """Makes a Check of a generator; its docstring is what `translator explain` prints."""

    def make(run: Run) -> Check:
        """The check that the generator is."""
        return Check(name, severity, scope, family, inspect.cleandoc(run.__doc__ or ""), run, frozenset(signs))

    return make
