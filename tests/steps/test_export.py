"""Sentences joined as the target wants, also across markup."""

from __future__ import annotations

import codecs

import pytest

from translator.catalog import Catalog, Entry, Previous
from translator.formats import format_for
from translator.reader import ReaderOptions, read_document
from translator.steps.export import ExportOptions, Variant, export

CASES = [
    ("a.html", "<p>甲。<b>乙。</b>丙。</p>", "en", {"甲。": "A.", "乙。": "B.", "丙。": "C."}, "<p>A. <b>B.</b> C.</p>"),
    ("a.html", "<p>A one. <b>B two.</b> C three.</p>", "ja", {"A one.": "甲。", "B two.": "乙。", "C three.": "丙。"}, "<p>甲。<b>乙。</b>丙。</p>"),
    ("a.html", "<p>甲。<br>乙。</p>", "en", {"甲。": "A.", "乙。": "B."}, "<p>A.<br>B.</p>"),
    ("a.md", "甲。**乙。** 丙。\n", "en", {"甲。": "A.", "乙。": "B.", "丙。": "C."}, "A. **B.** C.\n"),
    ("a.txt", "甲。 乙。\n", "en", {"甲。": "A.", "乙。": "B."}, "A. B.\n"),
    ("a.txt", "甲。乙。丙。\n", "en", {"甲。": "A and B.", "乙。": "<empty/>", "丙。": "C."}, "A and B. C.\n"),
    ("a.txt", "甲。乙。\n", "en", {"甲。": "<empty/>", "乙。": "A and B."}, "A and B.\n"),
    ("a.txt", "甲。　乙。\n", "en", {"甲。": "A.", "乙。": "B."}, "A.　B.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "locale", "targets", "copy"), CASES)
def test_joints(path: str, text: str, locale: str, targets: dict[str, str], copy: str) -> None:
    language = "en" if locale == "ja" else "zh-Hans"
    document = read_document(text.encode(), path, options=ReaderOptions(language=language))
    form = format_for(path)
    assert form is not None
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in targets.items()))
    done = export(document, catalog, form=form, locale=locale, options=ExportOptions(is_marked=False))
    assert [gap.source for gap in done.gaps] == []
    assert done.data == copy.encode()


@pytest.mark.parametrize(
    ("data", "head"),
    [
        (codecs.BOM_UTF8 + "甲。".encode(), codecs.BOM_UTF8),
        (codecs.BOM_UTF16_LE + "甲。".encode("utf-16-le"), codecs.BOM_UTF8),
        ("甲。".encode(), b""),
    ],
)
def test_a_copy_has_a_mark_where_its_document_has_one(data: bytes, head: bytes) -> None:
    document = read_document(data, "a.csv", options=ReaderOptions(language="zh-Hans"))
    form = format_for("a.csv")
    assert form is not None
    done = export(document, Catalog((Entry("甲。", ("A.",)),)), form=form, locale="en", options=ExportOptions())
    assert done.data == head + b"A."


def test_empty_without_a_filled_sentence_beside_it_is_a_gap() -> None:
    document = read_document("甲乙。丙丁。\n戊己。\n".encode(), "a.txt", options=ReaderOptions(language="zh-Hans"))
    form = format_for("a.txt")
    assert form is not None
    catalog = Catalog((Entry("甲乙。", ("Both.",)), Entry("丙丁。", ("<empty/>",)), Entry("戊己。", ("<empty/>",))))
    refused = export(document, catalog, form=form, locale="en", options=ExportOptions())
    assert refused.data is None
    assert [(each.source, each.reason) for each in refused.gaps] == [
        ("戊己。", "<empty/> without a filled sentence beside it")
    ]
    blank = Catalog((Entry("甲乙。", ("Both.",)), Entry("丙丁。", ("\u3000",)), Entry("戊己。", ("Rest.",))))
    assert [each.source for each in export(document, blank, form=form, locale="en", options=ExportOptions()).gaps] == [
        "丙丁。"
    ]
    filled = export(document, catalog, form=form, locale="en", options=ExportOptions("source"))
    assert filled.data == "Both.\n戊己。\n".encode()


def test_foreign_fallbacks_are_marked() -> None:
    document = read_document("<html><p>甲乙丙。</p>".encode(), "a.html", options=ReaderOptions(language="zh-Hans"))
    form = format_for("a.html")
    assert form is not None
    done = export(document, Catalog(), form=form, locale="en", options=ExportOptions("source"))
    assert done.data == '<html lang="en"><p><span lang="zh-Hans">甲乙丙。</span></p>'.encode()


@pytest.mark.parametrize(
    ("previous", "source", "kept"),
    [
        ("治疗费用较高。", "治療費用較高！", True),
        ("病院内ではマスクを着用する。", "病院内では、マスクを着用する", True),
        ("治疗的费用较高。", "治疗费用较高。", False),
        ("请告知护士。", "请告知医生。", False),
        ("建议三个月内复查。", "建议三个月后复查。", False),
        ("通話は2階のラウンジで。", "通話は2階の中庭で。", False),
        ("生花や鉢植えの持ち込み", "生花の持ち込み", False),
        ("痛風を起こすことがあります。", "痛風を起こします。", False),
        ("必ずお持ちください。", "お持ちください。", False),
        ("没有副作用。", "有副作用。", False),
        ("剂量为12.2mg。", "剂量为12.3mg。", False),
        ("全員で改善した。", "半数で改善した。", False),
        ("1日3回2錠ずつ、毎食後", "1日3回2錠ずつ、毎食前", False),
        ("两周内不可盆浴", "两周内可以淋浴，不可盆浴", False),
        ("18岁以上", "18岁以下", False),
        ("請先洗手，再換藥。", "请先洗手，再换药。", True),
    ],
)
def test_previous_is_kept_where_it_does_not_mislead(previous: str, source: str, kept: bool) -> None:
    document = read_document(f"{source}\n".encode(), "a.txt", options=ReaderOptions())
    form = format_for("a.txt")
    assert form is not None
    entry = Entry(source, ("As it was.",), is_fuzzy=True, previous=Previous(source=previous))
    done = export(document, Catalog((entry,)), form=form, locale="en", options=ExportOptions("previous"))
    assert done.data == (b"As it was.\n" if kept else f"{source}\n".encode())
    assert [each.reason for each in done.gaps] == ["fuzzy"]


@pytest.mark.parametrize(
    ("target", "kept"),
    [("Take it after meals.", False), ("Take it before meals.", True), ("Take it before 食事.", False)],
)
def test_previous_is_not_kept_where_the_new_source_contradicts_it(target: str, kept: bool) -> None:
    """Someone corrected the source to what the translation never said, or the reverse; who knows which."""
    document = read_document("食前に服用する。\n".encode(), "a.txt", options=ReaderOptions())
    form = format_for("a.txt")
    assert form is not None
    previous = Previous(source="食前に服用する")
    entry = Entry(
        "食前に服用する。",
        (target,),
        is_fuzzy=True,
        previous=previous,
        comments=("translator: ignore opposite-mismatch: no",),
    )
    done = export(document, Catalog((entry,)), form=form, locale="en", options=ExportOptions("previous"))
    assert done.data == (f"{target}\n" if kept else "食前に服用する。\n").encode()
    allowed = ExportOptions("previous", allow=("食事",))
    spared = export(document, Catalog((entry,)), form=form, locale="en", options=allowed)
    assert (spared.data == f"{target}\n".encode()) == ("before" in target)


def test_variants_lend_their_words_as_they_stand() -> None:
    text = "<p>Ready.</p><p>Sent.</p><p>3.5</p>"
    document = read_document(text.encode(), "a.html", options=ReaderOptions(language="en"))
    form = format_for("a.html")
    assert form is not None
    own = Catalog((Entry("Ready.", ("就緒。",)), Entry("Sent.", ("寄。",), is_fuzzy=True)))
    near = Variant("zh-TW", Catalog((Entry("Sent.", ("Sent.",)),)), frozenset({(None, "Sent.")}))
    empty = Variant("zh-MO", Catalog((Entry("Sent.", ("<empty/>",)), Entry("3.5", ("3.5",)))))
    far = Variant("zh", Catalog((Entry("Sent.", ("已发送 & 完成。",)),)))
    lent = '<p>就緒。</p><p><span lang="zh">已发送 &amp; 完成。</span></p><p>3.5</p>'
    options = ExportOptions("variant", variants=(near, empty, far))
    done = export(document, own, form=form, locale="zh-HK", options=options)
    assert done.data == lent.encode()
    assert [(each.source, each.reason) for each in done.gaps] == [("Sent.", "fuzzy"), ("3.5", "not in the catalog")]
    refused = export(document, own, form=form, locale="zh-HK", options=ExportOptions("variant", variants=(near, empty)))
    assert (refused.data, [each.source for each in refused.gaps]) == (None, ["Sent."])
    source = export(
        document,
        own,
        form=form,
        locale="zh-HK",
        options=ExportOptions("variant", variants=(near, empty), otherwise="source"),
    )
    assert source.data == b'<p>\xe5\xb0\xb1\xe7\xb7\x92\xe3\x80\x82</p><p><span lang="en">Sent.</span></p><p>3.5</p>'
    unmarked = export(
        document,
        own,
        form=form,
        locale="zh-HK",
        options=ExportOptions("variant", variants=(far, empty), is_marked=False),
    )
    assert unmarked.data == "<p>就緒。</p><p>已发送 &amp; 完成。</p><p>3.5</p>".encode()


def test_the_reason_of_a_faulty_entry_is_the_right_one() -> None:
    document = read_document("CSVで書き出す\n".encode(), "a.txt", options=ReaderOptions())
    form = format_for("a.txt")
    assert form is not None
    for target, reason in (
        ("Export as CSV {count}", "placeholders differ ({count})"),
        ("CSVで書き出す", "not in the locale's language"),
    ):
        entry = Entry("CSVで書き出す", (target,))
        options = ExportOptions(faulty=frozenset({entry.key}))
        done = export(document, Catalog((entry,)), form=form, locale="en", options=options)
        assert [each.reason for each in done.gaps] == [reason]
