"""What machines and translators leave in a text that will be published: refusals, preambles, notes, open tasks.

Each kind knows what excuses it: a source that says the same kind of thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from translator.frozen import swift
from translator.languages.candidates import Hints
from translator.languages.texts import Texts

REFUSAL, REMARK, TASK, NOTE = 1, 2, 4, 8
"""Kinds of leftovers, as bits: a machine's refusal, its remarks, what is still to be done, a translator's note."""


@swift
@dataclass(frozen=True, slots=True)
class Leftover:
    """One leftover: its kind, and its span in the text that will be published."""

    kind: int
    start: int
    end: int


_TRANSLATING = "翻[译譯訳]|[译譯訳][文者注註語语]|(?i:translat|interpret)"
_MODEL = "人工智|人工知能|[语語]言模型|言語モデル|(?<![A-Za-z])AI(?![A-Za-z])|(?i:artificial intelligence|language model|chatbot|assistant)"

# What a machine says in place of a translation.
_REFUSALS = (
    # zh
    "[作身][为為](?:一[个個名款种種])?(?:由[^，。]{1,12}[开開][发發]的)?(?:人工智[能慧]|AI|(?:大型?)?[语語]言模型|大模型)",
    "我(?:只)?是(?:一[个個名款])(?:由[^，。]{1,12}[开開][发發]的)?(?:人工智[能慧]|AI|(?:大型?)?[语語]言模型)",
    "(?:我|抱歉，?|[对對]不起，?)(?:[无無]法|不能|[没沒]有?[办辦]法)(?:[为為]您)?(?:提供)?(?:[协協]助|完成)?(?:[这這]段|[该該]|此)?[^，。！？]{0,8}翻[译譯]",
    "[无無]法翻[译譯]|[请請](?:[您你])?(?:提供|[输輸]入|[粘黏][贴貼])[^，。！？]{0,12}翻[译譯]",
    "[没沒]有(?:可供?|需要)翻[译譯]的",
    # ja
    "(?:AI|人工知能|言語モデル)(?:アシスタント|言語モデル|モデル)?として(?!の)",
    "私は(?:[^、。]{0,12}の)?(?:AI|人工知能|大規模言語モデル|言語モデル)",
    "翻訳(?:する(?:こと[がは])?|を(?:行う(?:こと[がは])?)?|[がは])?(?:でき(?:ません|ない|かね)|(?:いた|致)しかね|不可能)",
    "(?:お手伝い|ご?対応|お答え|お応え)(?:する(?:こと[がは])|[がは])?(?:でき(?:ません|かね)|(?:いた|致)しかね)",
    "翻訳(?:する|したい|してほしい|対象の|元の?)?(?:文章|テキスト|原文|文)を(?:ご?(?:提供|提示|入力|教示|記入)|お(?:知らせ|送り|貼り))",
    # en
    r"\b[Aa]s an? (?:AI|artificial intelligence|(?:large )?language model)\b",
    r"\b(?:I am|I['’]m|I am just|I['’]m just) an? (?:AI|artificial intelligence|(?:large )?language model)\b",
    r"\bI (?:cannot|can['’]?t|can not|could not|couldn['’]t|am unable to|am not able to|['’]m unable to)"
    r" (?:translate|assist with|help (?:you )?with|fulfil|provide (?:a |the |this )?translation|complete this)",
    r"\bI['’]m (?:unable|not able) to (?:translate|assist|help|provide|fulfil|complete)",
    r"\b(?:unable to|cannot) (?:translate|provide a translation)",
    r"\b(?:[Pp]lease )?(?:provide|share|paste|send)(?: me)?(?: with)? the (?:\w+ )?(?:text|sentence|content)[^.!?]{0,30}\btranslat",
    r"\bI['’]m sorry, (?:but )?I (?:cannot|can['’]t|am unable to|am not able to) (?:assist|help|fulfil|comply|continue|complete|provide)",
)
# What was asked of a machine, and stands there again.
_ECHOES = (
    r"(?:将|把)(?:以下|下面|[这這]段)[^，。：]{0,12}翻[译譯][为為成]",
    r"(?:以下|次|下記)の(?:文章?|テキスト|内容|原文)を[^、。]{1,10}に?翻訳",
    r"(?i:\btranslate (?:the following|this|these|the text)\b|\btranslate (?:it )?(?:from \w+ )?(?:in)?to (?:english|japanese|chinese|simplified))",
)
_BEGIN = r"\A[\s「『“\"'*#>（(\[【`_]*"
_REMARKS = (
    # zh
    _BEGIN
    + "(?:(?:好的|[当當]然(?:可以)?|[没沒][问問][题題]|收到)[，。！,!]\\s*)?(?:以下|下面|[这這])(?:是|[为為])[^，。：:]{0,16}(?:[译譯]文|翻[译譯])(?:[结結]果|版本|文本|[内內]容)?(?:[：:，,。]|\\Z)",
    _BEGIN + "(?:好的|[当當]然(?:可以)?|[没沒][问問][题題]|收到)[，。！,!]\\s*(?:以下|下面|[这這])(?:是|[为為])",
    _BEGIN + "(?:[译譯]文|翻[译譯](?:[结結]果)?|(?:中文|英文|日文)(?:翻[译譯]|[译譯]文))(?:如下)?\\s*[：:]",
    "(?:希望|但[愿願])(?:[这這](?:[个個段份]))?(?:翻[译譯]|[译譯]文)[^。！]{0,12}(?:[帮幫]助|[满滿]意)",
    "如果?(?:[您你])?(?:[还還])?(?:需要|有)[^。！]{0,16}(?:翻[译譯]|[译譯]文)[^。！]{0,12}(?:告[诉訴]|[联聯][系繫]|[随隨][时時])",
    # ja
    _BEGIN
    + "(?:(?:はい|承知(?:いた)?しました|かしこまりました|もちろんです|わかりました)[、。！!]\\s*)?(?:以下|こちら|次)[はがに、](?:[^。：:]{0,20})(?:翻訳|訳文)(?:[^。：:、]{0,10})(?:です|になります|します|ました|示します|となります)(?:[：:。、]|\\Z)",
    _BEGIN
    + "(?:はい、|承知(?:いた)?しました[。！、]|かしこまりました[。！、]|もちろんです[。！、])\\s*(?:以下|こちら|次に)",
    _BEGIN
    + "(?:翻訳(?:文|結果)?|訳文?|(?:日本語|和|英|英語|中国語)訳)(?:は(?:以下|次)の(?:通り|とおり)です)?\\s*[：:]",
    _BEGIN + "翻訳は(?:以下|次)の(?:通り|とおり)",
    # en
    _BEGIN + r"(?i:(?:sure|certainly|of course|okay|ok|absolutely)[!,.:]+ (?:here|below|i['’]ve|i have))",
    _BEGIN
    + r"(?i:(?:here (?:is|are)|here['’]s|below is|the following is|this is)(?: \w+)? (?:\w+ ){0,4}?(?:translation|translated (?:text|version))\b)",
    _BEGIN
    + r"(?i:(?:(?:english|japanese|chinese|simplified chinese|suggested) )?(?:translation|translated text)(?: (?:is|in \w+))?\s*[:：])",
    _BEGIN + r"(?i:the (?:\w+ )?(?:translation|translated text) (?:is|would be|reads)\b)",
    r"(?i:\blet me know if you(?:['’]d| would)?(?: \w+){1,6} (?:translat|adjust|change|version|revis|alternativ))",
    r"(?i:\bnote: (?:i(?:['’]ve| have)?|the (?:translation|original|source)|this translation|in (?:this|the) translation)\b)",
    r"(?i:\bi(?:['’]ve| have) (?:translated|kept|preserved|left|maintained)\b[^.]{0,40}\b(?:the|as|original|text|tags?|placeholders?|format))",
    "注[：:]\\s*(?:我|[译譯]文|此[处處]?翻[译譯]|原文|本[译譯])",
    "(?:※|注[：:])\\s*(?:この|本|上記の)?(?:翻訳|訳文?)(?:は|では|に)",
)
_OPEN, _CLOSE = "[（(【\\[［〔《<＜{｛「『※*]", "[）)】\\]］〕》>＞}｝」』*]"
_INNER = "[^（()）【】\\[\\]［］〔〕《》<>＜＞]{0,40}?"
_TASK = (
    "待(?:确[认認定]|確[認定]|核[实實对對]|翻[译譯]|[译譯]|[补補]充|定稿|校[对對]|[审審]校|修改|完善|查[证證]|[讨討][论論])"
    "|(?:需要?|[请請])(?:再)?(?:确[认認]|確[認认]|核[实實对對])|(?:未|尚未)(?:翻[译譯]|[译譯])|存疑|[暂暫](?:[译譯]|定[译譯]名)|[译譯][文名法]?(?:不明|不确定|不確定)|原文(?:有[误誤]|不[清明])"
    "|要(?:確認|検討|修正|相談|調査|翻訳|見直し|チェック|校正|レビュー)|[未仮]訳|未翻訳|後で(?:確認|修正|翻訳|直す)|訳語?(?:不明|未定|に?自信な[しい])|原文(?:不明|誤り?)"
    "|(?i:to be (?:confirmed|checked|translated|verified|reviewed|completed|decided|clarified)"
    "|(?:needs?|needed|requires?) (?:to be )?(?:check|confirm|verif|review|translat|clarif)\\w*|(?:please|pls) (?:check|confirm|verify|review|clarify)"
    "|(?:double[- ])?check (?:this|the)? ?(?:translation|term|wording|source|name|with)|not sure|unsure|untranslated|missing translation|translation (?:missing|needed|pending)"
    "|ask (?:the )?(?:client|author|editor|customer))"
)
_TASKS = (
    f"{_OPEN}{_INNER}(?:{_TASK}){_INNER}{_CLOSE}",
    "(?:(?<=[。．.!！?？：:※*])|(?<=[。．.!！?？：:※*] )|\\A)(?:" + _TASK + ")\\s*(?:\\Z|[：:。.！!？?])",
    r"(?<![A-Za-z0-9_@#./-])(?:TODO|FIXME|TBD|TBC)(?![A-Za-z0-9_/-]|\.[A-Za-z])",
    r"(?<![A-Za-z0-9_@#./X×-])(?:XXX+|xxx+)(?![A-Za-z0-9_/X×-]|\.[A-Za-z])",
    r"[?？]{3,}|[（(\[［【][?？]{1,3}[)）\]］】]",
    r"(?i:[\[［（(【〔《※]\s*(?:T\.?/?N\.?|TL ?note|TL)\s*[:：])",
    r"(?i:\blorem ipsum\b|\bdolor sit amet\b)",
)
_NOTES = (
    "[\\[［（(【〔《※]\\s*(?:[译譯]者?[注註按]|翻[译譯](?:者)?[注註]|訳者?[注註]|訳者より|翻訳者?[注註メよコ])",
    r"(?i:[\[［（(【〔《※]\s*(?:translat(?:or|ion)(?:['’]?s?['’]?)? ?note|note (?:from|by|of) (?:the )?translator)\s*[:：])",
)
_EXCUSES = {
    REFUSAL: f"{_TRANSLATING}|{_MODEL}",
    REMARK: f"{_TRANSLATING}|[译譯訳]",
    NOTE: f"{_TRANSLATING}|[译譯訳]|(?<![A-Za-z])T\\.?/?N(?![A-Za-z])",
    TASK: "确|確|核|查|[検检檢]|[査校]|[译譯訳]|待|[暂暫]|仮|疑|未定|調整中|(?i:confirm|check|verif|review|pending|tb[acd]|to[- ]?do|translat|sure|fixme|ask)",
}
# A machine that only says it cannot help: what a person may say too.
_HELPLESS = re.compile(
    "帮|幫|协助|協助|支持|提供|回答|手伝|対応|答え|応え|助け|[无無]法|抱歉|[对對]不起|申し訳|(?i:help|assist|answer|support|provid|respond|sorry|unable|cannot|can.t)"
)
_NAMED = re.compile(f"{_TRANSLATING}|{_MODEL}")
_PATTERNS = {REFUSAL: _REFUSALS + _ECHOES, REMARK: _REMARKS, TASK: _TASKS, NOTE: _NOTES}
_SIGNS = {
    # What a sign of the last patterns may stand for in a source: an unknown, a digit, a question.
    "X": "[XxＸｘ×○〇●◯＊*＿_…某△□]|30|三十",
    "?": "[?？]",
    "L": "(?i:lorem|ipsum)",
}

# One of these is in every text that has a leftover: they are looked for first.
_STEMS = {
    REFUSAL: "翻译|翻譯|翻訳|人工智|人工知|语言模型|語言模型|言語モデル|大模型|AI|手伝いで|手伝いす|手伝いが|手伝いは|対応でき|対応する|対応が|対応は|対応いた|対応致|答えでき|答えする|答えいた|答えが|答えは|応えでき|応えする|応えが|応えは|応えいた|as a large|as a language|as an artificial"
    "|i am an artificial|i am a large|i am a language|i am just|i'm an artificial|i'm just|i’m an artificial|i’m just|i'm a l|i’m a l"
    "|i cannot|i can't|i can’t|i cant|i can not|i could|i am unable|i am not able|i'm unable|i’m unable|i'm not able|i’m not able|i'm sorry|i’m sorry|unable to translate|unable to provide"
    "|cannot translate|cannot provide|provide the|provide me|share the|share me|paste the|paste me|send the|send me|translate the|translate these|translate this"
    "|translate to|translate into|translate from|translate it",
    REMARK: "译文|譯文|訳文|翻译|翻譯|翻訳|语訳|語訳|和訳|英訳|译：|訳：|訳:|好的，|好的。|好的！|好的,|当然，|当然。|当然！|当然可|當然，|當然。|當然！|當然可|没问题|沒問題|收到，|收到。|收到！|はい、|はい。|承知|かしこ|もちろ|わかり|注：|注:|※|translation|translated"
    "|sure!|sure,|sure.|sure:|certainly!|certainly,|certainly.|certainly:|of course!|of course,|of course.|of course:|okay!|okay,|okay.|okay:|ok!|ok,|ok.|ok:|absolutely!|absolutely,|absolutely.|absolutely:|let me know|note: i|note: the|note: this|i've|i’ve|i have|i translated|i kept|i preserved|i left|i maintained",
    TASK: "待确|待確|待核|待翻|待译|待譯|待补|待補|待定|待校|待审|待審|待修|待完|待查|待讨|待討|需确|需確|需核|需再|需要确|需要確|需要核|需要再|请确|請確|请核|請核|请再|請再"
    "|未翻|未译|未譯|存疑|暂译|暫譯|暂定|暫定|译不|译文不|译名不|译法不|譯不|譯文不|譯名不|譯法不|原文|要確|要検|要修|要相|要調|要翻|要見|要チ|要校|要レ|未訳|仮訳|後で|訳不|訳未|訳に|訳自|訳語"
    "|to be confirmed|to be checked|to be translated|to be verified|to be reviewed|to be completed|to be decided|to be clarified|"
    "need check|need confirm|need verif|need review|need translat|need clarif|need to be|needs check|needs confirm|needs verif|needs review|needs translat|needs clarif|needs to be|needed check|needed confirm|needed verif|needed review|needed translat|needed clarif|needed to be|require check|require confirm|require verif|require review|require translat|require clarif|require to be|requires check|requires confirm|requires verif|requires review|requires translat|requires clarif|requires to be|required check|required confirm|required verif|required review|required translat|required clarif|required to be"
    "|please check|please confirm|please verify|please review|please clarify|pls check|pls confirm|pls verify|pls review|pls clarify|check this|check the|check translation|check term|check wording|check source|check name|check with|not sure|unsure|untranslated|missing translation|translation missing"
    "|translation needed|translation pending|ask the|ask client|ask author|ask editor|ask customer|todo|fixme|tbd|tbc|xxx|???|？？？|(?|（?|(？|（？|[?|[？|［?|［？|【?|【？|lorem ipsum|dolor sit|tn|t/n|t.n|tl",
    NOTE: "译注|译註|譯注|譯註|译者|譯者|译按|譯按|訳注|訳註|訳者|翻译|翻譯|翻訳|translator|translators|translation note|note from|note by|note of",
}


@cache
def _hints() -> Hints:
    return Hints((word, kind) for kind, words in _STEMS.items() for word in words.split("|"))


@cache
def _pattern(kind: int) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in _PATTERNS[kind]))


@cache
def _excuse(kind: int) -> re.Pattern[str]:
    return re.compile(_EXCUSES[kind])


def may_have_leftovers(text: str) -> int:
    """The kinds of leftovers that a text may have, as bits: never too few, at times too many."""
    return _hints().read(text)


def having_leftovers(texts: Texts) -> int:
    """The texts that may have leftovers."""
    return texts.suggesting(_hints())


def leftovers(source: str, target: str) -> tuple[Leftover, ...]:
    """What a machine or a translator left in a target, and its source says nothing like: by kind, then in order.

    >>> [(each.kind == TASK, each.start) for each in leftovers("时间", "時間（要確認）")]
    [(True, 2)]
    """
    may = may_have_leftovers(target)
    if not may:
        return ()
    found: list[Leftover] = []
    for kind in _PATTERNS:
        if may & kind:
            found += [
                Leftover(kind, *match.span())
                for match in _pattern(kind).finditer(target)
                if not _is_excused(kind, match[0], source, target)
            ]
    return tuple(found)


def _is_excused(kind: int, found: str, source: str, target: str) -> bool:
    """Whether a source says something like a leftover."""
    if found.strip() in source:
        return True
    if kind == REFUSAL and _NAMED.search(found) is None and _HELPLESS.search(source) is not None:
        return True
    if kind == TASK:
        sign = _sign(found)
        if sign:
            return re.search(_SIGNS[sign], source) is not None
        if found[0] in _BRACKETS and _brackets(target) > _brackets(source):
            return False
    return _excuse(kind).search(source) is not None


_BRACKETS = "（(【[［〔《<＜{｛「『※*）)】]］〕》>＞}｝」』"


def _brackets(text: str) -> int:
    return sum(map(text.count, _BRACKETS))


def _sign(found: str) -> str:
    """What stands for something that is not written yet, by its first kind: X, ? or L (lorem ipsum); "" for words."""
    if not found.strip(_BRACKETS + "?？"):
        return "?"
    if not found.strip("xX"):
        return "X"
    return "L" if found.lower().startswith(("lorem", "dolor")) else ""


# One word of the source may be two in English, or in the other ideographs.
_PAIRED = (
    "切り?替|切[换換]|日時|日期|[开開][关關闭閉]|往[复復返]|出入|入出|送受|收[发發]|読み書|[读讀][写寫]|上下|左右|男女|昼夜|[昼晝]夜|前[后後]|新旧|新[舊]|[増增][減减]|升降"
    "|合否|真[偽伪假值値]|正[負负]|[陰阴][陽阳]|血[圧压壓]|[启啟]停|[発发收]着|売買|[买買][卖賣]|父母|両親|[双雙][亲親]|夫[妻婦妇]|配偶|师生|兄|姉|姐|性[别別]|保護者|[监監][护護]人|家[长長]"
    "|(?i:toggle|switch|gender|parents|couple|both|boolean|sibling|date)"
)
_EITHER = re.compile(
    "[/／|｜・·+&\\\\()（）]|[或和与與及跟还還並并且や]|または|もしくは|あるい|たり|[一-鿿ァ-ヶー]と[一-鿿ァ-ヶー]|(?i:\\b(?:or|and|either|versus|vs)\\b)|[是否有没]{2}|"
    + _PAIRED
)
_SLASHED = re.compile(
    r"(?<![A-Za-z0-9/／<.\\~_@-])[A-Za-z]?[a-z]{3,} ?[/／] ?(?!(?:second|minute|hour|day|week|month|year|person|dose)\b)[A-Za-z]?[a-z]{3,}(?![A-Za-z0-9/／.(_@-])"
    "|(?<![/／])[ぁ-ヿ一-鿿]{2,4}(?<![A-Za-z0-9/／])[/／](?![^。、，]{0,12}[/／])[ぁ-ヿ一-鿿]{2,4}"
)


def undecided(source: str, target: str) -> tuple[int, int] | None:
    """Where a target gives two words for one, with a slash between them that nothing in the source asks for.

    >>> undecided("患者は改善した。", "The patients/participants improved.")
    (4, 25)
    """
    found = _SLASHED.search(target)
    if found is None or _EITHER.search(source) is not None:
        return None
    one, two = re.split(" ?[/／] ?", found[0])
    is_kept = (one in source) + (two in source)
    return None if is_kept == 2 or (is_kept and found[0].isascii()) else found.span()
