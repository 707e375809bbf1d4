"""English, or no language at all: texts without ideographs and kana."""

from __future__ import annotations

import re
from itertools import pairwise

from translator.languages.candidates import latin_words


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What is not prose: addresses, markup, placeholders, paths, options, names of variables.
_SIGNED = r"""
      `[^`]*` | <[^<>]*> | &\#?\w+;
    | %\([^()\s]*\)[-+\ #0]*\d*(?:\.\d+)?[a-zA-Z] | %[-+\#0]*\d*(?:\$|\.\d+)?[-+\#0]*\d*l{0,2}[a-zA-Z]
    | \$?\{[^{}]*\} | \\[a-zA-Z]
"""
_NOISE = re.compile(
    rf"""
      (?:https?|ftp|file|mailto)://?\S+ | www\.\S+ | (?<![\w.+-])[\w.+-]+@[\w-]+\.\w+ | {_SIGNED}
    | (?:[A-Za-z]:)?(?:[./\\~]+[\w.~-]+){{2,}} | (?<!\w)--?\w[\w-]* | (?<!\w)\w+(?:[_:]+\w+)+ | (?<!\w)\w+\(\)
    """,
    re.VERBOSE,
)
# The same for a text without any of these: what is left begins with a sign, which is found fast.
_LETTERED = re.compile(r"[@_:(w](?:(?<=_)|(?<=@)(?=[\w-])|(?<=:)(?=[\w:/\\.~])|(?<=\()\)|(?<=w)ww\.)")
_LEFT = re.compile(rf"(?=[`<&%${{\\./~-])(?:{_SIGNED} | (?:[./\\~]+[\w.~-]+){{2,}} | (?<!\w)--?\w[\w-]*)", re.VERBOSE)
# It begins with one class of characters, which `re` can search for fast.
_NOISE_SIGN = re.compile(r"[<&%{\\/_@:~$\-(`w](?:(?<!w)|ww\.)")
# A word has a lower-case letter and no digit beside it: BM-IV, 12M, 1yr, pic2cn are codes.
_WORD = re.compile(r"(?<![\w’'.])[A-Za-zÀ-ɏ]?[a-zß-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*(?![\w])")
# Names in code (UserSettings), what stands for a word (<path>): only where nothing else is there.
_NAME = re.compile(r"(?<![\w.])[A-Z]?[a-z]{2,}(?:(?:_|[A-Z])[a-z]{2,})*(?=\d?[A-Z]?\b)")
_HALF_DAY = re.compile(r"\b[ap]\.m\.")
_MARKED = re.compile(r"%\([^()\s]*\)\w|%\w|\$?\{[^{}]*\}|</?\w+[^<>]*=[^<>]*>|</\w+>|\b\w+://\S+|[./]\w+")
_CAPITALS = re.compile(r"(?<![\w.-])[A-Z]{2,}(?![\w-])")
# LINE COUNT, REVERSE; but SLEDAI is a score.
_PRONOUNCED = re.compile(r"(?=[A-Z]*[AEIOUY])[A-Z]{4,}")
_UNITS = _listed(
    "kg mg µg ug ng pg cm mm km nm dl ml mol mmol min hr hrs yr yrs mo sec ms kb mb gb tb px pt em rem hz khz mhz ghz"
    " kcal kj kpa pa mmhg iu rpm bp cell cells vs etc jpg jpeg png gif svg pdf html xml json csv txt md po mo"
)
_FUNCTION_WORDS = _listed(
    "the a an of and or to in on at by for from with without is are was were be been has have had do does did not no"
    " can could will would may might must should this that these those it its if then than as but which who what when"
    " where how all any each more most other some such only into over under between after before during about up out"
    " off you your we our they their he she his her i my me us them there here so very also use"
)
# WHO, IT and US are names, too.
_CAPITAL_WORDS = (_FUNCTION_WORDS - _listed("who it us i he me my or am an a so")) | _listed(
    "add cancel close contents copy danger delete edit end error errors failed file help home important name new note notes"
    " ok open options page save search stop success table tip tips todo usage warning warnings yes"
)
_OTHER_LATIN = _listed(
    "der die das und nicht mit für von ist sind eine einen le la les des du est une dans pour avec sur los las"
    " del que por para con una il della che sono een het voor niet et aux ses ces cette par ou dem den wird werden bei"
    " zu im auf gli di uma não em pelo pela dos das os"
)
_OTHER_LETTERS = re.compile(
    r"[^\W\d_A-Za-zÀ-ɏ\u00b5\u02b0-\u03ff\u1e00-\u218f\u2460-\u24ff\u3000-\u303f\u30fb\u30fc\u3200-\u33ff\uff00-\uffef]"
)
CLAUSE = re.compile(r"[A-Za-z](?<![A-Za-z][A-Za-z])[A-Za-z'’-]*+(?:[ ,;:]++[(\"“]?[A-Za-z][A-Za-z'’-]*+[)\"”]?){5,}")
"""Six words of Latin letters or more in a row."""


_HALF_WIDTH = {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)}
# The quick way out: a function word between two others.
_PROSE = re.compile(r"[a-z]{2} (?:the|an?|of|to|is|in|on|for|and|or|not|with|from|by|be|are|that|this|was) [a-zA-Z]{2}")


def words(text: str) -> list[str]:
    """The words of prose in a text: no placeholders, addresses, codes, acronyms or units."""
    if _NOISE_SIGN.search(text):
        text = _without_noise(text)
    return _words(text)


def _without_noise(text: str) -> str:
    return (_NOISE if _LETTERED.search(text) else _LEFT).sub(" ", text)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if len(word) > 1 and word not in _UNITS]


def judge(text: str) -> tuple[str, float, str]:
    """Tag, confidence and reason for a text without ideographs and kana.

    `zxx` where no word is left after numbers, units, codes, acronyms and markup; `en` where words
    are; `und` where the words are another language's.
    """
    is_ascii = text.isascii()
    if is_ascii and _PROSE.search(text):
        return "en", 0.99, "English words in a row"
    if not is_ascii:
        text = text.translate(_HALF_WIDTH)
    is_noisy = _NOISE_SIGN.search(text) is not None
    clean = _without_noise(text) if is_noisy else text
    found = _words(clean)
    others = [] if is_ascii else _OTHER_LETTERS.findall(text)
    if len(others) > sum(map(len, found)):
        return "und", 0.3, f"letters of another script ({others[0]})"
    if not found:
        # A dot alone makes a path, too (.name.part), but hides no word.
        return _without_words(text, clean if is_noisy or "." not in text else _without_noise(text))
    lower = [word.lower() for word in found]
    if not _OTHER_LATIN.isdisjoint(lower):
        foreign = len(_OTHER_LATIN.intersection(lower))
        if foreign > 1 + len(_FUNCTION_WORDS.intersection(lower)) and 5 * foreign >= len(lower):
            return "und", 0.4, "words of another language in Latin letters"
    if len(found) > 2 or not _FUNCTION_WORDS.isdisjoint(lower):
        return "en", 0.99, f"{len(found)} English words"
    return "en", 0.95 if max(map(len, found)) > 3 else 0.85, "Latin words"


def is_other(text: str) -> bool:
    """Whether words of another language than English say what a Latin text is: two of its little words, none of English.

    >>> is_other("Le patient est stable."), is_other("The patient is stable."), is_other("De la Cruz Hospital")
    (True, False, False)
    """
    told = latin_words(text)
    if len(_OTHER_LATIN & told) < 2 or not _FUNCTION_WORDS.isdisjoint(told):
        return False
    return sum(each in _OTHER_LATIN for each in text.split()) >= 1 and not text.istitle()


def is_prose(text: str, wide: int) -> bool:
    """Whether a text with some ideographs or kana is English: three words for each, one of them in running text."""
    found = words(text)
    return len(found) >= 3 * wide and sum(word.islower() for word in found) > 1


FRAMED = 16
"""No more ideographs and kana may stand in an English sentence of few words."""
_RUN = re.compile(r"[^\x00-\u02af\u1e00-\u218f]+(?:[ 　][^\x00-\u02af\u1e00-\u218f]+)*")
_HIRAGANA = re.compile("[\u3041-\u309f]")
_WIDE_MARK = re.compile("[\u3001\u3002\uff01-\uff0f\uff1a-\uff20\u300a-\u300f]")
_BEFORE_RUN = " (\"'“‘[<"
_BEHIND_RUN = " )\"'”’]>,.;:!?"
_ENDS = re.compile(r"[A-Za-z][.!?]?[)\"'”’]?\Z")
_LONGEST_END = 3


def is_framed(text: str) -> bool:
    """Whether a text is an English sentence with names in other characters, each a word of it or in quotes.

    It begins and ends with Latin words and has a word such as “the” or “with”, or a full stop.

    >>> is_framed("Click 设置 to open the menu."), is_framed("使用 Word for the Web 打开")
    (True, False)
    """
    if not _ENDS.search(text.rstrip()[-_LONGEST_END:]):
        return False
    first = next((char for char in text if char.isalpha()), "")
    quoted = 0
    runs = [match for match in _RUN.finditer(text) if any(char.isalpha() for char in match[0])]
    for run in runs:
        before, behind = text[: run.start()][-1:], text[run.end() :][:1]
        if (before and before not in _BEFORE_RUN) or (behind and behind not in _BEHIND_RUN):
            return False
        is_quoted = bool(before) and before != " " and bool(behind) and behind not in " ,.;:!?"
        quoted += is_quoted
        if not is_quoted and _HIRAGANA.search(run[0]):
            return False
    if _WIDE_MARK.search(text) or len(runs) > 3 or (not first.isascii() and quoted < len(runs)):
        return False
    found = words(text)
    lower = [each for each in found if each.islower()]
    if _FUNCTION_WORDS.intersection(lower):
        return len(found) >= 2 + len(runs)
    return bool(lower) and len(found) >= 2 and (text.rstrip().endswith(".") or quoted == len(runs))


def _without_words(text: str, clean: str) -> tuple[str, float, str]:
    capitals = _CAPITALS.findall(clean)
    known = [word for word in capitals if word.lower() in _CAPITAL_WORDS]
    if known or len(capitals) > 3 or _are_words(capitals):
        return "en", 0.9, "words in capitals"
    names = [word for word in _NAME.findall(_MARKED.sub(" ", text)) if len(word) > 3 and word.lower() not in _UNITS]
    if names or _HALF_DAY.search(text):
        return "en", 0.8, "names made of words"
    return "zxx", 0.97, "no word in it"


def _are_words(capitals: list[str]) -> bool:
    pronounced = [word for word in capitals if _PRONOUNCED.fullmatch(word)]
    return len(pronounced) > 1 or any(len(word) > 6 for word in pronounced)


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of whole English clauses in a text of another language.

    Six words in a row with two function words among them (of, is, the): terms, titles of
    products, names and commands are shorter or have none.
    """
    spans = []
    for match in CLAUSE.finditer(text):
        lower = [word.lower() for word in re.findall(r"[A-Za-z'’-]+", match[0])]
        if sum(word in _FUNCTION_WORDS for word in lower) > 1 and not all(a == b for a, b in pairwise(lower)):
            spans.append(match.span())
    return spans
