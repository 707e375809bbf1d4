"""Measures language identification on a labelled corpus, beside other libraries in the same run.

    python benchmarks/languages.py CORPORA [--page FILE] [--peers] [--fit] [--errors LABEL] [--out FILE]

CORPORA holds languages/labelled.tsv. The rows are parted by a hash: three tenths are held out,
the rest is open to tuning. The tables of the package were made without any of them.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import re
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from translator import languages
from translator.document import Language
from translator.languages import Unit
from translator.languages.identification import judge

LABELS = ("zh-Hans", "zh-Hant", "ja", "en")
KEY_SEED = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text."""

    text: str
    label: str
    source: str
    flags: frozenset[str]

    @property
    def is_ambiguous(self) -> bool:
        return any(flag.startswith("ambiguous") for flag in self.flags)

    @property
    def is_held_out(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] % 10 < 3

    def accepts(self, tag: str) -> bool:
        if self.is_ambiguous and tag == "und":
            return True
        accepted = {self.label}
        for flag in self.flags:
            if flag.startswith("ambiguous:"):
                accepted |= set(flag.partition(":")[2].replace("_", "-").split("/"))
        if "script_neutral" in self.flags and self.label != "ja":
            accepted |= {"zh-Hans", "zh-Hant"}
        return tag in accepted


def rows(corpora: Path) -> list[Row]:
    path = corpora / "languages" / "labelled.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Row(each["text"], each["label"].replace("_", "-"), each["source"], frozenset(each["flags"].split(",")))
            for each in table
        ]


def is_kana_free(row: Row) -> bool:
    return row.label == "ja" and "kana_free" in row.flags


def accuracy(found: Iterable[tuple[Row, str]]) -> str:
    pairs = list(found)
    right = sum(row.accepts(tag) for row, tag in pairs)
    return f"{right / len(pairs):.4f} ({len(pairs)})" if pairs else "–"


def groups(part: Sequence[Row]) -> dict[str, list[Row]]:
    """The unambiguous rows by label, and the kana-free Japanese ones."""
    clear = [row for row in part if not row.is_ambiguous]
    found = {label: [row for row in clear if row.label == label] for label in LABELS}
    found["ja kana-free"] = [row for row in clear if is_kana_free(row)]
    found["ja kana-free enc=J"] = [row for row in found["ja kana-free"] if "enc=J" in row.flags]
    return found


def alone(part: Sequence[Row]) -> dict[str, str]:
    return {
        name: accuracy((row, languages.identify(row.text).tag) for row in found) for name, found in groups(part).items()
    }


def calibration(part: Sequence[Row]) -> dict[str, str]:
    """How often answers of a confidence are right, and how many rows get an answer at 0.9."""
    clear = [row for row in part if not row.is_ambiguous]
    answers = [(row, languages.identify(row.text)) for row in clear]
    found = {}
    for low, high in ((0.0, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01)):
        bucket = [(row, answer.tag) for row, answer in answers if low <= answer.confidence < high]
        found[f"right of answers at {low:.2f}–{min(high, 1.0):.2f}"] = accuracy(bucket)
    sure = [(row, answer.tag) for row, answer in answers if answer.confidence >= 0.9]
    found["right of answers at ≥ 0.9"] = accuracy(sure)
    found["rows answered at ≥ 0.9"] = f"{len(sure) / len(answers):.4f}"
    for label in LABELS:
        own = [answer for row, answer in answers if row.label == label]
        found[f"{label} rows answered at ≥ 0.9"] = f"{sum(a.confidence >= 0.9 for a in own) / len(own):.4f}"
    return found


def documents(part: Sequence[Row], size: int) -> list[list[Row]]:
    """Documents of rows of one source and one label, in the corpus's order."""
    by_kind: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in part:
        by_kind[row.source, row.label].append(row)
    return [found[i : i + size] for found in by_kind.values() for i in range(0, len(found), size)]


def in_documents(part: Sequence[Row]) -> dict[str, str]:
    found: list[tuple[Row, str]] = []
    for document in documents(part, 20):
        answers = languages.identify_all([Unit(row.text, block=i) for i, row in enumerate(document)])
        found += [(row, answer.tag) for row, answer in zip(document, answers, strict=True) if not row.is_ambiguous]
    kana_free = [pair for pair in found if is_kana_free(pair[0])]
    return {
        **{label: accuracy(pair for pair in found if pair[0].label == label) for label in LABELS},
        "ja kana-free": accuracy(kana_free),
    }


def alternating(part: Sequence[Row]) -> dict[str, str]:
    """Documents whose paragraphs change language: one by one, in runs of 12 and 8, by column and by row."""
    random_ = random.Random(KEY_SEED)
    found: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    clear = [row for row in part if not row.is_ambiguous]
    by_label = {label: [row for row in clear if row.label == label] for label in LABELS}
    for pair in (("zh-Hans", "ja"), ("zh-Hant", "ja"), ("zh-Hans", "en"), ("ja", "en")):
        for _ in range(40):
            first, second = (random_.sample(by_label[label], 20) for label in pair)
            for name, document in (
                ("paragraphs", [row for both in zip(first, second, strict=True) for row in both]),
                ("sections", [*first[:12], *second[:8]]),
            ):
                units = [Unit(row.text, block=i) for i, row in enumerate(document)]
                answers = languages.identify_all(units)
                found[name] += [(row, answer.tag) for row, answer in zip(document, answers, strict=True)]
            rows_ = [
                (row, i, column)
                for i, both in enumerate(zip(first, second, strict=True))
                for column, row in enumerate(both)
            ]
            for name, turned in (("columns", False), ("rows", True)):
                units = [
                    Unit(
                        row.text,
                        block=n,
                        table=0,
                        row=column if turned else i,
                        column=i if turned else column,
                        kind="cell",
                    )
                    for n, (row, i, column) in enumerate(rows_)
                ]
                answers = languages.identify_all(units)
                found[name] += [(row, answer.tag) for (row, _, _), answer in zip(rows_, answers, strict=True)]
    result = {}
    for name, pairs in found.items():
        result[f"{name}, all"] = accuracy(pairs)
        result[f"{name}, ja kana-free"] = accuracy(pair for pair in pairs if is_kana_free(pair[0]))
    return result


def clean_spans(part: Sequence[Row]) -> dict[str, str]:
    """Foreign spans in rows that are supposed to have none."""
    found = {}
    for label in LABELS:
        own = [row for row in part if row.label == label]
        count = sum(bool(languages.identify_all([Unit(row.text, declared=row.label)])[0].foreign) for row in own)
        found[f"{label}: rows with a span (language declared)"] = f"{count / len(own):.4f} ({len(own)})"
        count = sum(bool(languages.identify(row.text).foreign) for row in own)
        found[f"{label}: rows with a span"] = f"{count / len(own):.4f} ({len(own)})"
    return found


def pass_through(part: Sequence[Row]) -> dict[str, str]:
    """Rows in a document of their own kind that pass into each locale; mixed rows are joined pairs."""
    random_ = random.Random(KEY_SEED)
    own: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for document in documents([row for row in part if not row.is_ambiguous], 20):
        answers = languages.identify_all([Unit(row.text, block=i) for i, row in enumerate(document)])
        for row, answer in zip(document, answers, strict=True):
            for locale in LABELS:
                if locale != row.label and row.accepts(locale):
                    continue
                name = f"own {locale}" if row.label == locale else f"foreign in {locale}"
                own[name] += 1
                passed[name] += languages.passes_through(row.text, answer, locale)
    ja = [row.text for row in part if row.label == "ja" and set(row.text) & languages.characters.HIRAGANA]
    hans = [row.text for row in part if row.label == "zh-Hans" and "has_hans_only" in row.flags]
    for first, second in zip(random_.sample(ja, 500), random_.sample(hans, 500), strict=True):
        for text in (first + second, second + " " + first):
            answer = languages.identify(text)
            for locale in LABELS:
                own["mixed"] += 1
                passed["mixed"] += languages.passes_through(text, answer, locale)
    return {name: f"{passed[name] / own[name]:.4f} ({own[name]})" for name in sorted(own)}


SHARED = re.compile("[\u3400-\u9fff々、・（）/]{2,12}")


def mixed(part: Sequence[Row]) -> dict[str, str]:
    """Documents of Japanese and simplified Chinese, and how many of the doubtful texts that pass into a locale are right.

    Doubtful is what either language could write. The language changes by row of a table, by item, by run of items, by
    column; half or nine tenths of the texts are short ones in ideographs.
    """
    random_ = random.Random(KEY_SEED)
    clear = [row for row in part if not row.is_ambiguous and len(row.text) < 40]
    own = {label: [row for row in clear if row.label == label] for label in ("ja", "zh-Hans")}
    short = {label: [row for row in rows_ if SHARED.fullmatch(row.text)] for label, rows_ in own.items()}
    found: dict[str, list[bool]] = defaultdict(list)
    for number in range(1200):
        shape = ("rows", "list", "runs", "columns")[number % 4]
        is_table = shape in ("rows", "columns")
        labels: list[str] = []
        while len(labels) < 42:
            if shape == "columns":
                labels += ("ja", "zh-Hans", "ja")
            else:
                times = 3 if shape == "rows" else random_.randint(2, 6) if shape == "runs" else 1
                labels += [random_.choice(("ja", "zh-Hans"))] * times
        document = [
            random_.choice((own if random_.random() > (0.5, 0.9)[number % 8 > 3] else short)[each]) for each in labels
        ]
        units = [
            Unit(row.text, block=i, table=0, row=i // 3, column=i % 3, kind="cell")
            if is_table
            else Unit(row.text, block=i)
            for i, row in enumerate(document)
        ]
        for row, answer in zip(document, languages.identify_all(units), strict=True):
            for locale in ("ja", "zh-Hans"):
                if not judge(row.text).plain and languages.passes_through(row.text, answer, locale):
                    found[f"{shape} in {locale}"].append(row.accepts(locale))
                    found[f"all in {locale}"].append(row.accepts(locale))
    return {name: f"{sum(found[name]) / len(found[name]):.4f} ({len(found[name])})" for name in sorted(found)}


def page(path: Path) -> list[str]:
    """The lines of a page: language, confidence, foreign characters."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    answers = languages.identify_all([Unit(line, block=i) for i, line in enumerate(lines)])
    return [
        f"{answer.tag} {answer.confidence:.2f} "
        f"{' '.join(f'{line[s.start : s.end]}={s.tag}' for s in answer.foreign)}".rstrip()
        for line, answer in zip(lines, answers, strict=True)
    ]


def peers() -> dict[str, Callable[[str], str]]:
    from cjclassifier import CJClassifier, CJLanguage
    from lingua import Language as Lingua
    from lingua import LanguageDetectorBuilder
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageDetectorBuilder.from_languages(Lingua.CHINESE, Lingua.JAPANESE, Lingua.ENGLISH).build()
    langid = LanguageIdentifier.from_model_file(MODEL_FILE)
    langid.set_languages(["zh", "ja", "en"])
    model = CJClassifier.load()
    names = {
        CJLanguage.CHINESE_SIMPLIFIED: "zh-Hans", CJLanguage.CHINESE_TRADITIONAL: "zh-Hant", CJLanguage.JAPANESE: "ja",
    }  # fmt: skip
    lingua = {Lingua.CHINESE: "zh", Lingua.JAPANESE: "ja", Lingua.ENGLISH: "en"}
    return {
        "lingua (zh ja en)": lambda text: lingua.get(detector.detect_language_of(text), "und"),
        "py3langid (zh ja en)": lambda text: str(langid.classify(text)[0]),
        "cjclassifier (no en)": lambda text: names.get(model.detect(text), "und"),
    }


def peer_table(part: Sequence[Row]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, call in peers().items():
        call("漢字 kana かな")
        found[name] = {}
        for group, own in groups(part).items():
            pairs = [(row, call(row.text)) for row in own]
            right = sum(row.accepts(tag) or (tag == "zh" and row.label[:2] == "zh") for row, tag in pairs)
            found[name][group] = f"{right / len(pairs):.4f}"
    return found


def seconds(call: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time of a call over all texts, after a warm one."""
    call("漢字 kana かな")
    start = time.process_time()
    for text in texts:
        call(text)
    return time.process_time() - start


def speed(part: Sequence[Row], with_peers: bool) -> dict[str, str]:
    """Identification: characters per second on the same segments, and on the same texts joined to long ones."""
    texts = [row.text for row in part]
    size = sum(map(len, texts))
    by_label = [[row.text for row in part if row.label == label] for label in LABELS]
    joined = ["".join(own[i : i + 100]) for own in by_label for i in range(0, len(own), 100)]
    calls: dict[str, Callable[[str], object]] = {"translator": languages.identify}
    if with_peers:
        calls |= peers()
    found = {}
    for name, call in calls.items():
        short, long = (size / seconds(call, each) / 1e6 for each in (texts, joined))
        found[name] = f"{short:.2f} M characters/s by segment, {long:.2f} in long texts"
    return found


def speed_of_both(corpora: Path) -> dict[str, str]:
    """Identification and sentence splitting of the same blocks and of the same whole documents."""
    import pysbd
    import sentencex

    path = corpora / "sentences" / "documents.jsonl"
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    codes = {"zh_Hans": "zh", "zh_Hant": "zh", "ja": "ja", "en": "en"}
    language = {each["text"]: codes.get(each["lang"], "en") for each in documents}
    blocks = [text for text in language for _ in range(3)]
    by_code = {code: "".join(text for text in language if language[text] == code) for code in set(codes.values())}
    found = peers()
    splitters = {code: pysbd.Segmenter(language=code, clean=False) for code in set(codes.values())}
    calls: dict[str, Callable[[str], object]] = {
        "translator": lambda text: languages.sentence_ends(text, languages.identify(text).tag),
        "lingua + pysbd": lambda text: (
            found["lingua (zh ja en)"](text),
            splitters[language.get(text, "zh")].segment(text),
        ),
        "cjclassifier + sentencex": lambda text: (
            found["cjclassifier (no en)"](text),
            list(sentencex.segment(language.get(text, "zh"), text)),
        ),
    }
    size = sum(map(len, blocks))
    rates = {name: size / seconds(call, blocks) / 1e6 for name, call in calls.items()}
    long = [text[:20_000] for text in by_code.values()]
    language |= {text[:20_000]: code for code, text in by_code.items()}
    long_rates = {name: sum(map(len, long)) / seconds(call, long) / 1e6 for name, call in calls.items()}
    return {
        name: f"{rate:.3f} M characters/s by block, {long_rates[name]:.3f} in long texts; "
        f"translator is {rates['translator'] / rate:.1f} and {long_rates['translator'] / long_rates[name]:.1f} times as fast"
        for name, rate in rates.items()
    }


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a Markdown or DOCX file, without code, links and markup."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            body = archive.read("word/document.xml").decode("utf-8")
        texts = ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part)) for part in body.split("</w:p>")]
    else:
        text = re.sub(r"(?s)```.*?```|<script.*?</script>", "", path.read_text(encoding="utf-8"))
        text = re.sub(r"\{#[^}]*\}|<[^>]*>", "", re.sub(r"\]\([^)]*\)", "]", re.sub(r"`[^`]*`", "X", text)))
        texts = text.split("\n")
    return [text.strip() for text in texts if text.strip()]


def real_documents(corpora: Path) -> dict[str, str]:
    """Whole documents of one language: paragraphs told right, paragraphs with a foreign span; en and zxx aside."""
    found = {}
    for folder, pattern, label in (
        ("markdown/vue-ja", "*.md", "ja"),
        ("markdown/vue-zh", "*.md", "zh-Hans"),
        ("docx/medical-ja", "*.docx", "ja"),
    ):
        answers: list[Language] = []
        for path in sorted((corpora / "documents" / folder).rglob(pattern)):
            units = [Unit(text, block=i) for i, text in enumerate(paragraphs(path))]
            answers += [each for each in languages.identify_all(units) if each.tag not in ("en", "zxx")]
        right = sum(each.tag == label for each in answers) / len(answers)
        spans = sum(bool(each.foreign) for each in answers) / len(answers)
        found[f"{folder} ({label})"] = f"{right:.4f} right, {spans:.4f} with a foreign span ({len(answers)})"
    return found


def table(title: str, found: dict[str, str]) -> str:
    lines = "".join(f"| {name} | {value} |\n" for name, value in found.items())
    return f"\n## {title}\n\n| what | result |\n|---|---|\n{lines}"


def by_source(part: Sequence[Row]) -> dict[str, str]:
    found = {}
    for source in sorted({row.source for row in part}):
        own = groups([row for row in part if row.source == source])
        cells = (
            f"{name} {accuracy((row, languages.identify(row.text).tag) for row in rows_)}"
            for name, rows_ in own.items()
            if rows_
        )
        found[source] = ", ".join(cells)
    return found


def errors(part: Sequence[Row], label: str) -> None:
    for row in part:
        answer: Language = languages.identify(row.text)
        if row.label == label and not row.is_ambiguous and not row.is_held_out and not row.accepts(answer.tag):
            print(answer.tag, answer.confidence, row.source, row.text[:90], answer.reason, sep="\t")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--page", type=Path, help="a plain page of mixed lines")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--errors", metavar="LABEL")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    every = rows(options.corpora)
    if options.errors:
        errors(every, options.errors)
        return
    held = [row for row in every if row.is_held_out]
    opened = [row for row in every if not row.is_held_out]
    parts = [
        table("Segments alone, held-out rows", alone(held)),
        table("Segments alone, open rows", alone(opened)),
        table("Segments alone by source (no source was used to make the tables)", by_source(every)),
        table("Confidence, held-out rows", calibration(held)),
        table("In their document (20 rows of one source and label), held-out rows", in_documents(held)),
        table("Documents of two languages, held-out rows", alternating(held)),
        table("Foreign spans in clean rows, held-out rows", clean_spans(held)),
        table("Pass-through, held-out rows", pass_through(held)),
        table("Doubtful texts that pass, in documents of two languages, held-out rows", mixed(held)),
        table("Whole documents of other sources", real_documents(options.corpora)),
        table("Speed of identification (processor time)", speed(every[::7], options.peers)),
    ]
    if options.peers:
        parts += [table(f"{name}, segments alone, held-out rows", found) for name, found in peer_table(held).items()]
        parts.append(table("Speed of identification and sentence splitting together", speed_of_both(options.corpora)))
    if options.page:
        parts.append("\n## A page of mixed lines\n\n" + "".join(f"    {line}\n" for line in page(options.page)))
    command = "python benchmarks/languages.py CORPORA" + (" --peers" if options.peers else "")
    text = f"# Language identification\n\n    {command}\n{''.join(parts)}"
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
