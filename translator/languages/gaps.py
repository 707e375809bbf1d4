"""Traces that a lost number leaves in a text: `つの要因`, `長さ の文字`, `insert(, v)`, `第 期`.

They are no proof: a text is compared with its source, and only what the source has not counts.
"""

from __future__ import annotations

import re
from collections import Counter

from translator.languages.verbatim import mask

_KANA, _HAN = "ぁ-ん", "一-龥々"
_TRACES = (
    # Empty brackets and quotes, and a comma or a minus at their edge.
    r"\( ?\)|（）|\[\](?!\()|(?<!`)````(?!`)|(?<!')''(?!')|“”|「」|\( ?,|, ?\)",
    r"(?<=[A-Za-z])-(?=[,.`'\")]|$)|[-~≧≤≥=/] ?(?=$|[`'\",，。、)）])",
    # Blanks where none belong.
    rf"^ |(?<=\S)  (?=\S)|  $|(?<=[{_KANA}]) (?=[{_KANA}ァ-ヶ{_HAN}])|(?<=[{_HAN}]) (?=[{_HAN}])",
    r"(?<=[ァ-ヶ]) (?=[つのはがを])|(?<=\w) ,(?=\s)|^[.、,)）]",
    # Counters that stand alone. つ ends some words in kana (いつの, 持つ): only after these.
    r"(?:^|(?<=[、。,(（「のにがはをらるれすえめ])|(?<=[^0-9一二三四五六七八九十百\ufffc] ))つ(?=[のをがはにだ以ず目])|(?<=が)つ(?=あ)",
    r"^(?:[个個種件名]|番目|進数|种|项|位|回目|人の|年(?=[0-9])|日(?=[0-9]))(?=[のを的以0-9]|$)",
    r"(?:^|(?<=[的为為是、，の]))月(?=$|_|[にの]|[0-9])|(?<=[のはがら])番目|(?<=[的はの])進(?=[数表])|は進",
    r"(?<=第)(?=[个章節节页頁期卷回次]|番目)|(?<=[少第约約共])[个個位](?=[^别別人体性])",
    r"(?<=[もてら])(?:時間|分|秒|日|年|週間)(?=以内|以上|以下)|(?<=[はを])回(?=[入実繰])|(?<=[るくな])のべき乗",
    r"(?:^|(?<=\s))[%％](?=\s)|^[万億亿]\+",
)
_TRACE = re.compile("|".join(_TRACES))


def has_trace(text: str) -> bool:
    """Whether a text looks at all as if a number was lost in it."""
    return _TRACE.search(text) is not None


def surplus(text: str, other: str) -> Counter[str]:
    """The traces of a text that the other text has not, by their look."""
    found = Counter(match.group() for match in _TRACE.finditer(mask(text)))
    if not found:
        return found
    return found - Counter(match.group() for match in _TRACE.finditer(mask(other)))
