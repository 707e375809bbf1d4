"""Whether a target breaks off: inside a bracket, a code, a tag, a format string, an address or a word of the source."""

from __future__ import annotations

import re

from translator.checks._prose import GAP
from translator.checks._subject import Pair

_PAIRS = ("()", "（）", "“”", "「」", "『』", "《》", "<>", "{}", "[]")
_OPENING = re.compile(r"[(（“「『《<{\[]")
_UNPAIRED = re.compile(r"<(?=[=\s0-9-])|`[^`'\n]{0,80}'(?![A-Za-z])")
_CUT_FORMAT = re.compile(r"(?:%\([A-Za-z_]\w*\)?|[^0-9]%[0-9]*|%[0-9]{1,2}\$|\{[A-Za-z0-9_]*|:[A-Za-z]+:)$", re.ASCII)
_CUT_ADDRESS = re.compile(r"https?://[!-~]+$")
_CUT_TAG = re.compile(r"</?(?:[A-Za-z][^<>]*)?$")
_CUT_ROLE = re.compile(r"(?<![A-Za-z0-9:`]):[a-z]{1,20}$")
_CUT_QUOTE = re.compile(r"(?:^|[\s(])\"[^\"]*$")


def is_open(source: str, target: str) -> bool:
    """Whether the target ends in a bracket, quotation, code, tag, format string or address that is not complete.

    >>> is_open('共 <b class="x">5</b>', 'all <b class='), is_open("(a)", "（一）")
    (True, False)
    """
    if "<" in target or "`" in target:
        # `<=` opens nothing, and GNU quotes are `so'.
        source, target = _UNPAIRED.sub("", source), _UNPAIRED.sub("", target)
    if _OPENING.search(target) and any(
        target.count(each[0]) > target.count(each[1]) and source.count(each[0]) <= source.count(each[1])
        for each in _PAIRS
    ):
        return True
    if "<" in target and _CUT_TAG.search(target) and not _CUT_TAG.search(source):
        return True
    if target.count("`") % 2 and not source.count("`") % 2:
        return True
    if '"' in target and target.count('"') % 2 and not source.count('"') % 2 and _CUT_QUOTE.search(target):
        return True
    may_be_cut = "%" in target or "{" in target or ":" in target[-2:]
    end = _CUT_FORMAT.search(target) if may_be_cut else None
    if end and not _CUT_FORMAT.search(source) and not _has_whole(source, end[0]):
        return True
    if ":" in target[-20:] and ":`" in source:
        role = _CUT_ROLE.search(target)
        if role is not None and role[0] in source:
            return True
    cut = _CUT_ADDRESS.search(target) if "://" in target else None
    return cut is not None and len(cut[0]) * 3 < len(max(_CUT_ADDRESS.findall(source) or [""], key=len)) * 2


def _has_whole(source: str, end: str) -> bool:
    """Whether a text has what another ends with as a whole: `%1`, not the beginning of `%1$s`."""
    token = end[end.find("%") :] if "%" in end else ""
    return token[1:].isdigit() and re.search(rf"{token}(?![0-9$.])", source) is not None


def ends_in_fragment(pair: Pair, target: str) -> bool:
    """Whether the last Latin word is the beginning of one that the source has and the target has not."""
    end = target[:-1] if target[-1:] == "\n" else target
    last = _LAST_WORD.search(target) if end[-1:] == "_" or (end[-1:].isalpha() and end[-1:].isascii()) else None
    if last is None or pair.target_prose[-1:] == GAP:
        return False
    word = last[0].lower()
    source = pair.source.lower()
    at = source.find(word)
    if at < 0 or target.lower().count(word) > 1:
        return False
    longer = _NEXT_WORD.match(source, at)
    is_whole = re.search(rf"(?<![a-z0-9_]){re.escape(word)}(?![a-z0-9_])", source)
    # URLs are 若干 URL.
    return longer is not None and longer[0] not in (word, f"{word}s") and not is_whole


_LAST_WORD = re.compile(r"[A-Za-z0-9_]*[A-Za-z_]$")
_NEXT_WORD = re.compile(r"[a-z0-9_]+")
