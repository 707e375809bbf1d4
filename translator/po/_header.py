"""The header of a catalog: the entry without a source, as fields, and the head of a new one."""

from __future__ import annotations

from collections.abc import Iterable

from translator import locales
from translator.catalog import Entry, Header

GENERATOR = "translator"


def parse(entry: Entry) -> Header:
    """The fields of a header entry; a line without a colon has the name "", so that nothing is lost."""
    fields: list[tuple[str, str]] = []
    for line in entry.target.removesuffix("\n").split("\n") if entry.target else ():
        name, colon, value = line.partition(":")
        fields.append((name, value.removeprefix(" ")) if colon else ("", line))
    return Header(tuple(fields), entry.comments, entry.is_fuzzy)


def entry_of(header: Header, like: Entry | None = None) -> Entry:
    """The header as the entry it is written as; what a Header does not hold comes from `like`."""
    text = "".join(f"{name}: {value}\n" if name else f"{value}\n" for name, value in header.fields)
    if like is not None and parse(like).fields == header.fields:
        text = like.target
    base = like or Entry("")
    return Entry(
        "",
        (text,),
        is_fuzzy=header.is_fuzzy,
        flags=base.flags,
        sticky_flags=base.sticky_flags,
        previous=base.previous,
        notes=base.notes,
        comments=header.comments,
        references=base.references,
    )


def new_header(project: str, locale: str = "", source_languages: Iterable[str] = (), team: str = "") -> Header:
    """The head of a new catalog; without a locale, that of a template.

    Nothing in it changes by itself: no dates, no versions. Of the source languages (BCP 47 tags, the main one
    first) X-Source-Language gets one, for Poedit and others read a single tag there; `und` and `zxx` never.
    """
    tags = [locales.posix(tag) for tag in source_languages if tag not in ("und", "zxx")]
    team = team or (locales.name(locale) if locale else "")
    fields = [
        ("Project-Id-Version", project),
        ("Last-Translator", ""),
        ("Language-Team", team),
        ("Language", locales.posix(locale) if locale else ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", locales.plural_forms(locale) if locale else ""),
        ("X-Generator", GENERATOR),
        ("X-Source-Language", tags[0] if tags else ""),
    ]
    return Header(
        tuple(
            (name, value)
            for name, value in fields
            if value or name in ("Project-Id-Version", "Last-Translator", "Language")
        )
    )
