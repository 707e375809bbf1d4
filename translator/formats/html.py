"""HTML as browsers read it: paragraphs, headings, cells, list items, and the texts of attributes.

Blocks are what a browser lays out as blocks: unclosed tags, bare ampersands and stray end tags
are read by the rules of the HTML Living Standard. Inline markup is placeholders. The texts of
`alt`, `title`, `placeholder`, `aria-label` and their like, of buttons, and of `meta` descriptions
and `og:` texts are blocks of their own; inside a paragraph they are placeholder pairs.
`translate="no"`, the class `notranslate` and `<!-- translator: off -->` … `on` are kept as they
are, inside a block as a placeholder; `<!-- note: … -->` and `<!-- context: … -->` speak of the
next block, `<!-- translator: note: … -->` as well. White space collapses as in a browser, but for
`pre` and `textarea`; a line end between two characters of Chinese or Japanese is nothing, as CSS has
it and as in Markdown. `lang` says which language a text is in; that of `html` and `body` gives way
where the characters of a text say otherwise, for templates declare what pages are not. In a copy `lang`
names the copy's language, inside a paragraph too, unless the words in the element are still the document's own.
"""

from __future__ import annotations

from translator.document import Reading
from translator.formats import Format, Option, ReadOptions
from translator.formats._html import Settings, escape, foreign, read_fragment
from translator.formats._html_encoding import misdeclared, sniff_encoding
from translator.formats._html_languages import relabelled
from translator.formats._html_marks import marks


def _read(text: str, options: ReadOptions) -> Reading:
    settings = Settings(
        keeps_readings=options.values.get("ruby") == "keep",
        keeps_code=options.values.get("code") == "keep",
        is_xml=options.path.lower().endswith((".xhtml", ".xht")),
        is_crlf="\r\n" in text,
    )
    fragment = read_fragment(text, settings=settings)
    return Reading({"": text}, fragment.blocks, fragment.kept, fragment.lang)


FORMAT = Format(
    "html",
    (".html", ".htm", ".xhtml", ".xht"),
    _read,
    escape,
    marks,
    options=(
        Option(
            "ruby",
            "drop",
            "`drop`: the base text alone is translated; `keep`: readings stay as placeholders",
            ("drop", "keep"),
        ),
        Option(
            "code",
            "read",
            "`read`: code that stands alone is a message; `keep`: no code is, nor a listing in `pre` without other letters than Latin ones",
            ("read", "keep"),
        ),
    ),
    sniff_encoding=sniff_encoding,
    misdeclared=misdeclared,
    foreign=foreign,
    relabel=relabelled,
)
