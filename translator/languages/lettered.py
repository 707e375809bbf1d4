"""Letters that name one of a kind beside its noun: hepatitis B is 乙型肝炎 and B型肝炎, group A 甲组 and A群."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translator.languages import markers
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_HEAVENLY = dict(zip("甲乙丙丁戊己庚", "ABCDEFG", strict=True))
_ONE = "(?<![A-Za-z0-9])([A-H])(?![A-Za-z0-9])"
_CHAR = "(?:(?<![A-Za-z0-9])([A-H])|([甲乙丙丁戊己庚]))"
# Where the letter stands in front of its noun in Chinese and Japanese, and where behind it; English.
_KINDS = (
    (
        "hepatitis",
        rf"{_CHAR}(?:型)?(?:慢性|急性|病毒性|ウイルス性)?肝(?:炎|硬)?",
        "",
        rf"hepatitis[- ](?:virus )?{_ONE}|type[- ]{_ONE}(?: viral| chronic| acute)? hepatitis|(?<![A-Za-z])H([A-E])V(?![A-Za-z])",
    ),
    (
        "influenza",
        rf"{_CHAR}型?(?:流感|インフルエンザ)|{_CHAR}流",
        "",
        rf"influenza[- ](?:virus |type )?{_ONE}|type[- ]{_ONE} (?:influenza|flu)|flu {_ONE}",
    ),
    (
        "blood",
        "(?<![A-Za-z])(AB|[ABO])型(?:血|の(?:血液|方|人))|血(?:液)?型(?:是|为|為|が|は|[:：])? ?(AB|[ABO])",
        "",
        r"blood (?:type|group) (AB|[ABO])(?![A-Za-z])|type (AB|[ABO]) blood",
    ),
    (
        "group",
        rf"{_CHAR} ?(?:[组組群](?![织織成合])|グループ)",
        rf"(?:グループ|群組?) ?{_ONE}",
        rf"(?:group|arm|cohort)s? {_ONE}|(?<![A-Za-z])([A-H]) (?:group|arm)(?![a-z])",
    ),
    (
        "plan",
        rf"{_CHAR} ?(?:方案|プラン|案(?![件内])|套餐|コース)",
        rf"(?:方案|プラン|套餐|コース) ?{_ONE}",
        rf"(?:plan|option|course|package) {_ONE}",
    ),
    ("building", rf"{_CHAR} ?(?:栋|棟|座|館|馆|号楼)", "", rf"(?:building|block|tower|wing) {_ONE}"),
    (
        "appendix",
        r"(?<![A-Za-z])([A-H]) ?(?:附录|付録)",
        rf"(?:附录|附錄|付録|附表|別表|附件|別添) ?{_CHAR}",
        rf"(?:appendix|annex|attachment) {_ONE}",
    ),
    (
        "class",
        rf"{_CHAR} ?(?:级|級|クラス|ランク|等)(?![^一-龥ぁ-ん]?別)",
        rf"(?:クラス|ランク|等级|等級) ?{_ONE}",
        rf"(?:class|grade|rank|Child[- ]Pugh) {_ONE}",
    ),
    (
        "vitamin",
        "",
        "(?:维生素|維生素|ビタミン|维他命|維他命) ?([A-EK][0-9]{0,2})(?![A-Za-z0-9])",
        r"vitamins? ([A-EK][0-9]{0,2})(?![A-Za-z0-9])",
    ),
    (
        "window",
        rf"{_CHAR} ?(?:窗口|窓口|出口|入口|口)",
        rf"(?:出口|窗口|窓口|ゲート) ?{_ONE}",
        rf"(?:exit|gate|window|counter) {_ONE}",
    ),
)
_WIDE = tuple((name, Sought("|".join(filter(None, (before, behind))))) for name, before, behind, _ in _KINDS)
_LATIN = tuple((name, Sought(f"(?i:{english})")) for name, *_, english in _KINDS)
_ANY_WIDE, _ANY_LATIN = (Sought("|".join(each.pattern for _, each in some)) for some in (_WIDE, _LATIN))
# One of the words of each English pattern.
_WORDS = frozenset(
    [
        "hepatitis",
        "type",
        "influenza",
        "flu",
        "blood",
        "group",
        "arm",
        "cohort",
        "groups",
        "arms",
        "cohorts",
        "plan",
        "option",
        "course",
        "package",
        "building",
        "block",
        "tower",
        "wing",
        "appendix",
        "annex",
        "attachment",
        "class",
        "grade",
        "rank",
        "pugh",
        "child-pugh",
        "vitamin",
        "vitamins",
        "exit",
        "gate",
        "window",
        "counter",
        "hav",
        "hbv",
        "hcv",
        "hdv",
        "hev",
    ]
)


def compare_letters(
    source: str, target: str, *, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The letter of a kind that became another one: the source's own is gone, and there is one that it has not.

    >>> [each.message for each in compare_letters("B型肝炎ウイルス", "hepatitis C virus", source_language="ja")]
    ['“B型肝炎” became “hepatitis C”']
    >>> compare_letters("乙型肝炎", "B型肝炎", source_language="zh", target_language="ja")
    ()
    """
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    ours = _read(prose(source), here)
    if not ours:
        return ()
    theirs = _read(prose(target), there)
    for name, found in ours.items():
        others = theirs.get(name, [])
        counts = Counter(letter for letter, _ in found), Counter(letter for letter, _ in others)
        lost = [each for each in found if each[0] not in counts[1]]
        new = [each for each in others if each[0] not in counts[0]]
        if lost and new and len(counts[0]) == len(counts[1]):
            (_, one), (_, two) = lost[0], new[0]
            message = f"“{source[slice(*one)]}” became “{target[slice(*two)]}”"
            return (Difference("letter", message, one, two),)
    return ()


def lettering(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> int:
    """The texts that may name a letter of a kind, as their translation does."""
    found = _naming(sources, tongues[0])
    return found and found & _naming(targets, tongues[1])


def _naming(texts: Texts, tongue: str) -> int:
    plain = texts.prose
    if tongue != "en":
        return plain.having(_ANY_WIDE)
    return plain.left(plain.naming(_WORDS), _ANY_LATIN.search)


def _read(text: str, tongue: str) -> dict[str, list[tuple[str, tuple[int, int]]]]:
    """The letters that a text names, by kind, with the spans of letter and noun."""
    found: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    for name, letter, span in _letters(text, tongue):
        found.setdefault(name, []).append((letter, span))
    return found


def _letters(text: str, tongue: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for name, pattern in _LATIN if tongue == "en" else _WIDE:
        for match in pattern.finditer(text):
            letter = next(filter(None, match.groups()))
            yield name, _HEAVENLY.get(letter, letter.upper()), match.span()
