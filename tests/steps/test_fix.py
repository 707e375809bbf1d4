from __future__ import annotations

from translator import po
from translator.checks import CatalogInput, CheckSettings
from translator.steps.fix import diff, fix

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BODY = """\
#. lang: zh-Hans
msgid "共 %d 例 "
msgstr "％d cases"

#. lang: zh-Hans
msgid "１２.２％ 有效"
msgstr "１２.２％ effective"

#. lang: zh-Hans
msgid "没有副作用"
msgstr "副作用なし"
"""


def test_safe_fixes_are_made_until_none_is_left() -> None:
    file = po.read((HEAD + BODY).encode(), "a.po")
    given = CatalogInput("a.po", "en", file.catalog, locate=file.locate)
    fixed = fix(given, CheckSettings())
    assert [each.target for each in fixed.catalog.entries] == ["%d cases ", "12.2% effective", "副作用なし"]
    assert [each.check for each in fixed.findings] == ["placeholder-mismatch", "wide-digits", "space-mismatch"]
    written = po.write(fixed.catalog, file).decode()
    assert diff(HEAD + BODY, written, path="a.po").splitlines()[:9] == [
        "--- a/a.po",
        "+++ b/a.po",
        "@@ -4,9 +4,9 @@",
        " #. lang: zh-Hans",
        ' msgid "共 %d 例 "',
        '-msgstr "％d cases"',
        '+msgstr "%d cases "',
        " ",
        " #. lang: zh-Hans",
    ]


def test_nothing_to_fix_gives_the_same_catalog() -> None:
    catalog = po.read((HEAD + 'msgid "安全"\nmsgstr "Safety"\n').encode(), "a.po").catalog
    fixed = fix(CatalogInput("a.po", "en", catalog), CheckSettings())
    assert fixed.catalog is catalog
    assert fixed.findings == ()
