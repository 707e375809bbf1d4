"""How addresses of the web and of mail stand in texts: patterns, for regular expressions with `re.ASCII`.

Knows where one ends in a text without blanks: Chinese and Japanese go on right behind it.
"""

from __future__ import annotations

import re

_WIDE = "\u2e80-\u2fff\u3005-\u3007\u3040-\u312f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
# Ideographs, kana and Hangul belong to an address where a part of it begins with them (`/wiki/紅斑`), not behind a word.
_SCHEMES = ("http", "https", "ftp", "file", "mailto", "command", "vscode")
URL = (
    rf"(?:{'|'.join(_SCHEMES)}):"
    rf"(?:[!#-&*-;=?-Z\\^-~\u00c0-\u1fff]|(?<=[/=#_\-{_WIDE}])[{_WIDE}])+"
)
HOST = r"www\.[A-Za-z0-9./?=_&%#-]+"
MAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_ADDRESSED = re.compile(rf":(?:{'|'.join(f'(?<={scheme}:)' for scheme in _SCHEMES)})|www\.")


def may_have_address(text: str) -> bool:
    """Whether a text may hold what `URL` or `HOST` describes."""
    return (":" in text or "www." in text) and _ADDRESSED.search(text) is not None
