"""What a localized copy of an HTML page declares anew: its language and its encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Document
from translator.formats import Mark
from translator.formats._html_encoding import is_same, web_name
from translator.formats._html_languages import body_languages
from translator.formats._html_tokens import TAG, Attribute, attributes, bogus_end, comment_end, raw_end
from translator.locales import is_finer, parts, posix

_XML = re.compile(r"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_CHARSET = re.compile(r"""charset[\t\n\f\r ]*=[\t\n\f\r ]*["']?([^\t\n\f\r ;"']+)""", re.IGNORECASE)
_DOCTYPE = re.compile(r"(?:\s|<!--.*?-->|<\?[^>]*>)*<!doctype\b[^>]*>", re.IGNORECASE | re.DOTALL)


def marks(document: Document, tag: str, encoding: str) -> tuple[Mark, ...]:
    """The replacements, in order, that make the page say the copy's language and encoding.

    `lang` of `html` (inserted where it is missing), `xml:lang`, `og:locale`, `content-language`;
    the charset of `meta` and of the XML declaration. What already says it, or says more (`zh-CN` in a copy
    for `zh`), is left alone.
    """
    text = document.parts[""]
    found = [*_marks(text, tag, encoding), *body_languages(document, tag)]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _marks(text: str, tag: str, encoding: str) -> Iterator[Mark]:
    xml = _XML.match(text)
    if xml and not is_same(xml[1], encoding):
        yield Mark(*xml.span(1), web_name(encoding))
    has_html = False
    for found in _head_tags(text):
        values = attributes(text, *found.span(3))
        name = found[2].lower()
        if name == "html" and not has_html:
            has_html = True
            yield from _language(text, found, values, tag)
        elif name == "meta":
            yield from _meta(text, values, tag, encoding)
            yield from _alternate(text, values, tag)
    doctype = _DOCTYPE.match(text)
    if doctype and not has_html:
        yield Mark(doctype.end(), doctype.end(), f'<html lang="{tag}">')


def _head_tags(text: str) -> Iterator[re.Match[str]]:
    """The start tags before the body, as a browser finds them."""
    at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            at = comment_end(text, at, len(text))
            continue
        if text.startswith(("<!", "<?"), at):
            at = bogus_end(text, at, len(text))
            continue
        found = TAG.match(text, at)
        if found is None:
            at += 1
            continue
        name = found[2].lower()
        if name == "body":
            return
        at = found.end()
        if not found[1]:
            yield found
            if name in ("script", "style", "title", "textarea", "iframe", "xmp"):
                at = raw_end(text, name, at, len(text))


def _language(text: str, found: re.Match[str], values: dict[str, Attribute], tag: str) -> Iterator[Mark]:
    for key in ("lang", "xml:lang"):
        if key in values:
            yield from _renamed(text, values[key], tag, tag)
    if "lang" not in values:
        yield Mark(found.end(2), found.end(2), f' lang="{tag}"')


def _replaced(text: str, value: Attribute, new: str) -> Iterator[Mark]:
    if value.raw(text).strip().lower() == new.lower():
        return
    if value.start == value.end and not value.quote:
        # A bare `lang` or `lang=` has no value to replace.
        new = f'"{new}"' if text[value.start - 1 : value.start] == "=" else f'="{new}"'
    yield Mark(value.start, value.end, new)


def _renamed(text: str, value: Attribute, tag: str, written: str) -> Iterator[Mark]:
    """The copy's language, as it is written here; a finer tag of the same language stays."""
    if not is_finer(value.raw(text).strip(), tag):
        yield from _replaced(text, value, written)


def _meta(text: str, values: dict[str, Attribute], tag: str, encoding: str) -> Iterator[Mark]:
    said = {key: value.raw(text).strip().lower() for key, value in values.items()}
    if "charset" in values and not is_same(said["charset"], encoding):
        yield from _replaced(text, values["charset"], web_name(encoding))
    content = values.get("content")
    if content is None:
        return
    equivalent = said.get("http-equiv", "")
    if equivalent == "content-type":
        charset = _CHARSET.search(text, content.start, content.end)
        if charset and not is_same(charset[1], encoding):
            yield Mark(*charset.span(1), web_name(encoding))
    elif equivalent == "content-language":
        yield from _renamed(text, content, tag, tag)
    elif _is_named(said, "og:locale"):
        yield from _renamed(text, content, tag, _open_graph(tag))


def _is_named(said: dict[str, str], name: str) -> bool:
    return name in (said.get("property"), said.get("name"))


def _open_graph(tag: str) -> str:
    """A locale as Open Graph writes it: `zh_TW`."""
    locale = posix(tag)
    territory = parts(tag)[2]
    return locale if "_" in locale or not territory else f"{locale}_{territory}"


def _alternate(text: str, values: dict[str, Attribute], tag: str) -> Iterator[Mark]:
    """A page is no alternate of itself: where it named the copy's locale it now names its own."""
    said = {key: value.raw(text).strip().lower() for key, value in values.items()}
    if not _is_named(said, "og:locale:alternate") or said.get("content") != _open_graph(tag).lower():
        return
    for found in _head_tags(text):
        other = attributes(text, *found.span(3))
        own = {key: value.raw(text).strip().lower() for key, value in other.items()}
        if _is_named(own, "og:locale") and own.get("content"):
            yield from _replaced(text, values["content"], other["content"].raw(text).strip())
            return
