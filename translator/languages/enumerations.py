"""Enumerations: the items that a text surely lists, and how many a text lists at most.

Both are read apart because a comma parts clauses too: a list is only taken for one where its items are nouns,
and what could be a mark between items counts where a loss is to be ruled out.
"""

from __future__ import annotations

import re

_SIDE = re.compile(r"[（(][^（()）]{0,80}[)）]|“[^”]{0,80}”|「[^」]{0,80}」|『[^』]{0,80}』")
_HELD = "\ufffc"
_NOUN = "\u30a0-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff々A-Za-z0-9%％\ufffc"
# 五、 in front of a heading.
_LABEL = re.compile("^[ 　]*[（(]?[〇一二三四五六七八九十百0-9]{1,3}[)）]?、")
_COLON = re.compile("(?<![0-9])[:：](?![0-9/])")

_ZH_CLAUSE = re.compile("[。！？!?；;：，,\n]|:(?![0-9])")
# 和 及 与 或 as a word, not in 饱和 涉及 参与 或许.
_ZH_AND = re.compile(
    "(?:以及|(?<![温溫饱飽缓緩总總柔共])和(?![谐諧平解])|(?<![普涉触觸提波以])及(?![时時格早])|(?<![参參给給赋賦])[与與](?![会會众眾否])|或者|或(?![许許]))"
)
_ZH_SHORT = re.compile(f"[{_NOUN} .·-]{{1,10}}")
_ZH_WITH = re.compile("相[关關同比似]|[无無][关關]|不同|一起|比[较較]|之间|之間|[联聯][系繫]|[关關]系")
_ZH_ENDED = ("等", "等等", "的")

_JA_CLAUSE = re.compile("[。！？!?；;：\n]|:(?![0-9])")
_JA_MARK = re.compile("[、，]|,(?![0-9])")
_JA_TERM = re.compile(f"[{_NOUN} .・の'-]{{1,20}}")
_JA_HEAD = re.compile(f"[{_NOUN}]$")
_JA_TAIL = re.compile(f"[{_NOUN}]")
# その結果、 現在、 検査後、: said of when, or of what follows.
_JA_LEAD = re.compile(
    "[後前時際間中年月日頃果上下合般常在的様]$|(?:^|[はがを、])(?:今回|一方|特別|例|通常|実際|本[研試]究?)$"
)
_JA_AND = re.compile(
    f"[{_NOUN} ・の]{{1,12}}?(?:および|及び|ならびに|並びに|または|又は|もしくは|若しくは|あるいは|や)[{_NOUN}]"
)

_EN_CLAUSE = re.compile(r"[.!?;:\n—](?=\s|$)")
_EN_TERM = re.compile(r"\s*[\w%'\ufffc/-]+(?: [\w%'\ufffc/-]+){0,3}$")
# What stands for items that are not named is none.
_EN_OTHERS = r"(?!so |others?\b|the like|more\b|any\b|similar|then\b|etc)"
_EN_LAST = re.compile(rf"\s*(?:and|or) {_EN_OTHERS}")
_EN_LAST_TWO = re.compile(rf"\s*[\w%'\ufffc/-]+(?: [\w%'\ufffc/-]+){{0,3}}? (?:and|or) {_EN_OTHERS}")
_EN_LEAD = re.compile(
    r"\b(?:and|or)\b|^\s*(?:if|when|in|for|by|after|before|as|while|on|at|to|with|from|however|then|now|today|currently)\b",
    re.I,
)

_AND = (
    "和|及|与|與|跟|或|並びに|および|及び|ならびに|または|又は|もしくは|若しくは|あるいは|そして|とか|や|かつ|且|还|還|并|并且|以|而|又|再"
    "|兼|同|连|連|后|後|則|则"
)
_ZH_JOINT = re.compile(f"[、;；/／・·→+＋&＆~～—–-]|{_AND}")
_ZH_LOOSE = re.compile("[，,]")
_JA_JOINT = re.compile(
    f"(?<![はがをにでもばへと])、(?![をがはへ])|」「|』『|[;；/／・·→+＋&＆]|(?<=[{_NOUN}）)」』い])(?:と(?!い[うえっ]|し[てた]|な[りるっ]|する|比|同)|や|か(?=[{_NOUN}「]))"
    "|および|及び|ならびに|並びに|または|又は|もしくは|若しくは|あるいは|そして|とか|かつ|まで|から|たり|だけで|ほか|加え|含[むめま]|伴|ながら|つつ|[てでし]、"
    f"|(?<=[いしきちりび])て(?=[{_NOUN}])|[，,]"
)
_EN_JOINT = re.compile(
    # A sentence that begins without a full stop before it parts, too: “HLA testing Please contact us”.
    r"[,;/&+–—]| - |(?<=[a-z0-9)] )(?-i:Please|For|If|We|You|Our|The|To|In|When|This)\b|\b(?:and|or|nor|plus|with|but|then|to|including|both|of|via|as|by|in|on|for|while|without|versus|vs)\b",
    re.I,
)
_EN_SENTENCE = re.compile(r"[.!?](?=\s|$)|\n")
_SENTENCE = re.compile("[。！？!?\n]")


def listed(prose: str, tag: str) -> tuple[str, ...]:
    """The items of the longest list of a text that is surely one; none where it has three items at most not surely.

    >>> listed("不要吃带籽的水果、海藻、菌菇和粗粮。", "zh-Hans")
    ('不要吃带籽的水果', '海藻', '菌菇', '粗粮')
    >>> listed("現在、現金、カードが使えます。", "ja"), listed("In May, June and July", "en")
    ((), ())
    """
    if "、" not in prose and (tag[:2] == "zh" or "," not in prose):
        return ()
    plain = _SIDE.sub(lambda match: _HELD * len(match[0]), _LABEL.sub("", prose))
    clause, read = {"zh": (_ZH_CLAUSE, _zh), "ja": (_JA_CLAUSE, _ja)}.get(tag[:2], (_EN_CLAUSE, _en))
    found: tuple[str, ...] = ()
    for chunk in clause.split(plain):
        items = tuple(read(chunk))
        if len(items) > max(2, len(found)):
            found = items
    return found


def _zh(chunk: str) -> list[str]:
    items = chunk.split("、")
    if len(items) < 2 or not all(_ZH_SHORT.fullmatch(each) for each in items[1:-1]):
        return []
    match = _ZH_AND.search(items[-1])
    if match is None or match.start() == 0:
        return items if match is None and len(items) > 2 else []
    head = items[-1][: match.start()]
    if not _ZH_SHORT.fullmatch(head) or head.endswith(_ZH_ENDED) or _ZH_WITH.search(items[-1]):
        return []
    return [*items[:-1], head, items[-1][match.end() :]]


def _ja(chunk: str) -> list[str]:
    """The items of the longest run of nouns between marks."""
    pieces = _JA_MARK.split(chunk)
    best: list[str] = []
    run: list[str] = []
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        if not run:
            run = [piece] if _JA_HEAD.search(piece) and not _JA_LEAD.search(piece) else []
            continue
        if not _JA_TAIL.match(piece):
            run = []
            continue
        match = _JA_AND.match(piece)
        run.append(piece)
        if match:
            run.append(piece[match.end() - 1 :])
        if len(run) > len(best):
            best = list(run)
        if is_last or match or not _JA_TERM.fullmatch(piece):
            run = []
    return best if len(best) > 2 else []


def _en(chunk: str) -> list[str]:
    pieces = re.split(",(?![0-9])", chunk)
    if len(pieces) < 3 or _EN_LEAD.search(pieces[0]):
        return []
    for last in range(2, len(pieces)):
        if not all(_EN_TERM.match(each) and not _EN_LEAD.search(each) for each in pieces[1:last]):
            return []
        if _EN_LAST.match(pieces[last]):
            return pieces[: last + 1]
        if _EN_LAST_TWO.match(pieces[last]):
            return [*pieces[: last + 1], ""]
    return []


def most_items(prose: str, tag: str) -> int:
    """How many items a sentence of a text lists at most: everything counts that may stand between two items.

    >>> most_items("種のある果物、きのこ、雑穀は食べないでください。", "ja"), most_items("Pears and plums.", "en")
    (3, 2)
    """
    if tag[:2] == "zh":
        return 1 + max(map(_zh_joints, _SENTENCE.split(prose)))
    joint, sentence = (_JA_JOINT, _SENTENCE) if tag[:2] == "ja" else (_EN_JOINT, _EN_SENTENCE)
    return 1 + max(len(joint.findall(each)) for each in sentence.split(prose))


def _zh_joints(sentence: str) -> int:
    # Beside the mark of lists the comma parts clauses.
    return len(_ZH_JOINT.findall(sentence)) + (0 if "、" in sentence else len(_ZH_LOOSE.findall(sentence)))


def behind_colon(source: str, item: str, target: str) -> str:
    """The part of a target where a list of the source may stand: behind its colon, if the list stands behind one.

    >>> behind_colon("灭火剂：泡沫、干粉、沙", "泡沫", "Agents: foam, sand")
    ' foam, sand'
    """
    ours, theirs = _COLON.search(source), _COLON.search(target)
    if ours is None or theirs is None or source.find(item) < ours.end():
        return target
    return target[theirs.end() :]
