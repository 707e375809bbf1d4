"""Faults of a careless translator, planted one by one into clean pairs: how many the checks find.

    python benchmarks/planted.py CORPORA [--half held|open] [--missed FAMILY]

Reads `parallel/*.tsv`. Each family changes the target of the pairs that have what it needs (a sign, a word
for all, an acronym …) in one place. A fault counts as found where a check fires that is silent on the clean
pair; “as an error” where that check is an error. Wrong pairs are planted into catalogs of 60 entries. The
halves are those of `benchmarks/checks.py`; rules were written on the open one.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from checks import CHECKS, SEVERITY, TAGS, Row, parallel, table, tag

from translator.catalog import Catalog, Entry
from translator.checks import CatalogSubject, Context, Pair, all_checks

MOST = 400
"""How many rows of a family and direction are planted."""
Plant = Callable[[Row, random.Random], "str | None"]
Rules = dict[str, list[tuple[str, str]]]


def replacing(rules: Rules, needed: Rules | None = None) -> Plant:
    """A family that replaces one word of the target, where the source has a word that it stands for."""
    compiled = {go: [(re.compile(old), new) for old, new in each] for go, each in rules.items()}
    wanted = {come: re.compile(each[0][0]) for come, each in (needed or {}).items()}

    def plant(row: Row, _: random.Random) -> str | None:
        if wanted and not wanted[row.come].search(row.source):
            return None
        for old, new in compiled.get(row.go, []):
            if len(old.findall(row.target)) == 1:
                return old.sub(new, row.target)
        return None

    return plant


NOT: Rules = {
    "zh": [("没有|沒有", "有"), ("未(?=[能被见見])", ""), ("无法|無法", "可以"), ("不(?=[能会會支需])", "")],
    "ja": [("できません", "できます"), ("ありません", "あります"), ("なかった", "た"), ("なし(?=[。、]|$)", "あり")],
    "en": [(r"\b(is|are|was|were|does|do|did|can|will|should) not\b", r"\1"), (r"\bcannot\b", "can"), (r"\bno (?=[a-z])", "some ")],
}  # fmt: skip
DENIED: Rules = {
    "zh": [("没有|沒有|未|无法|無法|不", "")],
    "ja": [("ません|ない|なし|なかった", "")],
    "en": [(r"\b(?:not|no|cannot|never|without)\b|n't\b", "")],
}
ALL: Rules = {
    "zh": [("所有|全部", "部分")],
    "ja": [("すべて|全て|全員", "一部")],
    "en": [(r"\b(?:all|every)\b", "some")],
}
WHOLE: Rules = {"zh": [("所有|全部", "")], "ja": [("すべて|全て|全員", "")], "en": [(r"\b(?:all|every)\b", "")]}
SIGN: Rules = {each: [("[≥≧]", ">"), (">=", ">"), ("[≤≦]", "<"), ("<=", "<")] for each in ("zh", "ja", "en")}
BOUND: Rules = {
    "zh": [("(?<=[0-9])([个個年天岁次]?)(?:以上)", r"\1以下"), ("至少", "至多")],
    "ja": [("(?<=[0-9])([つ個年日歳]?)以上", r"\1未満"), ("少なくとも", "多くとも")],
    "en": [(r"\bat least\b", "at most"), (r"\bmore than\b", "less than")],
}
PEOPLE: Rules = {"zh": [("(?<=[0-9])[名人]", "次")], "ja": [("(?<=[0-9])[名人]", "回")], "en": [(r"(?<=[0-9]) (?:people|persons)", " times")]}  # fmt: skip
QUESTION: Rules = {each: [("[?？]$", "." if each == "en" else "。")] for each in ("zh", "ja", "en")}
COMMA: Rules = {"zh": [("。$", "，")], "ja": [("。$", "、")], "en": [(r"(?<=[a-z])\.$", ",")]}
BREAK: Rules = {"zh": [("(?<=[，。])(?=.)", "\n")], "ja": [("(?<=[、。])(?=.)", "\n")], "en": [("(?<=[,]) (?=[a-z])", "\n")]}  # fmt: skip
ADDRESS: Rules = {
    "zh": [(r"\Z", "（www.example.com/info）")],
    "ja": [(r"\Z", "（https://example.net/）")],
    "en": [(r"\Z", " See info@example.com")],
}
OPPOSITE: Rules = {
    "zh": [("增加", "减少"), ("改善", "恶化"), ("启用", "禁用"), ("左", "右"), ("允许", "禁止"), ("最大", "最小")],
    "ja": [("増加", "減少"), ("改善", "悪化"), ("有効に", "無効に"), ("左", "右"), ("許可", "禁止"), ("最大", "最小")],
    "en": [(r"\bincreas(?=e|ing)", "decreas"), (r"\bimprove", "worsen"), (r"\b[Ee]nable", "disable"), (r"\bmaximum\b", "minimum")],
}  # fmt: skip
_CODE = re.compile(r"(?<![A-Za-z0-9_`.<&%/-])[A-Z]{4,6}(?![A-Za-z0-9_`.>/-])")
_NAME = re.compile(r"(?<![A-Za-z0-9_`.<&%/@:-])[A-Z][a-z]{5,}(?![A-Za-z0-9_`.>/-])")


def turned(pattern: re.Pattern[str]) -> Plant:
    """A family that turns two letters of a name of the target that the source has too."""

    def plant(row: Row, chance: random.Random) -> str | None:
        found = [each for each in pattern.finditer(row.target) if each[0] in row.source]
        if len(found) != 1 or row.target.count(found[0][0]) > 1:
            return None
        name = found[0][0]
        places = [at for at in range(1, len(name) - 1) if name[at] != name[at + 1]]
        at = chance.choice(places) if places else 0
        bad = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        return row.target.replace(name, bad) if places else None

    return plant


FAMILIES: dict[str, Plant] = {
    "negation dropped": replacing(NOT, DENIED),
    "all became some": replacing(ALL, WHOLE),
    "word became its opposite": replacing(OPPOSITE),
    "sign made strict": replacing(SIGN),
    "comparison turned": replacing(BOUND),
    "people became times": replacing(PEOPLE),
    "question became statement": replacing(QUESTION, {each: [("[?？]$", "")] for each in TAGS}),
    "sentence left at a comma": replacing(COMMA, {each: [("[。.]$", "")] for each in TAGS}),
    "line break inside": replacing(BREAK),
    "address invented": replacing(ADDRESS),
    "acronym garbled": turned(_CODE),
    "name garbled": turned(_NAME),
}


def fires(row: Row, target: str) -> set[str]:
    """The checks that fire on a pair."""
    pair = Pair(
        row.source, target, row.go, tag(row.go, row.target), tag(row.come, row.source), Entry(row.source, (target,))
    )
    return {each.name for each in CHECKS if next(each.run(pair, Context()), None)}


def one_by_one(rows: list[Row], missed: str) -> Iterator[list[object]]:
    """A line of the table for each family."""
    for family, plant in FAMILIES.items():
        chance = random.Random(family)
        count: Counter[str] = Counter()
        left: list[tuple[str, str]] = []
        for row in rows:
            place = f"{row.come}→{row.go}"
            if count[place] >= MOST:
                continue
            bad = plant(row, chance)
            if bad is None or bad == row.target:
                continue
            count[place] += 1
            new = fires(row, bad) - fires(row, row.target)
            count["all"] += 1
            count["found"] += bool(new)
            count["error"] += any(SEVERITY[each] == "error" for each in new)
            if not new:
                left.append((row.source, bad))
        if family == missed:
            for source, bad in chance.sample(left, min(40, len(left))):
                print(f"- {source[:150]} | {bad[:150]}")
        if count["all"]:
            shares = [f"**{count[each] / count['all']:.3f}**" for each in ("error", "found")]
            yield [family, count["all"], *shares]


def wrong_pairs(rows: list[Row]) -> Iterator[list[object]]:
    """A line for the translation of another entry, planted into catalogs of 60 entries each."""
    checks = {each.name: each for each in all_checks() if each.name in ("wrong-pair", "repeated-translation")}
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.source) >= 6 and row.origin != "tatoeba":
            groups[row.origin, row.come, row.go].append(row)
    chance = random.Random(5)
    count: Counter[str] = Counter()
    for (_, _, go), group in sorted(groups.items()):
        for start in range(0, min(len(group) - 60, 60 * 40), 60):
            part = group[start : start + 60]
            at, other = chance.sample(range(60), 2)
            targets = [each.target for each in part]
            targets[at] = targets[other]
            entries = {each.source: Entry(each.source, (target,)) for each, target in zip(part, targets, strict=True)}
            subject = CatalogSubject(go, TAGS[go], "a", Catalog(tuple(entries.values())))
            told = {name: [f.key[1] for f in each.run(subject, Context()) if f.key] for name, each in checks.items()}
            places = [each for found in told.values() for each in found]
            right, wrong = part[at].source, part[other].source
            direct = fires(part[at], targets[at]) - fires(part[at], part[at].target)
            count["all"] += 1
            count["told"] += right in places or wrong in places or bool(direct)
            count["error"] += right in told["wrong-pair"] or any(SEVERITY[each] == "error" for each in direct)
            count["other"] += wrong in places and right not in places
    if count["all"]:
        yield [
            "another entry's translation",
            count["all"],
            *(f"**{count[e] / count['all']:.3f}**" for e in ("error", "told")),
        ]
        yield ["… told at the other entry alone", count["all"], "", f"{count['other'] / count['all']:.3f}"]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--half", choices=("held", "open"), default="held")
    parser.add_argument("--missed", default="")
    options = parser.parse_args()
    rows = list(parallel(options.corpora, options.half))
    random.Random(1).shuffle(rows)
    lines = [*one_by_one(rows, options.missed), *wrong_pairs(rows)]
    print(f"\n## Planted faults ({options.half} half)\n")
    print(table(["fault", "planted", "found as an error", "found"], lines))


if __name__ == "__main__":
    main()
