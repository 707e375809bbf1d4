"""What manuals taught: numbers that are said again, counted out or set apart, and faults beside them."""

from __future__ import annotations

import pytest

from translator.languages.placeholders import turned
from translator.languages.quantities import compare

QUIET = [
    ("包含五行六列的区域", "an area of 5 rows and 6 columns"),
    ("只能分割有 3 个或 3 个以上节点的曲线。", "You can only split a line of three or more points."),
    ("There are eight (8) kinds of brackets.", "共有八种括号。"),
    ("the first (1st) argument", "第一个参数"),
    ("片方は固定され、もう１つの半径が動きます。", "移动第二条边。"),
    ("2ページ以降に表示する", "Show on subsequent pages"),
    ("Counted by days (basis 3)", "按天计算（基数为 3）"),
    ("a line of 0.05 pt", "0.05 ポイントの線"),
    ("red borders of 2 point", "2 磅的红色边框"),
    ("At 0 percent they touch", "百分比为 0 时相接"),
    ("There are two time series", "有两个时间序列"),
    ("Join two or more shapes into a single one.", "複数の図形から 1 つの図形を作ります。"),
    ("Convert to 3D", "立体に変換"),
    ("at 90 degrees to the line", "線に垂直に"),
    ("the number of pages (1-3)", "ページ数（1、2、または 3）"),
    ("from 0.0 to 1.0", "0.000 から 1.000 まで"),
    ("shown at 16:1", "16倍で表示"),
    ("2次ベジェ曲線", "二次贝塞尔曲线"),
    ("It has a mode, a size, a lock and a mask.", "モード、サイズ、ロック、マスクの 4 つがあります。"),
    ("分数は 2 桁以上", "multi-digit fractions"),
    ("4 g/日", "1日4 g"),
    ("5 名患者好转。", "5 patients improved ."),
    ("12: 浅红色", "12 : Light red"),
    ("「=N(FALSE)」返回 0", "=N(FALSE()) returns 0"),
    ("選択すると、 はみ出した 2 つは消えます。", "两个超出的会消失。"),
    ("つぎの 3 枚を使います。", "使用下面三张。"),
    ("The device has 0 bytes", "大小为 0"),
    ("6枚ごとに5枚", "5 for each 6 sheets"),
    ("use 128 bits instead of 256 bits", "256 ビットの代わりに 128 ビットを使う"),
    ("RAID5 は、3 台が要る点を除き、RAID1 と同様です。", "RAID5 与 RAID1 类似，只是需要三台。"),
    ("半年后复查", "6か月後に再検査"),
    ("每周两次", "週に2回"),
    ("气温负5度", "-5 degrees"),
    ("F.TEST(Data1; Data2)", "FTEST(データ 1; データ 2)"),
    ("_8×2マス", "_8x2 cells"),
    ("1999年3月31日", "March 31 1999"),
]
FAULTS = [
    ("随访半年。", "followed for one year.", "half a time became a whole one"),
    ("每周两次。", "月に2回。", "period in days 7 → 30"),
    ("气温负5度", "5 degrees", "the sign of a number is lost"),
    ("the range 0.0 to 1.0", "範囲 00 から 1.0", "number 0.0 → 00"),
    ("saddlebrown (#8B4513)", "马鞍褐 (#4513B8)", "number #8B4513 → #4513B8"),
    ("2017年5月31日 22:00", "2017-31-05 22:00", "“2017-31-05” cannot be"),
    ("2017-05-31 19:00", "00年5月31日 19:2017", "“19:2017” cannot be"),
    ("1999年3月31日", "March 1999 31", "“1999 31” cannot be"),
    ("_8×2マス", "_2x8 cells", "8×2 → 2x8"),
    ("F.TEST(Data1; Data2)", "FTEST(データ 2; データ 1)", "“データ 2” comes first"),
    ("use 128 bits instead of 256 bits", "128 ビットの代わりに 256 ビットを使う", "numbers 128, 256 → 256, 128"),
    ("5 コマのうちの 4 コマ", "5 frames of 4 frames", "numbers 5, 4 → 4, 5"),
]


def tag(text: str) -> str:
    """The language of a text."""
    if text.isascii():
        return "en"
    return "ja" if any("\u3041" <= each <= "\u30ff" for each in text) else "zh-Hans"


@pytest.mark.parametrize(("source", "target"), QUIET)
def test_what_says_the_same(source: str, target: str) -> None:
    assert compare(source, target, tag(source), tag(target)) == ()


@pytest.mark.parametrize(("source", "target", "message"), FAULTS)
def test_what_says_another_thing(source: str, target: str, message: str) -> None:
    assert [each.message for each in compare(source, target, tag(source), tag(target))] == [message]


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("Cannot open %1: %2", "无法打开 %2：%1", ["%2", "%1"]),
        ("Cannot open %1: %2", "无法打开 %1：%2", None),
        ("step %1 of %2", "ステップ %1 中 %2", ["%1", "%2"]),
        ("step %1 of %2", "ステップ %2 中 %1", None),
    ],
)
def test_placeholders_of_qt(source: str, target: str, names: list[str] | None) -> None:
    found = turned(source, target)
    assert (found and [each.name for each in found]) == names
