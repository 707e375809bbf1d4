from __future__ import annotations

import pytest

from translator.languages.enumerations import behind_colon, listed, most_items

LISTS = [
    ("zh-Hans", "不要吃带籽的水果、海藻、菌菇和粗粮。", 4),
    ("zh-Hans", "可使用现金、银联卡或信用卡支付，不接受个人支票。", 3),
    ("zh-Hant", "適用滅火劑：二氧化碳、化學乾粉、抗酒精泡沫。", 3),
    ("zh-Hans", "抽血、胸部CT、肺功能（FEV1、FVC）", 3),
    ("ja", "皮膚症状、血球減少症、漿膜炎、関節炎、脱毛も改善。", 5),
    ("ja", "発熱、頭痛および発疹", 3),
    ("ja", "種のある果物、海藻やきのこ", 0),
    ("en", "Apples, pears, and grapes are sold.", 3),
    ("en", "Apples, pears, plums and grapes are sold.", 4),
    # what is no list, or not surely one
    ("zh-Hant", "五、滅火與洩漏", 0),
    ("zh-Hans", "（三）、副作用、禁忌", 0),
    ("zh-Hans", "参加完全自愿，您可以随时退出，不需要说明理由，也不会影响治疗。", 0),
    ("zh-Hans", "苹果、梨等与桃相关。", 0),
    ("ja", "現在、現金、カードが使えます。", 0),
    ("ja", "激しい腹痛が続くときは、服用を中止し、直ちに相談してください。", 0),
    ("en", "In May, June and July", 0),
    ("en", "If you swim, run, and jump, rest.", 0),
    ("en", "Files, folders, and so on", 0),
    ("en", "1,200 or 3,400", 0),
]


@pytest.mark.parametrize(("tag", "text", "count"), LISTS)
def test_listed(tag: str, text: str, count: int) -> None:
    assert len(listed(text, tag)) == count


MOST = [
    ("zh-Hans", "远离热源、明火和热表面，严禁吸烟。", 3),
    ("zh-Hans", "吃苹果，吃梨，吃桃。", 3),
    ("ja", "妊娠中の方、腸閉塞の方は、この検査を受けることができません。", 2),
    ("ja", "現金、銀聯カード、をご利用ください。小切手は不可、返金も不可。", 2),
    ("ja", "「停止」「保管」「削除」", 3),
    ("en", "Cash and cards. No checks, coins or vouchers.", 3),
    ("en", "Visa and travel costs are not included.", 2),
]


@pytest.mark.parametrize(("tag", "text", "count"), MOST)
def test_most_items(tag: str, text: str, count: int) -> None:
    assert most_items(text, tag) == count


def test_a_list_behind_a_colon_is_looked_for_there() -> None:
    assert behind_colon("时间：早、中、晚", "早", "At: noon") == " noon"
    assert behind_colon("早、中、晚：各一次", "早", "Once: noon") == "Once: noon"
    assert behind_colon("8:00、9:00、10:00", "8", "At: 9:00") == "At: 9:00"
