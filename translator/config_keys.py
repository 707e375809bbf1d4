"""The keys of `translator.toml`, each with its default and meaning; the page of settings is made from them."""

from __future__ import annotations

from dataclasses import dataclass

SEGMENTATIONS = ("sentence", "block")
FALLBACKS = ("refuse", "source", "previous", "variant", "omit")
ENCODINGS = ("utf-8", "keep")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table: name, default (its type is the key's type), the choices if any, meaning."""

    name: str
    default: object
    doc: str
    choices: tuple[str, ...] = ()


TOP = (
    Key("name", "", "the project's name, for `Project-Id-Version`; the folder's name where it is empty"),
    Key("locales", ["zh", "ja", "en"], "the locales to publish, as BCP 47 tags; folders are spelled as written here"),
    Key("sources", "source_texts", "the folder with the documents"),
    Key("catalogs", "locales", "the folder with templates and catalogs"),
    Key("output", "build", "the folder for the localized copies"),
    Key("segmentation", "sentence", "what a segment is", SEGMENTATIONS),
    Key("srx", "", "a file with sentence rules in SRX, as OmegaT and Okapi write them"),
    Key("srx-mode", "add", "`add`: its rules decide first; `replace`: they alone decide", ("add", "replace")),
    Key("encoding", "utf-8", "how copies are written: `keep` writes the source's encoding", ENCODINGS),
    Key(
        "fallback",
        "refuse",
        "what export does with a gap; `variant` takes what another locale of the language says",
        FALLBACKS,
    ),
    Key(
        "exclude",
        [],
        "globs below the sources folder of files that are no documents (`*.png`): nothing is said of them",
    ),
    Key("skip", [], "regular expressions; a segment whose whole text fits one is left alone"),
    Key("team", "none", "the header field `Language-Team` of new catalogs"),
)
TABLES = (
    Key("locale", {}, "a table per locale: `[locale.zh]`"),
    Key("documents", [], "what is special about some documents, by path"),
    Key("rows", [], "patterns that cut the lines of an unmarked table into cells"),
    Key("context", [], "rules that part entries which need two translations"),
    Key("formats", {}, "a table per format with its options: `[formats.text]`"),
    Key("checks", {}, "how the gate is set: see docs/checks.md"),
)
LOCALE = (Key("folder", "", "the folder's name where it is not the tag (`zh_CN`)"),)
DOCUMENT = (
    Key("path", "", "a glob below the sources folder, or several parted by blanks"),
    Key("format", "", "the format where the suffix does not tell"),
    Key("encoding", "", "the encoding of the file"),
    Key("language", "", "the language of the whole document, as a BCP 47 tag"),
    Key("segmentation", "", "overrules the project's", ("", *SEGMENTATIONS)),
    Key("skip", [], "more patterns of segments to leave alone"),
    Key("options", {}, "options of the document's format"),
)
ROWS = (
    Key("path", "*", "a glob below the sources folder"),
    Key("pattern", "", "a regular expression for a whole line; each group is a cell"),
    Key("columns", [], "the columns' names, where groups have none; a line of just these is the table's head"),
)
CONTEXT = (
    Key("path", "*", "a glob below the sources folder"),
    Key("source", "", "a regular expression found in the segment's source"),
    Key("place", "", "a regular expression found in the segment's kind and note (`cell column “結果”`)"),
    Key("context", "", "the context that such segments get"),
)
