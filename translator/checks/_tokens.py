"""The tokens of a message that a translation keeps as they are: format strings, markup, code, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from translator.languages.sought import Sought
from translator.languages.verbatim import is_time

Token = tuple[str, int, int]
"""(what must be equal, start, end)."""

_FORMAT = Sought(
    r"%\([^()\s]{1,60}\)[#0 +-]*[0-9]*(?:\.[0-9]+)?[a-zA-Z]"
    r"|%[0-9]{1,3}\$[#0 +'-]*[0-9]*(?:\.[0-9]+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z@]"
    r"|(?<![0-9A-Za-z%])%[#0+'-]*[0-9]*(?:\.(?:[0-9]+|\*))?(?:hh|h|ll|l|z|j|t)?[diouxXeEfFgGaAcrspn@](?![0-9A-Za-z%])"
    r"|(?<![0-9A-Za-z%])%[sd]|(?<=[A-Za-z])%[sd](?![0-9A-Za-z])|(?<=0[xX])%[0-9]*[sdxX](?![A-Za-z])"
    r"|\$?\{\{?[ ]?(?:[0-9]{1,3}|[A-Za-z_$@#][\w$.\[\]-]{0,80})(?:[!:][^{}\s]{0,40})?[ ]?\}\}?"
    r"|(?<![\\{])\{\}(?!\})"
    r"|\$\([A-Za-z][\w.-]*\)|\$[A-Za-z_][A-Za-z0-9_]{1,60}",
    re.ASCII,
)
_PLAIN = re.compile(r"%[^($0-9%{][^$]*")
# `%1$s` → (1, s); `%s` → ("", s).
_CONVERSION = re.compile(r"%(?:([0-9]{1,3})\$)?([^($%{][^$]*)")
_TAG_NAMES = (
    "a|abbr|acronym|address|b|bdi|bdo|big|blockquote|br|button|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em"
    "|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|label|li|link|mark|nav|ol|option|p|param|pre"
    "|q|rp|rt|ruby|s|samp|script|section|select|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|textarea"
    "|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr"
)
_TAG = re.compile(rf"<(/?)({_TAG_NAMES})(?=[\s/>])([^<>]{{0,600}})>", re.IGNORECASE)
_ROLE = re.compile(r"(?<!`):((?:[A-Za-z][A-Za-z0-9+.-]{0,30}:)?[A-Za-z][A-Za-z0-9+.-]{0,30}):`([^`]{1,400})`")
_TRANSLATED_ROLES = frozenset({"abbr", "dfn", "guilabel", "menuselection", "strong", "emphasis"})
_LABEL = re.compile(r"<([^<>]+)>\s*$")
_LITERAL = re.compile(r"(?<![`\\])(```?)(?!`)(.{1,400}?)(?<!`)\1(?!`)", re.DOTALL)
# `<branch>`: a word in angle brackets that is no tag of HTML; not the label of a reference, `… <label>`_.
_BLANK = Sought(rf"(?<![`\w<])<(?!(?:{_TAG_NAMES})[\s/>])[A-Za-z][A-Za-z_.-]{{1,40}}>(?!`)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[A-Za-z0-9%._~:/?#\[\]@!$&*+;=()-]+|(?<![\w/.@-])www\.[A-Za-z0-9-]+\.[A-Za-z0-9./?=_&%#~-]+"
    r"|(?<![\w.+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<=\]\()[a-z][a-z0-9+.-]*:[^\s()]+"
    r"|(?<![\w/.])(?:doi:\s?)?10\.[0-9]{4,9}/[A-Za-z0-9._;()/:-]+",
    re.ASCII,
)
_GLOSS = re.compile(
    r"(?<=[A-Za-z0-9/])\((?:(?i:DOI|PMID|PMCID|PDF|ISBN|ISSN|URL|HTTPS?:|HTML|accessed|retrieved|version)|[^()]*$)"
)
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_STRANGE = re.compile("[％｛｝＄＜＞｀]|[‘’]`|`[‘’]|:[‘’]")
STRANGE = frozenset("％｛｝＄＜＞｀‘’")
"""Of these a look-alike has one."""
_LOOKALIKE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2018: 0x60, 0x2019: 0x60}


def formats(text: str) -> Iterator[Token]:
    """Format strings: `%s`, `%(name)s`, `%1$s`, `{0}`, `{name}`, `{{ x }}`, `$x`, `${x}`."""
    if "%" in text or "{" in text or "$" in text:
        for match in _FORMAT.finditer(text):
            yield match[0].replace(" ", "") if match[0][0] in "{$" else match[0], match.start(), match.end()


def is_plain(token: str) -> bool:
    """Whether a format string takes its value by order: `%s`, not `%1$s` or `%(name)s`."""
    return token == "{}" or _PLAIN.fullmatch(token) is not None


def _numbered_alike(ours: list[Token], theirs: list[Token]) -> tuple[list[Token], list[Token]]:
    """Both with their conversions numbered, where one text numbers them all: `%s` may become `%1$s`."""
    sides = [[_CONVERSION.fullmatch(each[0]) for each in side] for side in (ours, theirs)]
    numbered = [[match[1] is not None for match in side if match] for side in sides]
    if not all(numbered) or not any(map(all, numbered)) or not all(all(each) or not any(each) for each in numbered):
        return ours, theirs
    return _numbered(ours, sides[0]), _numbered(theirs, sides[1])


def _numbered(tokens: list[Token], matches: list[re.Match[str] | None]) -> list[Token]:
    out, count = [], 0
    for token, match in zip(tokens, matches, strict=True):
        count += match is not None
        out.append((f"%{match[1] or count}${match[2]}", *token[1:]) if match else token)
    return out


def tags(text: str) -> Iterator[Token]:
    """HTML tags, by name and form; attributes are free, since links may lead to localized pages."""
    if "<" in text:
        for match in _TAG.finditer(text):
            yield f"<{match[1]}{match[2].lower()}>", match.start(), match.end()


def roles(text: str) -> Iterator[Token]:
    """reStructuredText roles, by name and label: :ref:`文字 <label>` equals :ref:`label`."""
    if ":`" in text:
        for match in _ROLE.finditer(text):
            if match[1] in _TRANSLATED_ROLES:
                yield f":{match[1]}:", match.start(), match.end()
                continue
            label = _LABEL.search(match[2])
            what = (label[1] if label else match[2]).lstrip("~!.").casefold()
            what = what if match[1] == "file" else what.rpartition(".")[2] or what
            yield f":{match[1]}:`{THOUSANDS.sub('', ' '.join(what.split()))}`", match.start(), match.end()


def literals(text: str) -> Iterator[Token]:
    """Code between doubled or tripled backticks."""
    if "``" in text:
        for match in _LITERAL.finditer(text):
            code = " ".join(match[2].split())
            yield f"``{THOUSANDS.sub('', code)}``", match.start(), match.end()


def blanks(text: str) -> Iterator[Token]:
    """Words in angle brackets, for the reader to fill in: `<branch>`."""
    if "<" in text:
        yield from ((match[0], match.start(), match.end()) for match in _BLANK.finditer(text))


def addresses(text: str) -> Iterator[Token]:
    """URLs, e-mail addresses and DOIs, without marks that end the sentence around them."""
    if "/" in text or "@" in text or "](" in text or "www." in text:
        for match in _ADDRESS.finditer(text):
            found = match[0]
            if "(" in found and (gloss := _GLOSS.search(found)) is not None:
                # Chinese and Japanese put a bracket right behind an address: https://doi.org/10.1/x(DOI: 10.1/x).
                found = found[: gloss.start()]
            found = found.rstrip(".,;:!?*_")
            while found.endswith(")") and found.count(")") > found.count("("):
                found = found[:-1].rstrip(".,;:!?")
            yield found.rstrip("/"), match.start(), match.start() + len(found)


MARKS: dict[Callable[[str], Iterator[Token]], tuple[str, ...]] = {
    formats: ("%", "{", "$"),
    tags: ("<",),
    roles: (":`",),
    literals: ("``",),
    blanks: ("<",),
    addresses: ("://", "@", "www.", "10.", "]("),
}
"""What a text must have one of, to hold a token of a kind."""
_WRITTEN: dict[Callable[[str], Iterator[Token]], Callable[[str], list[Any]]] = {
    formats: _FORMAT.findall,
    tags: _TAG.findall,
    roles: _ROLE.findall,
    literals: _LITERAL.findall,
    blanks: _BLANK.findall,
    addresses: _ADDRESS.findall,
}
"""How tokens of a kind are written, in any order: where two texts write the same, their tokens are the same."""
Difference = tuple[list[str], list[Token]]
_NONE: Difference = ([], [])


def difference(read: Callable[[str], Iterator[Token]], source: str, target: str) -> Difference:
    """(tokens missing in the target, surplus tokens of the target), in order, as often as they lack."""
    if source == target:
        return _NONE
    marks = MARKS.get(read, ("<",))
    for mark in marks:
        if mark in source or mark in target:
            break
    else:
        return _NONE
    if read is formats and is_time(source) and is_time(target):
        return _NONE
    written = _WRITTEN.get(read)
    if written is not None and sorted(written(source)) == sorted(written(target)):
        return _NONE
    ours, theirs = list(read(source)), list(read(target))
    if read is formats and "$" in source + target:
        ours, theirs = _numbered_alike(ours, theirs)
    if [each[0] for each in ours] == [each[0] for each in theirs]:
        return _NONE
    wanted, found = Counter(each[0] for each in ours), Counter(each[0] for each in theirs)
    if wanted == found:
        return _NONE
    missing, surplus = wanted - found, found - wanted
    lacking = [each for each in wanted for _ in range(missing[each])]
    extra: list[Token] = []
    for each in reversed(theirs):
        if surplus[each[0]] > 0:
            surplus[each[0]] -= 1
            extra.append(each)
    return lacking, extra[::-1]


def is_strange(target: str) -> bool:
    """Whether a target has full-width or curly forms of the marks that tokens are made of."""
    return _STRANGE.search(target) is not None


def lookalikes(read: Callable[[str], Iterator[Token]], target: str) -> Iterator[tuple[str, int, int, str]]:
    """(token, start, end, corrected target) of tokens whose own marks are full-width or curly."""
    for token, start, end in read(target.translate(_LOOKALIKE)):
        written = target[start:end]
        if _STRANGE.search(written):
            plain = written.translate(_LOOKALIKE)
            yield token, start, end, target[:start] + plain + target[end:]
