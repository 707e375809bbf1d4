"""Whole catalogs in, whole catalogs out; and the laws of an update."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import po
from translator.catalog import Catalog, Entry, Key, Previous
from translator.document import Language
from translator.steps.update import Change, UpdateOptions, update


def catalog(text: str) -> Catalog:
    return po.read(text.encode()).catalog


def updated(template: str, old: str, locale: str = "en", options: UpdateOptions | None = None) -> str:
    """The PO text of the update; and it is settled: a second one changes nothing."""
    done = update(catalog(template), catalog(old), locale=locale, options=options).catalog
    again = update(catalog(template), done, locale=locale, options=options)
    assert again.catalog is done
    return po.write(done).decode()


def words(template: str, old: str, locale: str = "en", options: UpdateOptions | None = None) -> list[tuple[str, str]]:
    done = update(catalog(template), catalog(old), locale=locale, options=options)
    return [(each.word, each.key[1]) for each in done.changes]


TABLE = {
    "exact key: everything people made stays, what comes with the source is new": (
        '#. heading\n#: a.md\n#, no-wrap\nmsgid "治疗费"\nmsgstr ""\n',
        '# by hand\n#. cell\n#: b.md\n#, keep\nmsgid "治疗费"\nmsgstr "Fee"\n',
        '# by hand\n#. heading\n#: a.md\n#, no-wrap, keep\nmsgid "治疗费"\nmsgstr "Fee"\n',
    ),
    "order of the template, obsolete ones last": (
        'msgid "二"\nmsgstr ""\n\nmsgid "一"\nmsgstr ""\n',
        'msgid "一"\nmsgstr "1"\n\nmsgid "完全不同的一句话"\nmsgstr "gone"\n\nmsgid "二"\nmsgstr "2"\n',
        'msgid "二"\nmsgstr "2"\n\nmsgid "一"\nmsgstr "1"\n\n#~ msgid "完全不同的一句话"\n#~ msgstr "gone"\n',
    ),
    "an obsolete entry is revived": (
        'msgid "细胞数"\nmsgstr ""\n',
        '#~ msgid "细胞数"\n#~ msgstr "Cells"\n',
        'msgid "细胞数"\nmsgstr "Cells"\n',
    ),
    "the same words with other placeholders": (
        'msgid "点击<a2>这里</a2>和<i1>那里</i1>"\nmsgstr ""\n',
        'msgid "点击<a1>这里</a1>和<b1>那里</b1>"\nmsgstr "Click <b1>there</b1> and <a1>here</a1>"\n',
        "# translator: source-was: 点击<a1>这里</a1>和<b1>那里</b1>\n"
        'msgid "点击<a2>这里</a2>和<i1>那里</i1>"\nmsgstr "Click <i1>there</i1> and <a2>here</a2>"\n',
    ),
    "width, variants, spacing and the form of marks": (
        'msgid "治疗费用：１０万"\nmsgstr ""\n',
        'msgid "治療費用: 10万"\nmsgstr "Fees: 100,000"\n',
        '# translator: source-was: 治療費用: 10万\nmsgid "治疗费用：１０万"\nmsgstr "Fees: 100,000"\n',
    ),
    "a near match is fuzzy and keeps its previous source": (
        'msgid "细胞治疗的总费用较高。"\nmsgstr ""\n',
        '# by hand\nmsgid "细胞治疗的费用较高。"\nmsgstr "Cell therapy costs more."\n',
        '# by hand\n#, fuzzy\n#| msgid "细胞治疗的费用较高。"\n'
        'msgid "细胞治疗的总费用较高。"\nmsgstr "Cell therapy costs more."\n\n'
        '# by hand\n#~ msgid "细胞治疗的费用较高。"\n#~ msgstr "Cell therapy costs more."\n',
    ),
    "a fuzzy entry whose source changes again keeps the source that its target was written for": (
        'msgid "缓解率为12.4%的患者"\nmsgstr ""\n',
        '#, fuzzy\n#| msgid "缓解率为12.2%的患者"\nmsgid "缓解率为12.3%的患者"\nmsgstr "patients with 12.2%"\n',
        '#, fuzzy\n#| msgid "缓解率为12.2%的患者"\nmsgid "缓解率为12.4%的患者"\nmsgstr "patients with 12.2%"\n\n'
        '#, fuzzy\n#~| msgid "缓解率为12.2%的患者"\n#~ msgid "缓解率为12.3%的患者"\n#~ msgstr "patients with 12.2%"\n',
    ),
    "of two near matches the harmless one comes first": (
        'msgid "治疗组有12名患者出现反应"\nmsgstr ""\n',
        'msgid "治疗组有13名患者出现反应"\nmsgstr "13 patients"\n\nmsgid "治疗组有12名患者未见反应"\nmsgstr "no"\n\n'
        'msgid "本治疗组有12名患者出现了反应"\nmsgstr "12 patients"\n',
        '#, fuzzy\n#| msgid "本治疗组有12名患者出现了反应"\nmsgid "治疗组有12名患者出现反应"\nmsgstr "12 patients"\n\n'
        '#~ msgid "治疗组有13名患者出现反应"\n#~ msgstr "13 patients"\n\n'
        '#~ msgid "治疗组有12名患者未见反应"\n#~ msgstr "no"\n\n'
        '#~ msgid "本治疗组有12名患者出现了反应"\n#~ msgstr "12 patients"\n',
    ),
    "a block that was split keeps its sentences": (
        'msgid "疗效显著。"\nmsgstr ""\n\nmsgid "未见副作用。"\nmsgstr ""\n',
        'msgid "疗效显著。未见副作用。"\nmsgstr "It works well. No side effects."\n',
        'msgid "疗效显著。"\nmsgstr "It works well."\n\nmsgid "未见副作用。"\nmsgstr "No side effects."\n\n'
        '#~ msgid "疗效显著。未见副作用。"\n#~ msgstr "It works well. No side effects."\n',
    ),
    "sentences that became one block are joined as the locale joins them": (
        'msgid "疗效显著。未见副作用。"\nmsgstr ""\n',
        'msgid "疗效显著。"\nmsgstr "It works well."\n\nmsgid "未见副作用。"\nmsgstr "No side effects."\n',
        'msgid "疗效显著。未见副作用。"\nmsgstr "It works well. No side effects."\n\n'
        '#~ msgid "疗效显著。"\n#~ msgstr "It works well."\n\n#~ msgid "未见副作用。"\n#~ msgstr "No side effects."\n',
    ),
    "a sentence moves from one block to another": (
        'msgid "费用较低。未见副作用。"\nmsgstr ""\n\nmsgid "疗效显著。"\nmsgstr ""\n',
        'msgid "疗效显著。未见副作用。"\nmsgstr "It works. No side effects."\n\nmsgid "费用较低。"\nmsgstr "It is cheap."\n',
        'msgid "费用较低。未见副作用。"\nmsgstr "It is cheap. No side effects."\n\n'
        'msgid "疗效显著。"\nmsgstr "It works."\n\n'
        '#~ msgid "疗效显著。未见副作用。"\n#~ msgstr "It works. No side effects."\n\n'
        '#~ msgid "费用较低。"\n#~ msgstr "It is cheap."\n',
    ),
    "a key that is parted by contexts carries over to both": (
        'msgctxt "noun"\nmsgid "记录"\nmsgstr ""\n\nmsgctxt "verb"\nmsgid "记录"\nmsgstr ""\n',
        'msgid "记录"\nmsgstr "Record"\n',
        'msgctxt "noun"\nmsgid "记录"\nmsgstr "Record"\n\nmsgctxt "verb"\nmsgid "记录"\nmsgstr "Record"\n\n'
        '#~ msgid "记录"\n#~ msgstr "Record"\n',
    ),
    "a changed plural is fuzzy": (
        'msgid "%d file"\nmsgid_plural "%d documents"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 个文件"\n',
        '#, fuzzy\n#| msgid "%d file"\n#| msgid_plural "%d files"\n'
        'msgid "%d file"\nmsgid_plural "%d documents"\nmsgstr[0] "%d 个文件"\n',
        "zh",
    ),
    "a near match of a plural takes all its forms": (
        'msgid "%d new file was found"\nmsgid_plural "%d new files were found"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        'msgid "%d file was found"\nmsgid_plural "%d files were found"\nmsgstr[0] "eins"\nmsgstr[1] "viele"\n',
        '#, fuzzy\n#| msgid "%d file was found"\n#| msgid_plural "%d files were found"\n'
        'msgid "%d new file was found"\nmsgid_plural "%d new files were found"\nmsgstr[0] "eins"\nmsgstr[1] "viele"\n\n'
        '#~ msgid "%d file was found"\n#~ msgid_plural "%d files were found"\n'
        '#~ msgstr[0] "eins"\n#~ msgstr[1] "viele"\n',
        "de",
    ),
    "an untouched pass-through is made again from its new source": (
        'msgid "SLEDAI 12.3"\nmsgstr ""\n',
        'msgid "SLEDAI 12.2"\nmsgstr "SLEDAI 12.2"\n',
        'msgid "SLEDAI 12.3"\nmsgstr "SLEDAI 12.3"\n',
    ),
    "what people wrote for a text that would pass through is suggested": (
        'msgid "Systemic lupus disease activity index"\nmsgstr ""\n',
        'msgid "Systemic lupus disease index"\nmsgstr "SLE disease activity (index)"\n',
        '#, fuzzy\n#| msgid "Systemic lupus disease index"\n'
        'msgid "Systemic lupus disease activity index"\nmsgstr "SLE disease activity (index)"\n\n'
        '#~ msgid "Systemic lupus disease index"\n#~ msgstr "SLE disease activity (index)"\n',
    ),
    "so it is where little of it is left, at the same place": (
        'msgid "一"\nmsgstr ""\n\nmsgid "6Headin"\nmsgstr ""\n\nmsgid "二"\nmsgstr ""\n',
        'msgid "一"\nmsgstr "1"\n\nmsgid "Heading 6"\nmsgstr "Titel 6"\n\nmsgid "二"\nmsgstr "2"\n',
        'msgid "一"\nmsgstr "1"\n\n#, fuzzy\n#| msgid "Heading 6"\nmsgid "6Headin"\nmsgstr "Titel 6"\n\n'
        'msgid "二"\nmsgstr "2"\n\n#~ msgid "Heading 6"\n#~ msgstr "Titel 6"\n',
        "de",
    ),
    "doubles with one target are one entry": (
        'msgid "安全性"\nmsgstr ""\n',
        'msgid "安全性"\nmsgstr ""\n\nmsgid "安全性"\nmsgstr "Safety"\n\n# said twice\nmsgid "安全性"\nmsgstr "Safety"\n',
        '# said twice\nmsgid "安全性"\nmsgstr "Safety"\n',
    ),
    "of two targets none is published before someone looked": (
        'msgid "安全性"\nmsgstr ""\n',
        'msgid "安全性"\nmsgstr "Safety"\n\nmsgid "安全性"\nmsgstr "Security"\n',
        '# translator: conflict: Security\n#, fuzzy\nmsgid "安全性"\nmsgstr "Safety"\n',
    ),
    "of a sure and a fuzzy target the sure one counts": (
        'msgid "安全性"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "安全性"\nmsgstr "Security"\n\nmsgid "安全性"\nmsgstr "Safety"\n',
        '# translator: conflict: Security\nmsgid "安全性"\nmsgstr "Safety"\n',
    ),
    "lines in their places: what replaced a line stands where it stood": (
        'msgid "首先"\nmsgstr ""\n\nmsgid "采血量为五十毫升"\nmsgstr ""\n\nmsgid "最后"\nmsgstr ""\n',
        'msgid "首先"\nmsgstr "first"\n\nmsgid "抽血五十毫升"\nmsgstr "draw blood"\n\nmsgid "最后"\nmsgstr "last"\n',
        'msgid "首先"\nmsgstr "first"\n\n#, fuzzy\n#| msgid "抽血五十毫升"\nmsgid "采血量为五十毫升"\n'
        'msgstr "draw blood"\n\nmsgid "最后"\nmsgstr "last"\n\n#~ msgid "抽血五十毫升"\n#~ msgstr "draw blood"\n',
    ),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_whole_catalog(case: tuple[str, ...]) -> None:
    template, old, expected, *locale = case
    assert updated(template, old, *locale) == expected


ACCEPTED = [
    ("variants", "治療組の結果", "治疗组の结果", "Result", "Result"),
    ("punctuation", "安全。", "安全．", "Safe.", "Safe."),
    ("punctuation", "请勿喂食，部分除外。", "请勿喂食；部分除外。", "Do not feed.", "Do not feed."),
    ("punctuation", "病院内ではマスクを", "病院内では、マスクを", "Wear a mask", "Wear a mask"),
    ("punctuation", "请勿服用？", "请勿服用。", "Do not take.", None),
    ("variants", "治療費。", "治疗费.", "Fee.", None),
    ("variants,punctuation", "治療費。", "治疗费.", "Fee.", "Fee."),
    ("placeholders", "见<a1>表</a1>", "见<a2>表</a2>", "See <a1>table</a1>", "See <a2>table</a2>"),
    ("variants,punctuation,placeholders", "共12.2例", "共12.3例", "12.2", None),
    ("variants,punctuation,placeholders", "没有副作用", "有副作用", "None", None),
]


@pytest.mark.parametrize(("kinds", "old", "new", "target", "expected"), ACCEPTED)
def test_accept(kinds: str, old: str, new: str, target: str, expected: str | None) -> None:
    fuzzy = Entry(new, (target,), is_fuzzy=True, previous=Previous(old))
    options = UpdateOptions(accepts=frozenset(kinds.split(",")))
    done = update(Catalog((Entry(new),)), Catalog((fuzzy,)), locale="en", options=options)
    wanted = fuzzy if expected is None else Entry(new, (expected,))
    assert done.catalog == Catalog((wanted,))
    assert [each.word for each in done.changes] == ([] if expected is None else ["accepted"])


def test_another_catalog_gives_what_moved() -> None:
    options = UpdateOptions(
        others=lambda: [Entry("疗效显著。", ("It works.",)), Entry("副作用", ("?",), is_fuzzy=True)]
    )
    template = 'msgid "疗效显著。"\nmsgstr ""\n\nmsgid "副作用"\nmsgstr ""\n'
    assert updated(template, "", options=options) == (
        'msgid "疗效显著。"\nmsgstr "It works."\n\nmsgid "副作用"\nmsgstr ""\n'
    )
    assert words(template, "", options=options) == [("moved", "疗效显著。"), ("new", "副作用")]


def test_without_near_matches() -> None:
    template, old, *_ = TABLE["a near match is fuzzy and keeps its previous source"]
    assert words(template, old, options=UpdateOptions(has_near=False)) == [
        ("new", "细胞治疗的总费用较高。"),
        ("obsolete", "细胞治疗的费用较高。"),
    ]


def test_detail_says_how_alike_and_what_is_dangerous() -> None:
    done = update(
        Catalog((Entry("缓解率为12.3%的患者"),)), Catalog((Entry("缓解率为12.2%的患者", ("12.2%",)),)), locale="en"
    )
    assert [each.detail for each in done.changes if each.word == "fuzzy"] == [
        "92% like “缓解率为12.2%的患者”; number 12.2 → 12.3"
    ]


def test_languages_of_the_document_count() -> None:
    entry = Entry("結果")
    for tag, target in (("ja", "結果"), ("zh-Hant", "")):
        options = UpdateOptions(languages={entry.key: [Language(tag, 0.95)]})
        assert update(Catalog((entry,)), Catalog(), locale="ja", options=options).catalog.entries[0].target == target


STRANGERS = [
    (["安全性评价", "疗效评价标准", "费用明细表", "随访计划"], True),
    (["安全性评价", "疗效评价标准", "费用明细表", "入组标准二"], False),
    (["安全性评价", "疗效评价标准", "费用明细表"], False),
]


@pytest.mark.parametrize(("sources", "expected"), STRANGERS)
def test_different_documents_are_told(sources: list[str], expected: bool) -> None:
    old = Catalog(tuple(Entry(source, ("x",)) for source in ("入组标准一", "知情同意", "天气很好", "今天下雨")))
    done = update(Catalog(tuple(map(Entry, sources))), old, locale="en")
    assert done.is_stranger == expected
    assert {each.target for each in done.catalog if each.is_obsolete} == {"x"}


def test_a_catalog_that_is_up_to_date_is_the_same_object() -> None:
    old = Catalog((Entry("一", ("1",)), Entry("二"), Entry("三", ("3",), is_obsolete=True)))
    assert update(Catalog((Entry("一"), Entry("二"))), old, locale="en").catalog is old


COST = "费用为 {} 万元，由医院与患者共同承担。"


@pytest.mark.parametrize(("target", "kept"), [("The costs.", 1), ("The costs are shared.", 2)])
def test_a_suggestion_that_no_one_took_up_leaves_no_trace(target: str, kept: int) -> None:
    """Week after week the source changes, and nobody confirms anything; what a person typed stays."""
    first = Catalog((Entry(COST.format("12.2"), ("The costs.",)),))
    second = update(Catalog((Entry(COST.format("12.3")),)), first, locale="en").catalog
    assert second.entries[0].is_fuzzy
    edited = Catalog((second.entries[0].with_target(target, is_fuzzy=True), *second.entries[1:]))
    third = update(Catalog((Entry(COST.format("12.4")),)), edited, locale="en").catalog
    assert (third.entries[0].target, third.entries[0].is_fuzzy) == (target, True)
    assert third.entries[0].previous == Previous(COST.format("12.2"))
    assert [each.source for each in third if each.is_obsolete] == [COST.format("12.2"), COST.format("12.3")][:kept]


def test_changes_name_every_entry_once() -> None:
    template = 'msgid "一百名患者"\nmsgstr ""\n\nmsgid "12.3"\nmsgstr ""\n\nmsgid "治疗费"\nmsgstr ""\n'
    old = 'msgid "治療費"\nmsgstr "Fee"\n\nmsgid "12.2"\nmsgstr "12.2"\n\nmsgid "天气"\nmsgstr "Weather"\n'
    assert words(template, old) == [
        ("variants", "治疗费"),
        ("new", "一百名患者"),
        ("filled", "12.3"),
        ("dropped", "12.2"),
        ("obsolete", "天气"),
    ]


PIECES = (
    "治疗",
    "治療",
    "副作用",
    "没有",
    "有",
    "患者",
    "12",
    "13",
    "。",
    "，",
    "<b1>",
    "</b1>",
    "効果",
    "は",
    "A",
    " ",
)
SOURCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)
CONTEXTS = st.sampled_from((None, None, None, "a", "b"))


def entries(is_template: bool) -> st.SearchStrategy[Catalog]:
    def entry(key: Key, number: int, state: str) -> Entry:
        if is_template or state == "empty":
            return Entry(key[1], context=key[0])
        made = Entry(key[1], (f"target {number}",), key[0])
        if state == "fuzzy":
            return replace(made, is_fuzzy=True, previous=Previous(key[1] + "旧", key[0]))
        return replace(made, is_obsolete=state == "obsolete")

    states = st.sampled_from(("filled", "filled", "filled", "fuzzy", "obsolete", "empty"))
    rows = st.lists(st.tuples(st.tuples(CONTEXTS, SOURCES), states), max_size=9)
    return rows.map(
        lambda found: Catalog(tuple(entry(key, number, state) for number, (key, state) in enumerate(found)))
    )


def unique(found: Catalog) -> list[Key]:
    return list(dict.fromkeys(entry.key for entry in found))


@settings(max_examples=300, deadline=None)
@given(entries(True), entries(False), st.sampled_from(("en", "zh", "ja")), st.booleans())
def test_laws(template: Catalog, old: Catalog, locale: str, has_near: bool) -> None:
    options = UpdateOptions(has_near=has_near)
    done = update(template, old, locale=locale, options=options)
    said = {text for entry in done.catalog for text in (entry.target, *entry.comments)}
    for entry in old:
        assert not entry.target or entry.target in said or f"translator: conflict: {entry.target}" in said
    live = [entry.key for entry in done.catalog if not entry.is_obsolete]
    assert live == unique(template)
    assert [entry.is_obsolete for entry in done.catalog] == sorted(entry.is_obsolete for entry in done.catalog)
    assert update(template, done.catalog, locale=locale, options=options).catalog is done.catalog
    for entry in done.catalog.live():
        if entry.is_fuzzy and entry.previous is not None and entry.previous.source:
            assert (entry.previous.context, entry.previous.source) != entry.key or entry.key in unique(old)


def test_plural_forms_that_find_no_place_stay_as_comments() -> None:
    old = 'msgid "{n}例"\nmsgid_plural "{n}例 "\nmsgstr[0] "{n} case"\nmsgstr[1] "{n} cases"\n'
    assert updated('msgid "{n}例"\nmsgstr ""\n', old) == (
        '# translator: form: {n} cases\n#, fuzzy\n#| msgid "{n}例"\n#| msgid_plural "{n}例 "\n'
        'msgid "{n}例"\nmsgstr "{n} case"\n'
    )


def test_plural_entries_lend_nothing_to_others() -> None:
    old = 'msgid "{n}例"\nmsgid_plural "{n}例 "\nmsgstr[0] "{n} case"\nmsgstr[1] "{n} cases"\n'
    template = old.replace("{n} cases", "").replace("{n} case", "") + '\nmsgctxt "menu"\nmsgid "{n}例"\nmsgstr ""\n'
    assert updated(template, old) == old + '\nmsgctxt "menu"\nmsgid "{n}例"\nmsgstr ""\n'


def test_change_is_a_plain_value() -> None:
    assert Change("new", (None, "一")) == Change("new", (None, "一"))


@pytest.mark.parametrize(
    ("source", "target", "is_fuzzy"),
    [
        ("71（57.3%）", "71 (57.3%)", False),
        ("12.3±4.5 （0.7–1.2）", "12.3±4.5 (0.7–1.2)", False),
        ("71（例）", "", False),
    ],
)
def test_figures_in_brackets_are_written_by_rule(source: str, target: str, is_fuzzy: bool) -> None:
    done = update(Catalog((Entry(source),)), Catalog(), locale="en").catalog
    assert [(each.target, each.is_fuzzy) for each in done] == [(target, is_fuzzy)]
    ours = update(Catalog((Entry(source),)), Catalog(), locale="ja").catalog
    assert next(iter(ours)).target in (source, "")
