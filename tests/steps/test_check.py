from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest

from translator import batch, po
from translator.catalog import Key
from translator.checks import CatalogInput, CheckSettings, Rule, Suppression
from translator.errors import Location
from translator.findings import Finding
from translator.report import Coverage
from translator.steps import check as check_step
from translator.steps.check import check, check_catalog, faulty_entries

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def entry(source: str, target: str, *, above: str = "", context: str = "") -> str:
    context = f'msgctxt "{context}"\n' if context else ""
    return f'{above}{context}msgid "{source}"\nmsgstr "{target}"\n\n'


def given(
    locale: str,
    *entries: str,
    template: tuple[str, ...] | None = None,
    neighbours: Mapping[Key, tuple[Key, ...]] | None = None,
    document: str = "a.md",
) -> CatalogInput:
    file = po.read((HEAD + "".join(entries)).encode(), f"locales/{locale}/LC_MESSAGES/{document}.po")
    wanted = po.read((HEAD + "".join(template)).encode(), "t.pot").catalog if template is not None else None
    return CatalogInput(
        file.path,
        locale,
        file.catalog,
        document=document,
        template=wanted,
        locate=file.locate,
        places={(None, "持续"): (Location("source_texts/a.md", 3, 1),)},
        neighbours=neighbours,
    )


def told(report: object) -> list[tuple[str, str, str]]:
    return [(each.check, each.severity, str(each.location)) for each in report.findings]  # type: ignore[attr-defined]


def test_a_catalog_of_copies_is_not_covered() -> None:
    sources = ("红斑性狼疮", "治疗价目表", "干细胞能够抓住由损伤部位发出的讯号。")
    copies = [entry(each, each, above="#. lang: zh-Hans\n") for each in sources]
    report = check([given("en", *copies), given("zh", *copies), given("ja", *copies)])
    assert report.coverage == {
        "en": Coverage(entries=3, faulty=3),
        "zh": Coverage(entries=3, covered=3, pass_through=3),
        "ja": Coverage(entries=3, faulty=3),
    }
    assert report.coverage["en"].percent == 0
    assert {each.check for each in report.findings} == {"copied-source"}


def test_entries_are_counted_once() -> None:
    report = check(
        [
            given(
                "en",
                entry("持续", "Lasting", above="#. lang: zh-Hans\n"),
                entry("SLEDAI 12.2", "SLEDAI 12.2", above="#. lang: zxx\n"),
                entry("没有副作用", "No side effects", above="#. lang: zh-Hans\n#, fuzzy\n"),
                entry("安全", "", above="#. lang: zh-Hans\n"),
                entry("有效", "", above="#. lang: zh-Hans\n#, fuzzy\n"),
                entry("<b1>改善</b1>", "Improved", above="#. lang: zh-Hans\n"),
                '#~ msgid "旧"\n#~ msgstr "old"\n',
            )
        ]
    )
    assert report.coverage["en"] == Coverage(6, covered=2, fuzzy=1, untranslated=2, faulty=1, pass_through=1)
    assert report.documents == {"a.md": {"en": report.coverage["en"]}}
    assert report.coverage["en"].percent == 33.33
    path = "locales/en/LC_MESSAGES/a.md.po"
    assert told(report) == [
        ("fuzzy", "error", f"{path}:15:9"),
        ("untranslated", "error", f"{path}:19:9"),
        ("untranslated", "error", f"{path}:24:9"),
        ("placeholder-mismatch", "error", f"{path}:28:9"),
        ("placeholder-mismatch", "error", f"{path}:28:9"),
    ]


def test_findings_stand_in_the_catalog_and_in_the_document() -> None:
    (found,) = check([given("zh", entry("持续", "持續", above="#. lang: zh-Hans\n"))]).findings
    assert found == Finding(
        "residue",
        "error",
        found.message,
        Location("locales/zh/LC_MESSAGES/a.md.po", 6, 10),
        locale="zh",
        source="持续",
        target="持續",
        span=(1, 2),
        documents=(Location("source_texts/a.md", 3, 1),),
    )


def test_gaps_are_errors_only_below_the_threshold() -> None:
    catalog = given("en", entry("安全", "Safety"), entry("有效", ""))
    low = CheckSettings(min_coverage_by_locale={"en": 5000})
    assert [each.severity for each in check([catalog]).findings] == ["error"]
    assert [each.severity for each in check([catalog], low).findings] == ["warning"]
    wrong = given("en", entry("安全", "Safety"), entry("有效", "有效性"))
    assert [each.severity for each in check([wrong], low).findings] == ["error"]


def test_missing_and_stale_catalogs() -> None:
    template = (entry("安全", ""), entry("有效", ""))
    missing = CatalogInput("locales/ja/LC_MESSAGES/a.md.po", "ja", None, "a.md", given("en", *template).catalog)
    report = check([missing, given("en", entry("安全", "Safety"), entry("旧的", "Old"), template=template)])
    assert report.coverage == {"ja": Coverage(2, untranslated=2), "en": Coverage(2, covered=1, untranslated=1)}
    assert [(each.check, each.locale) for each in report.findings] == [
        ("stale-catalog", "en"),
        ("missing-catalog", "ja"),
    ]


def test_a_stale_catalog_shows_a_blank_that_slipped_in() -> None:
    report = check([given("en", entry("使用前の準備 ", "Before use"), template=(entry("使用前の準備", ""),))])
    (found,) = [each.message for each in report.findings if each.check == "stale-catalog"]
    assert found == (
        "the catalog is behind its document: 1 entry missing (“使用前の準備”), 1 entry no longer in the document"
        " (“使用前の準備␣”), 1 of them the same but for blanks; run translator update"
    )


def test_empty_counts_only_beside_a_filled_sentence() -> None:
    first, second = (None, "一。"), (None, "二。")
    block = {first: (first, second), second: (first, second)}
    alone = given("en", entry("一。", "<empty/>"), entry("二。", "<empty/>"), neighbours=block)
    beside = given("en", entry("一。", "One and two."), entry("二。", "<empty/>"), neighbours=block)
    unknown = given("en", entry("一。", "<empty/>"))
    assert check([alone]).coverage["en"] == Coverage(2, untranslated=2)
    assert check([beside]).coverage["en"] == Coverage(2, covered=2)
    assert check([unknown]).coverage["en"] == Coverage(1, covered=1)


def test_an_accepted_finding_counts_as_covered() -> None:
    above = "# translator: ignore: residue: the patient's own word\n"
    report = check([given("en", entry("他说“好”", "He said 好", above=above))])
    assert (report.findings, report.coverage["en"]) == ((), Coverage(1, covered=1))
    spoken = above.replace("ignore: residue", "ignore residue")
    assert check([given("en", entry("他说“好”", "He said 好", above=spoken))]).findings == ()
    settings = CheckSettings(suppressions=(Suppression("residue", "quoted", documents=("a.*",), locales=("en",)),))
    catalog = given("en", entry("他说“好”", "He said 好"))
    assert check([catalog], settings).findings == ()


def test_suppressions_that_accept_nothing_are_told() -> None:
    above = "# translator: ignore: residue: the patient's own word\n# translator: ignore: fuzzy\n"
    settings = CheckSettings(suppressions=(Suppression("residue", "quoted"),))
    report = check([given("en", entry("他说“好”", "He said “yes”", above=above))], settings)
    assert [each.message for each in report.findings] == [
        "no residue is left to ignore here (the patient's own word); remove the comment",
        "the suppression of “fuzzy” gives no reason; add one after a colon",
        "no residue is left to ignore (quoted); remove it from the settings",
    ]


@pytest.mark.parametrize(
    ("locale", "source", "first", "later", "told"),
    [
        ("en", "每份含盐2.1克。", "Each serving has 1.5 g of salt.", "Each serving has 21 g of salt.", ("number 2.1 → 1.5", "number 2.1 → 21")),
        ("ja", "请在30天内复查。", "40日以内に再検査を受けてください。", "3日以内に再検査を受けてください。", ("number 30 → 40", "number 30 → 3")),
        ("zh", "30日以内に再検査を受けてください。", "请在40天内复查。", "请在3天内复查。", ("30 → 40", "number 30 → 3")),
    ],
)  # fmt: skip
def test_an_accepted_finding_bound_to_its_message_accepts_no_other(
    locale: str, source: str, first: str, later: str, told: tuple[str, str]
) -> None:
    bound, new = told
    above = f"# translator: ignore number-mismatch ({bound}): as the printer has it\n"
    assert check([given(locale, entry(source, first, above=above))]).findings == ()
    found = check([given(locale, entry(source, later, above=above))]).findings
    assert sorted((each.check, each.message) for each in found) == [
        ("number-mismatch", new),
        (
            "unused-suppression",
            f"no number-mismatch with “{bound}” is left to ignore here (as the printer has it); remove the comment",
        ),
    ]
    loose = check([given(locale, entry(source, later, above=above.replace(f" ({bound})", "")))]).findings
    assert [(each.check, each.severity) for each in loose] == [("unbound-suppression", "info")]
    assert f"now “{new}”; write “# translator: ignore number-mismatch ({new}): as" in loose[0].message


def test_a_comment_bound_to_words_of_the_target_accepts_while_they_stand() -> None:
    above = "# translator: ignore residue (“said 好”): the patient's own word\n"
    assert check([given("en", entry("他说“好”", "He said 好", above=above))]).findings == ()
    found = check([given("en", entry("他说“好”", "He did 好", above=above))]).findings
    assert {each.check for each in found} == {"residue", "unused-suppression"}


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        (
            "ignore negation-mismach",
            "there is no check “negation-mismach” to ignore; did you mean “negation-mismatch”?",
        ),
        (
            "ignore negation-mismach: said otherwise",
            "there is no check “negation-mismach” to ignore; did you mean “negation-mismatch”?",
        ),
        (
            "ignore residue, number-mismatch: a name",
            "a suppression names one check (“residue, number-mismatch”); write a comment for each, with its reason",
        ),
        ("ignore qqq: why", "there is no check “qqq” to ignore; `translator explain` lists all"),
        ("ignore po-syntax: why", "no po-syntax is left to ignore here (why); remove the comment"),
    ],
)
def test_a_suppression_of_no_check_is_told_as_such(comment: str, message: str) -> None:
    report = check([given("en", entry("他说“好”", "He said “yes”", above=f"# translator: {comment}\n"))])
    assert [(each.check, each.message) for each in report.findings] == [("unused-suppression", message)]


def test_levels_by_document_and_locale() -> None:
    faulty = entry("改善", "改善了")
    rules = (Rule({"residue": "warning", "wrong-language": "off"}, documents=("a.*",), locales=("en",)),)
    settings = CheckSettings(levels={"residue": "info"}, rules=rules)
    report = check([given("en", faulty), given("en", faulty, document="b.md")], settings)
    assert report.documents["a.md"]["en"] == Coverage(1, covered=1)
    assert report.documents["b.md"]["en"] == Coverage(1, faulty=1)


def test_findings_of_readers_pass_through() -> None:
    problem = Finding("unreadable-document", "error", "no text in cp932", Location("source_texts/b.txt"))
    catalog = CatalogInput("p.po", "en", given("en").catalog, problems=(problem,))
    report = check([catalog])
    assert report.coverage["en"].percent == 100
    assert told(report) == [("unreadable-document", "error", "source_texts/b.txt")]


def test_locales_are_compared_with_each_other() -> None:
    note = "#. lang: zh-Hans\n"
    inputs = [
        given("ja", entry("约一年后复查", "約1年後に再検査", above=note)),
        given("en", entry("约一年后复查", "Re-examination after about 2 years", above=note)),
    ]
    report = check(inputs, CheckSettings(levels={"number-mismatch": "off"}))
    (found,) = [each for each in report.findings if each.check == "locales-disagree"]
    assert (found.locale, found.location.line, found.source) == ("en", 6, "约一年后复查")
    assert [each.check for each in check(inputs).findings] == ["number-mismatch"]
    agreeing = [inputs[0], given("en", entry("约一年后复查", "Re-examination after about 1 year", above=note))]
    assert check(agreeing).findings == ()


@pytest.mark.parametrize(
    ("ja", "en", "message"),
    [
        ("5号室、3階", "third floor, Room 5", ""),
        ("約14年", "some years", "number 14 is in ja but not in en (ja: “約14年”)"),
        ("しばらく", "for 12 years", "number 12 is in en but not in ja (ja: “しばらく”)"),
        ("約12年", "about 13 years", "number 12 → 13 from ja (“約12年”) to en"),
    ],
)
def test_what_only_one_of_two_locales_says_is_told_in_words(ja: str, en: str, message: str) -> None:
    inputs = [given("ja", entry("若干", ja)), given("en", entry("若干", en))]
    report = check(inputs, CheckSettings(levels={"number-mismatch": "off", "unit-mismatch": "off"}))
    assert [each.message for each in report.findings if each.check == "locales-disagree"] == (
        [message] if message else []
    )


def test_faulty_keys_are_named() -> None:
    result = check_catalog(given("en", entry("改善", "改善了"), entry("安全", "Safety")), CheckSettings())
    assert result.faulty == {(None, "改善")}


def test_a_broken_catalog_is_not_called_missing() -> None:
    problem = Finding("invalid-catalog", "error", "no catalog", Location("p.po"))
    report = check([CatalogInput("p.po", "en", None, problems=(problem,))])
    assert [each.check for each in report.findings] == ["invalid-catalog"]


def test_placeholders_left_in_a_copy_are_found() -> None:
    catalog = replace(
        given("en", entry("安全", "Safety")), source="<h1>安全</h1>\n<b7>", copy="<h1>Safety</h1>\n<b7> is </i2>"
    )
    (found,) = check([catalog]).findings
    assert (found.check, str(found.location), found.span) == ("placeholder-in-copy", "a.md:2:9", (24, 29))


def test_a_catalog_whose_entries_are_judged_side_by_side_gets_the_same_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_step, "AT_ONCE", 2)
    entries = [
        entry(
            "剂量为12毫克。", "The dose is 21 mg.", above="# translator: ignore number-mismatch: as the table has it\n"
        ),
        entry("疗程为3个月。", "The course lasts 4 months."),
        entry(
            "疗程为5个月。", "The course lasts 5 months.", above="# translator: ignore number-mismatch: not needed\n"
        ),
        entry("治疗价目表", "治疗价目表", above="#. lang: zh-Hans\n"),
        entry("他每天服用2片。", "He takes 2 tablets a day."),
        entry("第9天", "Day 6"),
        entry("共有30例。", "There were 30 patients in all."),
    ]
    rule = Suppression("number-mismatch", "counted anew", source="第9天")
    settings, catalog = CheckSettings(suppressions=(rule,)), given("en", *entries)
    alone = check_catalog(catalog, settings)
    shared = check_catalog(catalog, settings, share=partial(batch.shared, jobs=2))
    assert shared == alone == check_catalog(catalog, settings, share=lambda work, parts: [work(each) for each in parts])
    assert alone.used == {0}
    assert sorted((each.check, each.source) for each in alone.findings) == [
        ("copied-source", "治疗价目表"),
        ("number-mismatch", "疗程为3个月。"),
        ("unbound-suppression", "剂量为12毫克。"),
        ("unused-suppression", "疗程为5个月。"),
    ]
    faulty = faulty_entries(catalog, settings, share=partial(batch.shared, jobs=2))
    assert faulty == alone.faulty == {(None, "治疗价目表")}


def test_an_accepted_gap_counts_as_covered() -> None:
    subject = given(
        "en",
        entry("甲乙丙。", "", above="# translator: ignore untranslated: the picture says it\n"),
        entry("丁戊己。", "Fuzzy.", above="# translator: ignore fuzzy: to be read\n#, fuzzy\n"),
        entry("庚辛。", ""),
    )
    report = check([subject], CheckSettings())
    assert [(each.check, each.source) for each in report.findings] == [("untranslated", "庚辛。")]
    assert report.coverage["en"] == Coverage(3, 2, 0, 1, 0, 0)


def test_a_target_that_shows_nothing_is_a_gap() -> None:
    blanks = [" ", "\u3000", "\u200b", "<b1></b1>"]
    subject = given("en", *(entry(f"<b1>甲乙{n}</b1>", target) for n, target in enumerate(blanks)), entry(" ", " "))
    report = check([subject], CheckSettings())
    assert [each.check for each in report.findings] == ["untranslated"] * 4
    assert report.coverage["en"].untranslated == 4
