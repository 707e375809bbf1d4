"""Documents that moved or went: their catalogs are carried along or set aside, never removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from translator import po, store
from translator.catalog import Catalog, Key
from translator.commands._pipeline import Shelf
from translator.config import LocaleSettings
from translator.errors import Location, TranslatorError
from translator.findings import Finding
from translator.project import Project

# A catalog goes along with a document where this part of the keys of both is the same.
SHARED = 0.5
_Pair = tuple[str, str]


def orphans(project: Project, locale: LocaleSettings) -> dict[str, Path]:
    """Document path → catalog, for the catalogs in a locale whose document is gone.

    A document in a folder that cannot be read is not gone.
    """
    if not any(is_gone(project, name) for name in project.catalog_names(locale)):
        return {}
    return {name: path for name, path in project.catalogs_on_disk(locale).items() if is_gone(project, name)}


def is_gone(project: Project, name: str) -> bool:
    """Whether there is no document of a name, not even one that cannot be looked at."""
    return name not in project.documents and not project.is_hidden(name)


def orphaned(project: Project, locales: Iterable[LocaleSettings]) -> Iterator[Finding]:
    """A finding for each catalog whose document is gone; it stays where it is, and is never exported."""
    for locale in locales:
        for name, path in orphans(project, locale).items():
            message = (
                f"the document is gone ({project.source_path(name)}); `translator update` carries the catalog along"
                " where it has moved, else the catalog is kept and offers its translations to other documents"
            )
            yield Finding("orphaned-catalog", "info", message, Location(project.shown(path)), locale.tag)


def carry(shelf: Shelf, locales: Iterable[LocaleSettings], *, is_dry: bool = False) -> Iterator[str]:
    """Renames the catalogs of documents that moved; a line for each.

    A document without a catalog takes over that of a document that is gone, where at least half of
    the keys of both are the same and no other document or catalog fits as well or better. With `is_dry` nothing is
    renamed, but the shelf gives the old catalog under its new name.
    """
    project = shelf.project
    for target, source in moves(shelf, locales, lambda names: _templates(shelf, names)).items():
        if is_dry:
            shelf.lend(target, source)
        elif not _renamed(shelf, source, target):
            continue
        yield f"{project.shown(target)}: carried along from {project.shown(source)}, for the document has moved"


def moves(
    shelf: Shelf, locales: Iterable[LocaleSettings], keys: Callable[[Iterable[str]], Mapping[str, set[Key]]]
) -> dict[Path, Path]:
    """The catalogs that go along with documents: new path → present path; `keys` gives those of documents."""
    project, chosen = shelf.project, tuple(locales)
    left = {locale.tag: orphans(project, locale) for locale in chosen}
    if not any(left.values()):
        return {}
    without = {locale.tag: _without(project, locale) for locale in chosen}
    wanted = sorted(set().union(*without.values()))
    pairs = _pairs(keys(wanted), _keys(shelf, left.values()))
    return {
        project.catalog_path(new, locale): left[locale.tag][old]
        for new, old in pairs.items()
        for locale in chosen
        if old in left[locale.tag] and new in without[locale.tag]
    }


def homeless(project: Project, locales: Iterable[LocaleSettings]) -> list[str]:
    """The documents that may take over a catalog whose document is gone, where there is any such catalog."""
    chosen = tuple(locales)
    if not any(orphans(project, locale) for locale in chosen):
        return []
    return sorted(set().union(*(_without(project, locale) for locale in chosen)))


def _without(project: Project, locale: LocaleSettings) -> set[str]:
    """The documents without a catalog in a locale."""
    return project.documents.keys() - project.catalog_names(locale).keys()


def _renamed(shelf: Shelf, source: Path, target: Path) -> bool:
    if not store.move(source, target, shown=shelf.project.shown(source)):
        return False
    if source.with_suffix(".mo").exists():
        store.move(source.with_suffix(".mo"), target.with_suffix(".mo"))
    shelf.forget(source)
    shelf.forget(target)
    return True


def _templates(shelf: Shelf, names: Iterable[str]) -> dict[str, set[Key]]:
    """The keys of documents that have a template."""
    found = {}
    for name in names:
        file = _readable(shelf, shelf.project.template_path(name))
        if file is not None:
            found[name] = _live(file.catalog)
    return found


def _keys(shelf: Shelf, left: Iterable[Mapping[str, Path]]) -> dict[str, set[Key]]:
    """The keys of orphaned catalogs, in all locales together."""
    found: dict[str, set[Key]] = {}
    for catalogs in left:
        for name, path in catalogs.items():
            file = _readable(shelf, path)
            if file is not None:
                found.setdefault(name, set()).update(_live(file.catalog))
    return found


def _readable(shelf: Shelf, path: Path) -> po.File | None:
    try:
        return shelf.get(path)
    except TranslatorError:
        return None  # It is named where someone works on it.


def _live(catalog: Catalog) -> set[Key]:
    return {entry.key for entry in catalog if not entry.is_obsolete}


def _pairs(new: Mapping[str, set[Key]], old: Mapping[str, set[Key]]) -> dict[str, str]:
    """New name → old name, where each fits the other better than anything else does.

    The larger part of shared keys decides, then a file name that stayed the same.
    """
    found = _equal(new, old)
    news = {name: keys for name, keys in new.items() if name not in found}
    taken = set(found.values())
    holders: dict[Key, list[str]] = {}
    for name, keys in old.items():
        for key in keys if name not in taken else ():
            holders.setdefault(key, []).append(name)
    fits: dict[_Pair, tuple[float, bool]] = {}
    for name, keys in news.items():
        for each, count in Counter(holder for key in keys for holder in holders.get(key, ())).items():
            share = count / max(len(keys), len(old[each]))
            if share >= SHARED:
                fits[name, each] = (share, _file_name(name) == _file_name(each))
    while sure := _best(fits):
        found.update(sure)
        taken.update(sure.values())
        fits = {pair: fit for pair, fit in fits.items() if pair[0] not in found and pair[1] not in taken}
    return found


def _equal(new: Mapping[str, set[Key]], old: Mapping[str, set[Key]]) -> dict[str, str]:
    """The pairs with the very same keys: a folder of a thousand pages that moved is no riddle."""
    groups: dict[frozenset[Key], tuple[list[str], list[str]]] = {}
    for side, names in enumerate((new, old)):
        for name, keys in names.items():
            if keys:
                groups.setdefault(frozenset(keys), ([], []))[side].append(name)
    fits = {
        (one, other): (1.0, _file_name(one) == _file_name(other))
        for news, olds in groups.values()
        for one in news
        for other in olds
    }
    return _best(fits)


def _best(fits: Mapping[_Pair, tuple[float, bool]]) -> dict[str, str]:
    """The pairs that fit better than all others of either name."""
    ranked: dict[tuple[int, str], list[tuple[float, bool]]] = {}
    for pair, fit in fits.items():
        for side in (0, 1):
            ranked.setdefault((side, pair[side]), []).append(fit)
    best = {name: max(each) for name, each in ranked.items()}
    sure = {name for name, each in ranked.items() if each.count(best[name]) == 1}
    return {
        new: old
        for (new, old), fit in fits.items()
        if {(0, new), (1, old)} <= sure and fit == best[0, new] == best[1, old]
    }


def _file_name(name: str) -> str:
    return PurePosixPath(name).name


def clear_templates(shelf: Shelf) -> Iterator[str]:
    """Removes the templates of documents that are gone, unless someone edited them; a line for each."""
    project = shelf.project
    for name, path in project.templates_on_disk().items():
        if not is_gone(project, name):
            continue
        file = _readable(shelf, path)
        if file is None or not _is_as_extracted(project, name, file):
            yield f"{project.shown(path)}: the document is gone; the template is kept, for it was edited"
            continue
        store.remove(path, expected=po.write(file.catalog, file), shown=project.shown(path))
        shelf.forget(path)
        yield f"{project.shown(path)}: removed, for the document is gone"


def _is_as_extracted(project: Project, name: str, file: po.File) -> bool:
    header = file.catalog.header
    if header is None or header.comments or file.beside():
        return False
    given = dict(header.fields)
    # The name and the team are the settings', which may have changed since.
    plain = po.new_header(given.get("Project-Id-Version", ""), "", (), team=given.get("Language-Team", ""))
    if tuple(each for each in header.fields if each[0] != "X-Source-Language") != plain.fields:
        return False
    place = (project.source_path(name),)
    return all(
        each.references == place
        and not (any(each.targets) or each.comments or each.is_fuzzy or each.is_obsolete or each.previous)
        for each in file.catalog
    )
