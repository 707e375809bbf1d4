"""What is known of HTML's elements and attributes by name (HTML Living Standard, sections 4, 13 and 15)."""

from __future__ import annotations

import re
from functools import cache


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _named(
    "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))
ROW_GROUPS = frozenset(("thead", "tbody", "tfoot"))

# Elements that a browser lays out as blocks, or whose text stands on its own.
BLOCKS = (
    HEADINGS
    | CELLS
    | ROW_GROUPS
    | _named(
        "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset"
        " figcaption figure footer form frame frameset head header hgroup hr html legend li listing main menu nav"
        " noscript ol optgroup option p plaintext pre search section select summary table template textarea title tr"
        " ul xmp datalist"
    )
)
CLOSES_P = HEADINGS | _named(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header"
    " hgroup main menu nav ol p search section summary ul pre listing form li dd dt plaintext table hr xmp"
)
# "Special" elements that end the search for an open li, dd or dt (13.2.4.2), without address, div and p.
SPECIAL = BLOCKS | _named("applet button marquee object iframe") - {"address", "div", "p"}
SPECIAL -= {"address", "div", "p", "datalist", "legend"}
SCOPES = _named("applet caption html table td th marquee object template foreignobject desc svg")
# Elements that end an svg or math element when they start inside it (13.2.6.5).
BREAKOUT = _named(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta"
    " nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
FOREIGN_INLINE = frozenset(("tspan", "a", "textpath", "tref", "altglyph"))

# Elements whose content is text without tags: what it is to people.
RAW = {
    "script": "script",
    "style": "style sheet",
    "iframe": "frame without text",
    "noembed": "text that no browser shows",
    "noframes": "text that no browser shows",
}
RCDATA = frozenset(("title", "textarea"))
SHOWN_RAW = frozenset(("xmp", "plaintext"))

KINDS = {
    "caption": "caption",
    "figcaption": "caption",
    "legend": "caption",
    "td": "cell",
    "th": "cell",
    "li": "list item",
    "dt": "term",
    "dd": "definition",
    "option": "option",
    "title": "title",
    "textarea": "text field",
    "summary": "summary",
    "blockquote": "quote",
    "pre": "preformatted",
    "listing": "preformatted",
    "xmp": "preformatted",
    "plaintext": "preformatted",
} | dict.fromkeys(HEADINGS, "heading")

# One kind for elements that mean the same, so that the same words share a msgid across formats.
_SAME = {"strong": "b", "em": "i", "del": "s", "strike": "s", "image": "img"}
_NO_LETTER = re.compile("[^a-z]+")

# The inline attribute kinds: none of them is the name of an element.
ATTRIBUTE_KINDS = {"alt": "alt", "title": "tip", "placeholder": "hint", "value": "val"}
IN_TAG = frozenset(("alt", "tip", "hint", "val", "aria", "attr"))

ATTRIBUTE_WORDS = {
    "alt": "alt text",
    "title": "title attribute",
    "placeholder": "placeholder",
    "aria-label": "accessible label",
    "aria-description": "accessible description",
    "aria-placeholder": "accessible placeholder",
    "aria-roledescription": "accessible role",
    "aria-valuetext": "accessible value",
    "summary": "table summary",
    "abbr": "abbreviated heading",
    "label": "label",
    "standby": "standby text",
    "prompt": "prompt",
}
# Attributes that are text only on some elements.
ATTRIBUTE_HOMES = {
    "summary": frozenset(("table",)),
    "abbr": frozenset(("th", "td")),
    "label": frozenset(("option", "optgroup", "track", "menu", "menuitem", "command")),
    "standby": frozenset(("object",)),
    "prompt": frozenset(("isindex",)),
}
META_WORDS = _named(
    "description keywords abstract subject summary application-name apple-mobile-web-app-title title"
    " og:title og:description og:site_name og:image:alt og:video:alt og:audio:alt"
    " twitter:title twitter:description twitter:image:alt twitter:label1 twitter:label2 twitter:data1 twitter:data2"
    " dc.title dc.description dc.subject dcterms.title dcterms.description name headline"
)
BUTTON_TYPES = frozenset(("submit", "button", "reset"))


@cache
def inline_kind(name: str) -> str:
    """The kind of a Code for an element.

    >>> inline_kind("strong"), inline_kind("em"), inline_kind("my-tag"), inline_kind("sup")
    ('b', 'i', 'mytag', 'sup')
    """
    kind = _SAME.get(name) or _NO_LETTER.sub("", name)
    return "x" if not kind or kind in IN_TAG or kind == "cdata" else kind


def attribute_kind(name: str) -> str:
    """The kind of the Codes around an attribute's text inside a paragraph."""
    return "aria" if name.startswith("aria-") else ATTRIBUTE_KINDS.get(name, "attr")
