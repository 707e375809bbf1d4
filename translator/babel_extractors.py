"""The formats as one extraction method of Babel, so that `pybabel extract` reads documents too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import IO

from translator.errors import TranslatorError, locate
from translator.formats import all_formats, format_for
from translator.locales import content_tag
from translator.reader import ReaderOptions, read_document
from translator.steps.extract import extract as template_of
from translator.steps.extract import key_of

Message = tuple[int, str | None, str | tuple[str, str], list[str]]


def extract(
    fileobj: IO[bytes], keywords: Mapping[str, object], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[Message]:
    """Yields (line, function, message, comments) for every entry of a document, in order.

    In a mapping file: `[translator: **.md]`. Options: `format` where the suffix does not tell,
    `encoding`, `language`, `segmentation`. Raises TranslatorError where the document cannot be read.
    """
    path = str(getattr(fileobj, "name", "document"))
    form = format_for(path)
    if options.get("format"):
        form = next((each for each in all_formats() if each.name == options["format"]), None)
        if form is None:
            names = ", ".join(each.name for each in all_formats())
            raise TranslatorError(f"there is no format “{options['format']}”; the formats are {names}")
    language = options.get("language", "")
    how = ReaderOptions(
        options.get("encoding", ""),
        content_tag(language) if language else "",
        options.get("segmentation", "sentence"),
    )
    document = read_document(fileobj.read(), path, options=how, form=form)
    first: dict[tuple[str | None, str], int] = {}
    for segment in document.segments:
        first.setdefault(key_of(segment), locate(document.parts[segment.part], segment.start, path).line)
    for entry in template_of(document):
        line, comments = first[entry.key], list(entry.notes)
        if entry.context is None:
            yield line, None, entry.source, comments
        else:
            yield line, "pgettext", (entry.context, entry.source), comments
