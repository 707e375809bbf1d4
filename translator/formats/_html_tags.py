"""What a start tag says: language, `translate`, texts in attributes, spans of cells, ruby."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translator.errors import TranslatorError
from translator.formats._html_names import ATTRIBUTE_HOMES, ATTRIBUTE_WORDS, BUTTON_TYPES, META_WORDS
from translator.formats._html_tokens import WORD, Attribute, attributes, is_interesting, unescape
from translator.locales import normalize


@dataclass(frozen=True, slots=True)
class Facts:
    """`lang` and `quiet` are None where the tag says nothing of it; `quiet` is a reason or ""."""

    lang: str | None = None
    quiet: str | None = None
    texts: tuple[tuple[str, Attribute], ...] = ()
    width: int = 1
    height: int = 1


NOTHING = Facts()
_NO_TEXTS = frozenset(("link", "style", "script", "base", "param"))
_ALT_HOMES = frozenset(("img", "image", "input", "area", "applet"))


def tag_facts(text: str, name: str, tag: re.Match[str], quiet: str, *, keeps_code: bool = False) -> Facts:
    """The facts of a start tag; `quiet` is what its parent says; `keeps_code`: listings of code are not for translation."""
    start, end = tag.span(3)
    if keeps_code and name == "pre" and not quiet and _is_listing(text, *tag.span(3)) and "translate" not in tag[3]:
        return Facts(quiet="code")
    if end - start < 5 or not (name in ("meta", "input") or is_interesting(text, start, end)):
        return NOTHING
    values = {key: (value, value.raw(text)) for key, value in attributes(text, start, end).items()}
    lang = values.get("lang") or values.get("xml:lang")
    own = _translate(values)
    is_quiet = bool(quiet if own is None else own)
    texts = () if is_quiet else tuple(_texts(name, values))
    return Facts(
        None if lang is None else _tag(lang[1]), own, texts, _span(values, "colspan"), _span(values, "rowspan")
    )


# What generators call a listing of code (DocBook, Sphinx, Asciidoctor, Texinfo, highlighters), and a `code` element right inside.
_CLASS = re.compile(
    r"""(?<![\w-])class\s*=\s*(?:"[^"]*?|'[^']*?|)(?<![\w-])(?:screen|programlisting|(?:func|cmd|class)?synopsis|literal-block"""
    r"|verbatim|(?:small)?(?:example|lisp)|sourceCode|source-code|code|codeblock|prettyprint|hljs|console|terminal"
    r"|(?:highlight|brush:|lang-|language-)[\w-]*)(?![\w-])",
    re.IGNORECASE,
)
_CODE_INSIDE = re.compile(r">\s*<(?:code|samp|kbd|span>\s*</span)[\s>]", re.IGNORECASE)
_OTHER_LETTER = re.compile(r"[^\W\d_\u0000-\u024f]")


def _is_listing(text: str, start: int, end: int) -> bool:
    """Whether a `pre` holds code: by its class or by the element in it, and no letter but Latin ones.

    Comments in Chinese or Japanese are to be translated, and with them the listing.
    """
    if not _CLASS.search(text, start, end) and not _CODE_INSIDE.match(text, end):
        return False
    until = text.find("</pre", end)
    inside = text[end : until if until >= 0 else len(text)]
    return (inside.isascii() and "&#" not in inside) or _OTHER_LETTER.search(unescape(inside)) is None


Values = dict[str, tuple[Attribute, str]]


def _translate(values: Values) -> str | None:
    if "translate" in values:
        said = values["translate"][1].strip().lower()
        if said == "no":
            return "translate=no"
        if said in ("", "yes"):
            return ""
    classes = values["class"][1].split() if "class" in values else []
    return "notranslate" if "notranslate" in classes else None


def _tag(raw: str) -> str:
    """The declared tag, normalized; nothing where it names no language."""
    if not raw.strip():
        return ""
    try:
        return normalize(raw)
    except TranslatorError:
        return ""


def _span(values: Values, name: str) -> int:
    found = re.match(r"\s*([0-9]{1,5})", values[name][1]) if name in values else None
    return int(found[1]) if found else 1


def _texts(name: str, values: Values) -> list[tuple[str, Attribute]]:
    if name == "meta":
        return _meta(values)
    if name in _NO_TEXTS:
        return []
    kind = values["type"][1].strip().lower() if "type" in values else ""
    if name == "input" and kind == "hidden":
        return []
    found: list[tuple[str, Attribute]] = []
    for key, (value, raw) in values.items():
        if key == "value":
            is_text = name == "input" and kind in BUTTON_TYPES
        elif key == "alt":
            is_text = name in _ALT_HOMES
        else:
            is_text = key in ATTRIBUTE_WORDS and name in ATTRIBUTE_HOMES.get(key, (name,))
        if is_text and WORD.search(unescape(raw)):
            found.append((key, value))
    return found


def _meta(values: Values) -> list[tuple[str, Attribute]]:
    content = values.get("content")
    if content is None or not WORD.search(unescape(content[1])):
        return []
    for key in ("name", "property", "itemprop"):
        word = values[key][1].strip().lower() if key in values else ""
        if word in META_WORDS:
            return [(word, content[0])]
    return []


_LONGEST = 2000
_RUBY = re.compile(rf"<ruby\b[^>]*>((?:(?!</?ruby\b).){{0,{_LONGEST}}}?)</ruby[\t\n\f\r ]*>", re.DOTALL | re.IGNORECASE)
_INLINE = r"</?(?:span|b|i|em|strong|font|small|big)\b[^>]*>"
_READING = re.compile(
    rf"<(rt|rp)\b[^>]*>(?>(?:[^<]{{1,{_LONGEST}}}|<(?![A-Za-z!?/])|{_INLINE}){{0,50}})(?:</\1[\t\n\f\r ]*>)?",
    re.IGNORECASE,
)
_PLAIN_TAG = re.compile(rf"{_INLINE}|</?rb\b[^>]*>|<wbr[^>]*>", re.IGNORECASE)


def ruby_base(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The base text of a ruby element and where the element ends; None where it holds more."""
    found = _RUBY.match(text, start, end)
    if found is None:
        return None
    base = _PLAIN_TAG.sub("", _READING.sub("", found[1]))
    if "<" in base or "\0" in base:
        return None
    shown = " ".join(unescape(base).split())
    return (shown, found.end()) if WORD.search(shown) else None


def reading_end(text: str, start: int, end: int) -> int:
    """Where a reading (`rt`, `rp`) ends, or 0 where that is far away."""
    found = _READING.match(text, start, end)
    return found.end() if found and found.end() > start else 0
