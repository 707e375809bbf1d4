"""Measures the comparison of numbers and units, and danger marks, beside pofilter in the same run.

    python benchmarks/quantities.py CORPORA [--part open|held|both] [--alarms PAIR] [--dangers EDIT:LANGUAGE] [--out FILE]

CORPORA holds quality/injected.*.jsonl (pairs with one injected fault) and parallel/*.tsv (clean
pairs). The rows are parted by a hash of their id: half is open to tuning, half is held out.
Faults inside placeholders and addresses (`{0}`, `%1$s`, `&#8220;`) and inside codes (`UTF-8`) are
other checks' work: they are counted apart. Dangers are injected into the sources by a script.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from translate.filters.checks import FilterFailure, StandardChecker

from translator.catalog import Entry
from translator.checks import Context, Pair, all_checks
from translator.languages import claims, codes, comparisons, dangers, numbers, quantities
from translator.languages.verbatim import GAP, mask

CLASSES = ("drop_number", "alter_digit", "decimal_shift", "swap_numbers", "swap_unit", "fullwidth", "thousands")
BENIGN = ("fullwidth", "thousands")
PAIRS = ("zh-en", "ja-en", "zh-ja")
DIGIT = re.compile("[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Row:
    """A clean pair, and the pair with the fault where there is one."""

    key: str
    source: str
    clean: str
    bad: str
    fault: str
    direction: str
    corpus: str

    @property
    def is_held(self) -> bool:
        return is_held(self.key)

    @property
    def place(self) -> str:
        """Where the fault lies: `text`, `code` or `hidden`."""
        first, last = changed(self.clean, self.bad)
        hidden = mask(self.clean)
        around = (hidden[max(first - 1, 0)], hidden[min(last + 1, len(hidden) - 1)])
        if GAP in (hidden[first], hidden[last]) or around == (GAP, GAP):
            return "hidden"
        for each in numbers.read(self.clean):
            if each.kind == "code" and (each.start <= first < each.end or each.start <= last < each.end):
                return "code"
        return "text"


def is_held(key: str) -> bool:
    return hashlib.sha1(key.encode()).digest()[0] & 1 == 1


def changed(clean: str, bad: str) -> tuple[int, int]:
    """The first and the last character of the clean text that the fault changed."""
    pairs = enumerate(zip(clean, bad, strict=False))
    first = next((at for at, (one, two) in pairs if one != two), min(len(clean), len(bad)) - 1)
    turned = enumerate(zip(clean[::-1], bad[::-1], strict=False))
    back = next((at for at, (one, two) in turned if one != two), 0)
    return first, max(first, len(clean) - 1 - back)


def injected(corpora: Path) -> Iterator[Row]:
    for path in sorted(corpora.glob("quality/injected.*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["error"] in CLASSES:
                yield Row(
                    row["id"], row["src"], row["tgt_clean"], row["tgt_bad"], row["error"], row["dir"], row["source"]
                )


def clean_pairs(corpora: Path, name: str) -> Iterator[Row]:
    lines = (corpora / "parallel" / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    for line in lines[1:]:
        if line:
            key, source, target, corpus = line.split("\t")[:4]
            yield Row(key, source, target, target, "", name.replace("-", ">"), corpus)


def tags(direction: str) -> tuple[str, str]:
    source, target = (each.replace("zh", "zh-Hans") for each in direction.split(">"))
    return source, target


def ours(row: Row, target: str) -> bool:
    return bool(quantities.compare(row.source, target, *tags(row.direction)))


def with_codes(row: Row, target: str) -> bool:
    return ours(row, target) or bool(codes.compare_codes(row.source, target))


MEANT = frozenset(
    {
        "number-mismatch", "unit-mismatch", "placeholder-mismatch", "placeholder-order", "markup-mismatch",
        "code-mismatch", "url-mismatch", "identifier-mismatch", "bracket-mismatch",
    }
)  # fmt: skip
CHECKS = tuple(each for each in all_checks() if each.name in MEANT)


def by_checks(row: Row, target: str) -> bool:
    """Whether any check fires that is meant for a number, a placeholder, code or an address."""
    one, two = tags(row.direction)
    pair = Pair(row.source, target, two.partition("-")[0], two, one, Entry(row.source, (target,)))
    return any(next(each.run(pair, Context()), None) for each in CHECKS)


CHECKER = StandardChecker()


def peer(row: Row, target: str) -> bool:
    try:
        CHECKER.numbers(row.source, target)
    except FilterFailure:
        return True
    return False


Judge = Callable[[Row, str], bool]
JUDGES: dict[str, Judge] = {
    "ours": ours,
    "ours and codes": with_codes,
    "checks meant": by_checks,
    "pofilter numbers": peer,
}


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "–"


def recall_table(rows: Iterable[Row]) -> list[str]:
    """Faults that are found, and benign changes that are taken for faults, by class and place.

    A benign change counts as an alarm where the clean pair raised none.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        count = counts[row.fault, row.place]
        count["all"] += 1
        for name, judge in JUDGES.items():
            hit = judge(row, row.bad)
            if row.fault in BENIGN:
                hit = hit and not judge(row, row.clean)
            count[name] += hit
    lines = ["| class | place | rows | " + " | ".join(JUDGES) + " |", "|---|---|---|" + "---|" * len(JUDGES)]
    for (fault, place), count in sorted(counts.items(), key=lambda item: (CLASSES.index(item[0][0]), item[0][1])):
        cells = " | ".join(share(count[name], count["all"]) for name in JUDGES)
        shown = f"{fault} (benign)" if fault in BENIGN else fault
        lines.append(f"| {shown} | {place} | {count['all']} | {cells} |")
    return lines


def alarm_table(corpora: Path, is_part: Callable[[Row], bool]) -> list[str]:
    lines = [
        "| pair | pairs | with digits | with numbers in the text | "
        + " | ".join(JUDGES)
        + " | ours, of numbers in the text |",
        "|---|---|---|---|---|" + "---|" * len(JUDGES),
    ]
    for name in PAIRS:
        rows = [row for row in clean_pairs(corpora, name) if is_part(row)]
        bearing = [row for row in rows if DIGIT.search(row.source + row.clean)]
        visible = sum(1 for row in bearing if DIGIT.search(mask(row.source) + mask(row.clean)))
        alarms = {key: sum(judge(row, row.clean) for row in rows) for key, judge in JUDGES.items()}
        cells = " | ".join(share(alarms[key], len(bearing)) for key in JUDGES)
        own = share(alarms["ours"], visible)
        lines.append(f"| {name} | {len(rows)} | {len(bearing)} | {visible} | {cells} | {own} |")
    return lines


def claim_table(corpora: Path, is_part: Callable[[Row], bool]) -> list[str]:
    """Alarms of the comparisons of negation and comparison signs on clean pairs, both directions."""
    lines = ["| pair | judged | negation | comparison signs | codes |", "|---|---|---|---|---|"]
    for name in PAIRS:
        one, two = tags(name.replace("-", ">"))
        count: Counter[str] = Counter()
        for row in clean_pairs(corpora, name):
            if not is_part(row):
                continue
            for source, target, a, b in ((row.source, row.clean, one, two), (row.clean, row.source, two, one)):
                count["all"] += 1
                count["negation"] += bool(claims.compare_negation(source, target, a, b))
                count["signs"] += bool(comparisons.compare_comparisons(source, target, a, b))
                count["codes"] += bool(codes.compare_codes(source, target))
        lines.append(
            f"| {name} | {count['all']} | {share(count['negation'], count['all'])} | "
            f"{share(count['signs'], count['all'])} | {share(count['codes'], count['all'])} |"
        )
    return lines


def speed_table(corpora: Path) -> list[str]:
    rows = [row for name in PAIRS for row in clean_pairs(corpora, name)]
    short = [row for row in rows if len(row.source) + len(row.clean) <= 120]
    lines = ["| workload | pairs | ours, pairs/s of CPU time | pofilter, pairs/s | ratio |", "|---|---|---|---|---|"]
    for label, chosen in (("all", rows), ("short (up to 120 characters)", short)):
        sample = random.Random(1).sample(chosen, min(12_000, len(chosen)))
        rates = []
        for judge in (ours, peer):
            start = time.process_time()
            for row in sample:
                judge(row, row.clean)
            rates.append(len(sample) / (time.process_time() - start))
        lines.append(f"| {label} | {len(sample)} | {rates[0]:,.0f} | {rates[1]:,.0f} | {rates[0] / rates[1]:.2f} |")
    return lines


# Danger marks: changes of meaning, and harmless edits, made in real sources.

UNITS = (
    ("mg", "g"), ("kg", "g"), ("个月", "年"), ("か月", "年"), ("小时", "分钟"), ("時間", "分"), ("months", "years"),
    ("hours", "minutes"), ("MB", "GB"), ("天", "周"), ("日間", "週間"), ("%", "‰"), ("秒", "分"), ("years", "months"),
    ("days", "weeks"), ("字节", "比特"), ("バイト", "ビット"), ("bytes", "bits"), ("seconds", "minutes"), ("ms", "s"),
)  # fmt: skip
NEGATIONS = {
    "zh": (("没有", "有"), ("不是", "是"), ("不能", "能"), ("不会", "会"), ("无法", "可以"), ("未", "已"), ("是", "不是"), ("可以", "不可以")),
    "ja": (("しません", "します"), ("ありません", "あります"), ("できません", "できます"), ("できない", "できる"), ("ない。", "る。"),
           ("されます", "されません"), ("できます", "できません"), ("されました", "されませんでした"), ("します。", "しません。")),
    "en": (("is not ", "is "), ("does not ", "does "), ("cannot ", "can "), ("without ", "with "), (" can ", " cannot "),
           (" is ", " is not "), (" no ", " "), (" will ", " will not "), ("don't ", "do ")),
}  # fmt: skip
QUANTIFIERS = {
    "zh": (("所有", "部分"), ("全部", "部分"), ("每个", "某个"), ("一些", "所有"), ("部分", "全部"), ("大多数", "少数"), ("半数", "全部"), ("任何", "某些")),
    "ja": (("すべての", "一部の"), ("全ての", "一部の"), ("全員", "半数"), ("一部の", "すべての"), ("ほとんどの", "一部の"), ("それぞれの", "一部の"), ("いくつかの", "すべての")),
    "en": (("all ", "some "), ("some ", "all "), ("every ", "no "), ("most ", "few "), ("each ", "some "), ("any ", "every "), ("All ", "Most ")),
}  # fmt: skip
SIGNS = {
    "zh": (("以上", "以下"), ("大于", "小于"), ("至少", "至多"), ("超过", "低于"), ("小于", "大于"), ("最多", "至少")),
    "ja": (("以上", "以下"), ("未満", "以上"), ("以下", "未満"), ("より大きい", "より小さい"), ("少なくとも", "多くとも")),
    "en": (("at least", "at most"), ("more than", "less than"), ("less than", "more than"), ("greater than", "less than"), ("up to", "at least")),
    "": ((">= ", "<= "), ("≧", "≦"), ("≥", "≤"), (" > ", " < "), (" < ", " > ")),
}  # fmt: skip
# Words of Chinese that hold another: 是 in 但是 is no verb.
INSIDE = (
    "但是", "还是", "還是", "于是", "於是", "总是", "總是", "就是", "若是", "要是", "只是", "或是", "是否", "不是", "可是", "像是", "凡是",
    "未来", "未來", "有没有", "有沒有", "没有有", "也是否", "正是", "即是", "特别是", "尤其是", "更是", "都是",
)  # fmt: skip
SYNONYMS = {
    "zh": (("使用", "采用"), ("显示", "展示"), ("没有", "无"), ("所有", "全部"), ("如果", "假如"), ("因此", "所以"), ("可以", "能够"), ("文件", "檔案"), ("例如", "比如")),
    "ja": (("使用", "利用"), ("すべて", "全て"), ("できます", "可能です"), ("例えば", "たとえば"), ("または", "もしくは"), ("しません", "しない"), ("ください", "下さい"), ("及び", "および")),
    "en": (("use ", "employ "), ("for example", "e.g."), ("show", "display"), ("does not", "doesn't"), ("cannot", "can't"), ("every ", "each "), ("because", "since"), ("big", "large")),
}  # fmt: skip
PARTICLES = {
    "zh": (("的", ""), ("了", ""), ("将", "会"), ("并", "且"), ("和", "与"), ("或", "或者")),
    "ja": (("は", "が"), ("に", "へ"), ("が", "は"), ("から", "より"), ("を", "は"), ("です。", "だ。")),
    "en": ((" the ", " a "), (" a ", " the "), (" the ", " "), (" that ", " which "), (" is ", "'s ")),
}  # fmt: skip
VARIANTS = (
    ("国", "國"), ("学", "學"), ("会", "會"), ("体", "體"), ("应", "應"), ("变", "變"), ("对", "對"), ("显", "顯"), ("発", "發"),
    ("気", "氣"), ("図", "圖"), ("読", "讀"), ("数据", "數據"), ("設定", "设定"), ("関", "關"), ("当", "當"),
)  # fmt: skip
# Characters that are markers or numerals themselves: a slip there is a change.
CRITICAL = frozenset(
    "不无無未非没沒否禁一二三四五六七八九十百千万億亿两兩半全每各毎部数數几幾有ないぬずまんせだけしかのみ多少大小上下以超至約约年月日時时分秒"
)
DANGERS = ("number", "unit", "negation", "quantifier", "comparison", "name")
HARMLESS = ("typo", "punctuation", "spacing", "particle", "width", "variant", "synonym")


def replaced(text: str, couples: Iterable[tuple[str, str]], chance: random.Random) -> str:
    """The text with one of the couples put in at one place, or "" where none fits.

    Latin words are replaced whole; a word of Han not inside the longer words of `INSIDE`.
    """
    places = []
    for old, new in couples:
        pattern = re.escape(old)
        if old.strip()[:1].isascii() and old.strip()[:1].isalpha():
            pattern = (
                rf"(?<![A-Za-z-]){pattern}" + ("" if old[-1] == " " else "(?![A-Za-z-])") if old[0] != " " else pattern
            )
        for match in re.finditer(pattern, text):
            around = text[max(0, match.start() - 1) : match.end() + 1]
            if not any(word in around for word in INSIDE):
                places.append((match.start(), old, new))
    if not places:
        return ""
    at, old, new = chance.choice(places)
    return text[:at] + new + text[at + len(old) :]


def dangerous(text: str, kind: str, tongue: str, chance: random.Random) -> str:
    """The text with a change of meaning, or ""."""
    hidden = mask(text)
    if kind == "number":
        places = [match.start() for match in re.finditer(r"(?<![A-Za-z0-9_-])[0-9]", hidden)]
        if not places:
            return ""
        at = chance.choice(places)
        return text[:at] + str((int(text[at]) + chance.randint(1, 9)) % 10) + text[at + 1 :]
    if kind == "unit":
        couples = []
        for old, new in UNITS:
            for match in re.finditer(rf"(?<=[0-9])( ?){re.escape(old)}(?![A-Za-z])", hidden):
                couples.append((match.start() + len(match[1]), old, new))
        if not couples:
            return ""
        at, old, new = chance.choice(couples)
        return text[:at] + new + text[at + len(old) :]
    if kind == "name":
        pattern = (
            r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*" if tongue == "en" else r"[A-Za-z][A-Za-z0-9]{2,}"
        )
        found = list(re.finditer(pattern, hidden))
        if not found:
            return ""
        match = chance.choice(found)
        at = chance.randrange(match.start(), match.end())
        other = chance.choice([each for each in "BCDFGKMPRSTXZ" if each != text[at].upper()])
        return text[:at] + (other if text[at].isupper() or text[at].isdigit() else other.lower()) + text[at + 1 :]
    tables = {
        "negation": NEGATIONS[tongue],
        "quantifier": QUANTIFIERS[tongue],
        "comparison": (*SIGNS[tongue], *SIGNS[""]),
    }
    return replaced(text, tables[kind], chance)


def slipped(text: str, chance: random.Random) -> str:
    """The text with a slip inside a plain word: a letter doubled, left out or turned; a kana or Han
    character doubled or turned with the next."""
    hidden = mask(text)
    words = [match for match in re.finditer(r"(?<![A-Za-z0-9_.])[a-z]{8,}(?![A-Za-z0-9_(])", hidden)]
    runs = [match for match in re.finditer(r"[\u3041-\u3093\u30a1-\u30f6\u4e00-\u9fa5]{4,}", hidden)]
    if not words and not runs:
        return ""
    match = chance.choice(runs or words)
    at = chance.randrange(match.start() + 1, match.end() - 2)
    if text[at] in CRITICAL or text[at + 1] in CRITICAL:
        return ""
    kinds = [text[:at] + text[at] + text[at:], text[:at] + text[at + 1] + text[at] + text[at + 2 :]]
    if match in words:
        kinds.append(text[:at] + text[at + 1 :])
    return chance.choice(kinds)


def harmless(text: str, kind: str, tongue: str, chance: random.Random) -> str:
    """The text with an edit that leaves its meaning, or ""."""
    if kind == "typo":
        return slipped(text, chance)
    if kind == "punctuation":
        couples = [
            ("。", "．"),
            ("，", "、"),
            ("、", "，"),
            (",", "，"),
            ("（", "("),
            ("）", ")"),
            ("：", ":"),
            (".", "。"),
            ("“", "「"),
        ]
        usable = [(old, new) for old, new in couples if old not in ".," or tongue != "en"]
        text = re.sub(r"(?<=[^0-9])[.](?=\s|$)", "。", text) if tongue != "en" and chance.random() < 0.3 else text
        safe = [(old, new) for old, new in usable if old not in ".,"]
        return replaced(text, safe, chance) or (text[:-1] if text[-1:] in ".。!" else "")
    if kind == "spacing":
        spaced = (
            re.sub(r"(?<=[\u3040-\u9fff])(?=[A-Za-z0-9])", " ", text)
            if chance.random() < 0.5
            else re.sub(r"(?<=[\u3040-\u9fff]) | (?=[\u3040-\u9fff])", "", text)
        )
        return spaced if spaced != text else ""
    if kind == "width":
        wide = {ord("0") + digit: 0xFF10 + digit for digit in range(10)} | {
            ord("("): "（",
            ord(")"): "）",
            ord("%"): "％",
        }
        if mask(text) != text:
            return ""
        changed_text = text.translate(wide)
        return changed_text if changed_text != text else ""
    tables = {"particle": PARTICLES[tongue], "variant": VARIANTS, "synonym": SYNONYMS[tongue]}
    return replaced(text, tables[kind], chance)


def sources(corpora: Path, is_part: Callable[[Row], bool]) -> dict[str, list[str]]:
    """The different sources of a part by language."""
    found: dict[str, dict[str, None]] = {"zh": {}, "ja": {}, "en": {}}
    for name in PAIRS:
        one, two = name.split("-")
        for row in clean_pairs(corpora, name):
            if is_part(row) and len(row.source) < 400:
                found[one][row.source] = None
                found[two][row.clean] = None
    return {tongue: sorted(texts) for tongue, texts in found.items()}


def danger_table(texts: dict[str, list[str]], shown: str) -> list[str]:
    lines = ["| edit | language | made | marked | by this kind |", "|---|---|---|---|---|"]
    for kind in (*DANGERS, *HARMLESS):
        make = dangerous if kind in DANGERS else harmless
        for tongue, pool in texts.items():
            chance = random.Random(f"{kind}{tongue}")
            made = marked = named = 0
            for text in chance.sample(pool, len(pool)):
                edited = make(text, kind, tongue, chance)
                if not edited or edited == text:
                    continue
                made += 1
                found = dangers.dangers(text, edited, tongue)
                marked += bool(found)
                named += any(each.kind == kind or (kind, each.kind) == ("number", "date") for each in found)
                if shown == f"{kind}:{tongue}" and bool(found) != (kind in DANGERS):
                    print(f"- {text[:160]} | {edited[:160]} | {[str(each) for each in found]}")
                if made == 600:
                    break
            lines.append(
                f"| {kind} | {tongue} | {made} | {share(marked, made)} | {share(named, made) if kind in DANGERS else ''} |"
            )
    return lines


def show_alarms(corpora: Path, name: str, is_part: Callable[[Row], bool]) -> None:
    found = [row for row in clean_pairs(corpora, name) if is_part(row) and ours(row, row.clean)]
    for row in random.Random(0).sample(found, min(40, len(found))):
        messages = [each.message for each in quantities.compare(row.source, row.clean, *tags(row.direction))]
        print(f"- {row.corpus} | {row.source[:240]} | {row.clean[:240]} | {messages}")


def report(corpora: Path, part: str, is_part: Callable[[Row], bool], shown: str) -> list[str]:
    """The tables of one part."""
    lines = [f"## The {part} half", "", "### Injected faults: found", ""]
    lines += recall_table(row for row in injected(corpora) if is_part(row))
    lines += ["", "### Clean pairs: alarms of number-bearing pairs", "", *alarm_table(corpora, is_part)]
    lines += ["", "### Clean pairs: alarms about claims and codes", "", *claim_table(corpora, is_part)]
    return [*lines, "", "### Danger marks", "", *danger_table(sources(corpora, is_part), shown), ""]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=("open", "held", "both"), default="open")
    parser.add_argument("--alarms", default="", help="show alarms on clean pairs: zh-en, ja-en or zh-ja")
    parser.add_argument("--dangers", default="", help="show wrong danger marks: typo:ja, negation:zh …")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    parts = {"open": lambda row: not row.is_held, "held": lambda row: row.is_held}
    if arguments.alarms:
        show_alarms(arguments.corpora, arguments.alarms, parts["open"])
        return
    chosen = ("held", "open") if arguments.part == "both" else (arguments.part,)
    lines = []
    for part in chosen:
        lines += report(arguments.corpora, part, parts[part], arguments.dangers)
    lines += ["## Speed", "", *speed_table(arguments.corpora)]
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.out:
        head = "# Numbers, units and danger marks\n\n"
        command = f"    python benchmarks/quantities.py CORPORA --part {arguments.part} --out {arguments.out}\n\n"
        arguments.out.write_text(head + command + text, encoding="utf-8")


if __name__ == "__main__":
    main()
