"""Whether a word in katakana may be a Latin word by its sound: ワークフロー is workflow, メトホルミン metformin.

Words are compared by their consonants, in classes that Japanese does not tell apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROWS = (
    ("K", "カキクケコヵヶ"),
    ("G", "ガギグゲゴ"),
    ("S", "サシスセソザジズゼゾヂヅ"),
    ("T", "タチツテトッ"),
    ("D", "ダデド"),
    ("N", "ナニヌネノン"),
    ("H", "ハヒフヘホ"),
    ("B", "バビブベボヴ"),
    ("P", "パピプペポ"),
    ("M", "マミムメモ"),
    ("R", "ラリルレロ"),
)
_KANA = {kana: row for row, line in _ROWS for kana in line if kana != "ッ"}
# Digraphs first; an r is heard only before a vowel.
_SOUNDS = (
    ("sch", "S"), ("tch", "T"), ("sh", "S"), ("ch", "T"), ("ph", "H"), ("th", "S"), ("ck", "K"), ("qu", "K"),
    ("x", "KS"), ("ce", "S"), ("ci", "S"), ("cy", "S"), ("ge", "S"), ("gi", "S"), ("gy", "S"),
    ("dge", "S"), ("c", "K"), ("k", "K"), ("q", "K"), ("g", "G"), ("s", "S"), ("z", "S"), ("j", "S"),
    ("t", "T"), ("d", "D"), ("n", "N"), ("f", "H"), ("h", "H"), ("b", "B"), ("v", "B"), ("p", "P"), ("m", "M"),
    ("r", "R"), ("l", "R"),
)  # fmt: skip
_SOUND = re.compile("|".join(sound for sound, _ in sorted(_SOUNDS, key=lambda each: -len(each[0]))))
_CLASS = dict(_SOUNDS)
_SILENT_R = re.compile("r+(?![aeiouyr])")
_TWICE = re.compile(r"(.)\1+")
_LEAST = 2


@lru_cache(maxsize=4096)
def of_kana(word: str) -> str:
    """The consonants of a word in katakana; empty where they are too few to tell a word by.

    >>> of_kana("ワークフロー"), of_kana("メトホルミン"), of_kana("ユーザー")
    ('KHR', 'MTHRMN', '')
    """
    found = _TWICE.sub(r"\1", "".join(_KANA.get(each, "") for each in word))
    return found if len(found) >= _LEAST else ""


@lru_cache(maxsize=4096)
def of_latin(word: str) -> tuple[str, ...]:
    """The consonants of a Latin word in lower case, as Japanese may hear them.

    >>> of_latin("workflow"), of_latin("metformin")
    (('KHR', 'RKHR'), ('MTHMN', 'MTHRMN'))
    """
    heard = [_SILENT_R.sub("", word), word]
    # スレッド is a thread, カテーテル a catheter.
    heard += [each.replace("th", "t") for each in heard if "th" in each]
    found = dict.fromkeys(_TWICE.sub(r"\1", "".join(_CLASS[sound] for sound in _SOUND.findall(each))) for each in heard)
    return tuple(each for each in found if len(each) >= _LEAST)
