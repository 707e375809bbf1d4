"""Measures sentence ends against sentencex, pySBD and ICU on the same texts.

    python benchmarks/sentences.py CORPORA [--out benchmarks/results/sentences.md]

CORPORA holds `sentences/documents.jsonl`, `sentences/golden_rules.jsonl`, `languages/labelled.tsv`
and `parallel/*.tsv`. Documents are halved by a hash of their id: the held-out half is not looked at
while the rules are written. The last end of a document is always right and is counted by everyone; "inner" leaves
it out. Every corpus text is checked for loss by every tool (pySBD: every 50th).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pysbd
import sentencex
from icu4py.breakers import SentenceBreaker

from translator.languages import identify, sentence_ends

Cut = Callable[[str, str], list[str]]


def slices(text: str, offsets: list[int]) -> list[str]:
    """The text cut at its end offsets."""
    return [text[start:end] for start, end in zip([0, *offsets], offsets, strict=False)]


def of_sentencex(text: str, language: str) -> list[str]:
    return list(sentencex.segment(language or "en", text))


def of_icu(text: str, language: str) -> list[str]:
    return list(SentenceBreaker(text, language or "en"))


_PYSBD = {each: pysbd.Segmenter(language=each, clean=False) for each in ("zh", "ja", "en")}


def of_pysbd(text: str, language: str) -> list[str]:
    return list(_PYSBD[language or "en"].segment(text))


def ours(text: str, language: str) -> list[str]:
    return slices(text, sentence_ends(text, language))


def ours_without_language(text: str, language: str) -> list[str]:
    return slices(text, sentence_ends(text))


CUTS: dict[str, Cut] = {
    "translator": ours,
    "translator, language not given": ours_without_language,
    "sentencex": of_sentencex,
    "pysbd": of_pysbd,
    "icu4py": of_icu,
}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def offsets(text: str, pieces: Sequence[str]) -> set[int]:
    """The end offsets of slices, also of a tool that drops white space between them."""
    found = set()
    at = 0
    for piece in pieces:
        start = text.find(piece, at)
        at = (at if start < 0 else start) + len(piece)
        while at < len(text) and text[at].isspace():
            at += 1
        found.add(at)
    return found


def is_held_out(row: dict[str, Any]) -> bool:
    return bool(hashlib.sha256(row["doc"].encode()).digest()[0] & 1)


def boundaries(documents: list[dict[str, Any]], cut: Cut, *, inner: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 of the ends; `inner` leaves out the last one, which is always right."""
    right = false = missed = 0
    for row in documents:
        text = row["text"]
        expected, found = set(row["ends"]), offsets(text, cut(text, row["lang"][:2]))
        if inner:
            expected.discard(len(text))
            found.discard(len(text))
        right += len(expected & found)
        false += len(found - expected)
        missed += len(expected - found)
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    return precision, recall, 2 * right / max(1, 2 * right + false + missed)


_ENCLOSED = re.compile(r"「[^」]*」|\([^()]*\)")
_PASSED_OVER = re.compile(r"[!?].")


def contradiction(row: dict[str, Any]) -> str:
    """Why a golden rule contradicts our policy, or ""."""
    expected = row["expected"]
    if "joins across newline" in row["note"]:
        return "joins lines and drops the line break"
    if "CLAUSE" in row["note"]:
        return "cuts clauses at ，；"
    if any(unicodedata.category(each[0]) in {"Pe", "Pf"} for each in expected if each):
        return "a sentence begins with a closing mark"
    if any(_PASSED_OVER.search(_ENCLOSED.sub("", each)) for each in expected):
        return "ASCII ! and ? do not end a sentence there"
    return ""


def golden(rules: list[dict[str, Any]], cut: Cut) -> int:
    """How many rules come out exactly, white space around the slices aside."""
    return sum(
        [each.strip() for each in cut(row["text"], row["lang"])] == [each.strip() for each in row["expected"]]
        for row in rules
    )


def corpus_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text of the corpora with the language of its label."""
    for row in (*rows(folder / "sentences/documents.jsonl"), *rows(folder / "sentences/golden_rules.jsonl")):
        yield row["text"], row["lang"][:2]
    lines = (folder / "languages/labelled.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        cells = line.split("\t")
        yield cells[0], cells[1][:2]
    for path in sorted((folder / "parallel").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            yield from zip(cells, path.stem.split("-"), strict=False)


def single_sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """News and web rows that were collected as one sentence each, with their language."""
    for line in (folder / "languages/labelled.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        if cells[2] == "lingua-testdata" and cells[1] in {"en", "ja"}:
            yield cells[0], cells[1]


def wholes(texts: list[tuple[str, str]]) -> Iterator[str]:
    """How many rows of one sentence a tool does not cut, by language and half."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for text, language in texts:
        half = "held-out" if hashlib.sha256(text.encode()).digest()[0] & 1 else "tuning"
        groups.setdefault(f"{language}, {half}", []).append((text, language))
    names = sorted(groups)
    yield "| one sentence left whole | " + " | ".join(f"{name} (of {len(groups[name])})" for name in names) + " |"
    yield "|---|" + "--:|" * len(names)
    for tool, cut in CUTS.items():
        rates = (sum(len(cut(*row)) == 1 for row in groups[name]) / len(groups[name]) for name in names)
        yield f"| {tool} | " + " | ".join(f"{rate:.2%}" for rate in rates) + " |"


def lossless(texts: list[tuple[str, str]], cut: Cut) -> int:
    return sum("".join(cut(text, language)) == text for text, language in texts)


def seconds(texts: list[tuple[str, str]], work: Callable[[str, str], object], rounds: int) -> float:
    """The least processor time of some rounds over the texts."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for text, language in texts:
            work(text, language)
        best = min(best, time.process_time() - begin)
    return best


def speed_with_identification(texts: list[tuple[str, str]]) -> Iterator[str]:
    """Identification and sentences together, as a mixed document needs both."""
    import cjclassifier
    from lingua import Language, LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_languages(Language.CHINESE, Language.JAPANESE, Language.ENGLISH).build()
    iso = {Language.CHINESE: "zh", Language.JAPANESE: "ja", Language.ENGLISH: "en"}
    classifier = cjclassifier.CJClassifier.load()

    def of_lingua(text: str, _: str) -> object:
        found = detector.detect_language_of(text)
        return of_pysbd(text, iso[found] if found else "en")

    def of_cjclassifier(text: str, language: str) -> object:
        classifier.detect(text)
        return of_sentencex(text, language)

    def own(text: str, _: str) -> object:
        return sentence_ends(text, identify(text).tag)

    pairs = {"translator": own, "cjclassifier + sentencex": of_cjclassifier, "lingua + pysbd": of_lingua}
    if identify("这是一段简体中文。").tag == "und":
        del pairs["translator"]
        yield "Identification is not there yet: peers alone."
        yield ""
    characters = sum(len(text) for text, _ in texts)
    times = {name: seconds(texts, work, 3) for name, work in pairs.items()}
    base = times.get("translator", min(times.values()))
    yield "| identification + sentences | million characters a second | time, ours = 1 |"
    yield "|---|--:|--:|"
    for name, taken in times.items():
        yield f"| {name} | {characters / taken / 1e6:.2f} | {taken / base:.1f} |"


def report(folder: Path) -> Iterator[str]:
    documents = rows(folder / "sentences/documents.jsonl")
    halves = {
        "tuning half": [row for row in documents if not is_held_out(row)],
        "held-out half": [row for row in documents if is_held_out(row)],
        "all": documents,
    }
    rules = rows(folder / "sentences/golden_rules.jsonl")
    fitting = [row for row in rules if not contradiction(row)]
    texts = list(corpus_texts(folder))
    prose = [(row["text"], row["lang"][:2]) for row in documents]
    yield "Measured by `python benchmarks/sentences.py CORPORA --out benchmarks/results/sentences.md`."
    yield ""
    yield f"Python {platform.python_version()}; " + ", ".join(
        f"{name} {version(name)}" for name in ("sentencex", "pysbd", "icu4py")
    )
    yield ""
    yield "| boundaries | " + " | ".join(f"{name}: P | R | F1 | inner F1" for name in halves) + " |"
    yield "|---|" + "--:|--:|--:|--:|" * len(halves)
    for name, cut in CUTS.items():
        cells = [
            f"{precision:.4f} | {recall:.4f} | {score:.4f} | {boundaries(half, cut, inner=True)[2]:.4f}"
            for half in halves.values()
            for precision, recall, score in [boundaries(half, cut, inner=False)]
        ]
        yield f"| {name} | " + " | ".join(cells) + " |"
    yield ""
    characters = sum(len(text) for text, _ in prose)
    yield (
        f"| tool | golden rules, fitting (of {len(fitting)}) | all (of {len(rules)}) | lossless (of {len(texts)} texts) "
        "| million characters a second |"
    )
    yield "|---|--:|--:|--:|--:|"
    for name, cut in CUTS.items():
        # pySBD is too slow for every text
        sample = texts[:: 50 if cut is of_pysbd else 1]
        kept = f"{lossless(sample, cut) / len(sample):.2%}" + (" (every 50th)" if cut is of_pysbd else "")
        rate = characters / seconds(prose, cut, 1 if cut is of_pysbd else 5) / 1e6
        yield f"| {name} | {golden(fitting, cut)} | {golden(rules, cut)} | {kept} | {rate:.2f} |"
    yield ""
    yield from wholes(list(single_sentences(folder)))
    yield ""
    yield from speed_with_identification(prose)
    yield ""
    yield "Golden rules left out, since they contradict the policy:"
    yield ""
    reasons = Counter((contradiction(row), row["source"]) for row in rules)
    yield from (f"- {count} of {source}: {reason}" for (reason, source), count in sorted(reasons.items()) if reason)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    text = "\n".join(report(arguments.corpora)) + "\n"
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
