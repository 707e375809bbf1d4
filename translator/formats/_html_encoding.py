"""Which encoding the bytes of an HTML document declare (HTML Living Standard, section 13.2.3.2)."""

from __future__ import annotations

import codecs
import re

from translator.formats._html_tokens import TAG, attributes

_PRESCAN = 4096
_XML = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_CONTENT = re.compile(
    r"""charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r ;"'][^\t\n\f\r ;]*))""", re.I
)
_SKIPPED = re.compile(rb"<!--.*?--!?>|<(script|style|title|noscript)\b.*?</\1", re.DOTALL | re.IGNORECASE)
_LATE = re.compile(rb"<meta\b[^>]*\bcharset", re.IGNORECASE)
_META = re.compile(r"<meta(?=[\t\n\f\r />])", re.IGNORECASE)
# Labels that a web page may carry but Python's codecs do not know, or know as something else.
_LABELS = {
    "x-sjis": "shift_jis",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "csgb2312": "gb18030",
    "big5-hkscs": "big5hkscs",
    "cn-big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "unicode": "utf-8",
    "ucs-2": "utf-8",
    "iso-10646-ucs-2": "utf-8",
    "x-user-defined": "cp1252",
    "x-cp1252": "cp1252",
    "latin1": "cp1252",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
}
_WEB = frozenset(
    [
        "utf-8",
        "gb18030",
        "gbk",
        "gb2312",
        "big5",
        "big5hkscs",
        "cp950",
        "cp932",
        "shift_jis",
        "euc_jp",
        "iso2022_jp",
        "cp949",
        "euc_kr",
        "cp866",
        "koi8-r",
        "koi8-u",
        "mac-roman",
        "mac-cyrillic",
        "cp874",
        "tis-620",
        "ascii",
        "iso8859-1",
        "iso8859-2",
        "iso8859-3",
        "iso8859-4",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "iso8859-9",
        "iso8859-10",
        "iso8859-11",
        "iso8859-13",
        "iso8859-14",
        "iso8859-15",
        "iso8859-16",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
    ]
)
_WESTERN = frozenset(("cp1252", "iso8859-1", "ascii", "iso8859-15"))


def sniff_encoding(data: bytes) -> str:
    """The encoding that the bytes declare, or "" where they declare none that reads them.

    A byte order mark needs no declaration. A declaration that the bytes contradict (declared
    GB2312 but saved as UTF-8, or Latin-1 over well-formed UTF-8) does not count.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ""
    # A declaration far down makes a browser start over.
    declared = _codec(_label(data[:_PRESCAN]) or (_label(data) if _LATE.search(data) else ""))
    if declared in _WESTERN and _is_utf8(data) and not data.isascii():
        return "utf-8"
    if declared and _reads(data, declared):
        return declared
    # A NUL alone does not make a text UTF-16: browsers drop it.
    return "utf-8" if b"\0" in data and not _is_wide(data) and _is_utf8(data) else ""


def misdeclared(data: bytes, name: str) -> str:
    """The encoding that a page names, as it writes it, where its bytes are UTF-8 all the same; "" for any other page.

    >>> page = '<meta charset="gb2312"><p>疗效</p>'
    >>> misdeclared(page.encode(), "utf-8"), misdeclared(page.encode("gb18030"), "gb18030")
    ('gb2312', '')
    """
    if (
        name != "utf-8"
        or data.isascii()
        or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    ):
        return ""
    label = _label(data[:_PRESCAN]) or (_label(data) if _LATE.search(data) else "")
    declared = _codec(label)
    return label if declared and declared != "utf-8" else ""


def _is_wide(data: bytes) -> bool:
    """True where one half of the bytes is mostly NUL, as in UTF-16 without a mark."""
    return len(data) % 2 == 0 and max(data[0::2].count(0), data[1::2].count(0)) * 4 > len(data)


def _reads(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    return _reads(data, "utf-8")


def _label(data: bytes) -> str:
    """The label in an XML declaration or in the first `meta` that has one."""
    xml = _XML.match(data)
    text = _SKIPPED.sub(b"", data).decode("latin-1")
    for meta in _META.finditer(text):
        tag = TAG.match(text, meta.start())
        if tag is None:
            break
        values = {key: value.raw(text) for key, value in attributes(text, *tag.span(3)).items()}
        if "charset" in values:
            return values["charset"]
        if values.get("http-equiv", "").strip().lower() == "content-type":
            found = _CONTENT.search(values.get("content", ""))
            if found:
                return found[1] or found[2] or found[3] or ""
    return xml[1].decode("ascii") if xml else ""


def _codec(label: str) -> str:
    name = label.strip().lower()
    if not name or not name.isascii():
        return ""
    try:
        found = codecs.lookup(_LABELS.get(name, name)).name
    except (LookupError, ValueError):
        return ""
    return found if found in _WEB else ""


# The names that pages carry, by Python codec.
_NAMES = {
    "gb18030": "gb18030",
    "gbk": "gbk",
    "gb2312": "gbk",
    "big5hkscs": "big5",
    "cp950": "big5",
    "cp932": "shift_jis",
    "shift_jis": "shift_jis",
    "shift_jis_2004": "shift_jis",
    "euc_jp": "euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "cp949": "euc-kr",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}


def web_name(codec: str) -> str:
    """The label that a page declares for a codec.

    >>> web_name("utf-8"), web_name("cp932"), web_name("cp1252"), web_name("euc_jp")
    ('utf-8', 'shift_jis', 'windows-1252', 'euc-jp')
    """
    name = codecs.lookup(codec).name
    if name.startswith("cp125"):
        return f"windows-{name[2:]}"
    return _NAMES.get(name, name.replace("_", "-"))


def is_same(label: str, codec: str) -> bool:
    """True where a page's label already means the codec's encoding."""
    found = _codec(label)
    if label.strip().lower().startswith("utf-16"):
        # A browser takes it for UTF-8, since it has read it; other readers do not.
        return codecs.lookup(codec).name.startswith("utf-16")
    return bool(found) and web_name(found) == web_name(codec)
