"""Terms that Chinese and Japanese write with the same characters: a copy of one may be its translation."""

from __future__ import annotations

import re

from translator.checks._subject import Pair


def is_shared_term(pair: Pair) -> bool:
    """Whether a copy is two nouns between Chinese and Japanese that both write so: 疾病名称."""
    is_between = {pair.source_tag[:2], pair.tag[:2]} == {"zh", "ja"}
    return is_between and _NOUNS.fullmatch(pair.target) is not None


_NOUN = (
    "疾病|名称|人数|文献|方法|方式|原因|目的|程度|部位|部分|安全|安全性|作用|副作用|症状|成分|成果|地区|地域|内容|分布|分析|平均|年度|全体|全国|世界|社会|科学|医学"
    "|生物|患者|手段|手法|体重|体温|身体|心理|精神|血清|血液|血糖|感染|免疫|主要|一般|特定|基本|参考|主体|商品|品名|品目|人口|人体|成人|成年|女性|男性|生活|生命|生存"
    "|死亡|完全|使用|利用|用途|所在地|有限|期限|日程|日常|年代|年次"
)
_NOUNS = re.compile(f"(?:{_NOUN}){{2}}")
