"""What one text says with a denial and another without: “unchanged” and 没有变化, and where a denial may deny nothing."""

from __future__ import annotations

import re

# A question may deny in one language alone (这不是吗), a double denial affirms.
TURNED = re.compile(
    r"[?？]\s*$|^\W*(?:Is|Are|Was|Were|Does|Did|Won|Ca|Could|Would|Should|Has|Have)n['’]t\b|[吗嗎]。?$|(?:\bnot|n['’]t|\bnever)\W{1,3}(?:\w+ )?forg[eo]t|[不别別勿没沒莫难難](?:要|会|會|能|可|得)?忘|忘れ(?:られ)?(?:ない|ず|ません|な[。！])|でも構い|しか.{0,24}(?:ない|ません)"
)
# What the one text may say with a plain word, and how the other says it without.
SAME = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(two, re.IGNORECASE))
    for one, two in (
        (
            "[没沒]有?[问問][题題]|問題[はも]?(?:あり|ない|なく)|no problem",
            r"\b(?:fine|safe|safely|ok|okay|right|well)\b|可以|大丈夫|正常|正确",
        ),
        (r"\bnot (?:ok|okay|right|well)\b|n['’]t work\b|不可用|使用できません", "[问問][题題]|故障|ダウン|down"),
        (
            "関係[がは]?(?:あり|ない|なく)|no matter",
            r"[无無][论論]|不[论論管]|\bwhether\b|\bregardless\b|問わ|関わら|かかわら",
        ),
        (
            r"(?s)^(?!.*(?:抵抗|耐性|[難难]治|\bresist|\brefract)).*"
            r"(?:n['’]t respond|\bnot respond|\bno response|[无無没沒]有?反应|応答しない|反応しない)",
            r"抵抗|耐性|難治|耐[药藥]|[难難]治|\bresist|\brefract",
        ),
        (
            r"(?:\bnot|n['’]t)\b.{0,40}\bas \w+|不如|[没沒]有?.{0,12}那[么麼样樣]|ほど.{0,12}(?:ない|なかった|ません)",
            r"より|比|[优優劣高低大小多少]于|\bthan\b",
        ),
        (
            r"without (?:any )?exception|without fail|例外なく|[无無]一?例外",
            r"\ball\b|\bevery|\balways\b|[所全]|すべて|均|都|必ず",
        ),
        (
            r"\bno (?:\w+ )*differ|\bnot? differ|n['’]t differ|差[がは]?(?:認め|見|み|な|あり)|差異|[无無没沒][^，。]{0,8}(?:差|区别)|不同",
            r"(?s)^(?!.*(?:差[异異別别が]|\bdiffer)).*(?:相当|相當|同等|同程度|相近|相似|\bequal|\bequiv|\bcompar|\bsimilar|\bidentic)",
        ),
        (
            r"\b(?:not|cannot|never)\b.{0,50}\bwithout\b|n['’]t\b.{0,50}\bwithout\b|(?:なし|無し|ずに?|ない)(?:で|に)?は.{0,30}(?:ない|ません)",
            r"必[须須需]|只[能有可]|一定|才能|必ず|だけ|のみ|限[りらる]|\bmust\b|\bonly\b|\brequire|\bneed|\balways\b",
        ),
        (
            r"\bno (?:\w+ )?change|n['’]t change|\bnot (?:\w+ )?change|[无無没沒][有]?[^，。]{0,6}[变變]化|不[变變]|[变変]化[はがも]?(?:な[いくし]|認め|見|み|あり)|変わ(?:ら|り(?:な|ま))",
            r"\b(?:un|in)?(?:stable|steady|constant|same)\b|\bstabil|\bunchanged|\bremain|\bsteadily|\bplateau|\bmaintain|安定|一定|横ばい|維持|保たれ|そのまま|同じ|[稳穩]定|持平|[维維]持|保持|[恒恆]定|如常|依[旧舊然]|同[样樣]|照[旧舊]",
        ),
        (
            r"\bif not\b|ない(?:場合|とき|時|限り)|なければ|ません(?:と|場合)|\bif (?:\w+ ){1,4}(?:not|n['’]t)\b",
            r"否[则則]|不然|要不|\botherwise\b|\bor else\b|\bunless\b|さもな|そうでな|\bfail|\blest\b",
        ),
        # What else holds: “otherwise”, in the other cases.
        (
            r"(?:そうでな|で(?:は)?な|[さしきれけえ]な)(?:い|かった)(?:場合|とき|時)",
            r"其他情[况況]|其余|其餘|それ以外|\b(?:otherwise|else|in all other|remaining)\b|あるいは|[则則]默认|的[话話]",
        ),
        # A form says what is wrong, or what is asked for.
        (
            r"不(?:能|可|得)?[为為]?空|空(?:に|で)は?(?:でき|いけ|なら|あり)|\bnot be (?:left )?(?:empty|blank)",
            r"^(?!.*(?:[非不][为為]?空|空(?:に|で)は?(?:な|でき|い))).*(?:空|必[须須需要]|必須|入力|\bempty|\bblank|\brequir|\bmissing)",
        ),
        (
            r"[无無]法|不能|できな|できま|\bcannot|n['’]t\b|\bunable",
            r"\btrouble|\bproblem|\bdifficult|問題|问题|困[难難]|トラブル",
        ),
        (
            r"未|[没沒]|まだ.{0,30}(?:ない|ません)|\bnot (?:\w+ ){0,2}yet|\byet to\b",
            r"\bpending|\bawait|\boutstanding|\bstill to\b|\bleft to\b|保留|待[ちた]|等待|待[审審确確处處定]|仍[需待在]|残って|これから",
        ),
        (
            r"\bno longer|\bany ?more\b|不再|なくな[りっる]",
            r"終了|終わ|終え|停止|中止|[结結]束|[终終]止|已[经經]|廃止|\bdiscontinu|\bended|\bstopp|\bformer|\bceas|[从從]此",
        ),
        (
            r"未[联聯連接][网網线線]|[没沒]有?(?:联网|聯網|连网|网络|網路|网)|\bnot (?:connected|online)|no (?:network|internet)"
            r"|接続され|つながって|繋がって|接続して",
            r"\boffline|オフライン|离线|離線|脱机|断网|斷網",
        ),
        # A bound is told from either side: “not above the line”, 満水線以下に.
        (
            r"(?:\bnot|n['’]t|\bnever)\b.{0,24}\b(?:above|over|beyond|past|exceed|more than)|[不勿别別].{0,6}[超过過逾]|(?:超|上回|越)[えっ].{0,10}(?:ない|ません|ず)",
            r"以[下内內]|之[内內]|まで|限|\bor (?:below|less|under|fewer)|\bat most|\bup to|\bwithin|\bno more|\bmax|\bbelow|\bunder\b|最[大多]",
        ),
        (
            r"(?:\bnot|n['’]t|\bnever)\b.{0,24}\b(?:below|under|less than)|[不勿别別].{0,6}[低少]|(?:下回|割).{0,10}(?:ない|ません|ず)",
            r"以上|至少|\bor (?:above|more|over)|\bat least|\bmin|最[低小少]|\babove",
        ),
        # The number itself is left out: 7岁以下（不含7岁） is 7歳未満.
        (
            r"[(（][^()（）]{0,8}(?:不[包含]|[除含]|not incl|excl)",
            r"未[満满滿]|[<＜>＞超]|\b(?:less|more|under|over|below|above|before)\b",
        ),
        # Who may not yet may from then on: お酒は20歳になってから.
        (
            r"未[満满滿]|不[满滿足到]|\bunder\b|\bbelow\b|\byounger",
            r"(?:なって|して)から|(?:なっ|し)たら|才[可能]|方可|以[後降后]|\bonce\b|\bafter\b|\bolder|\bonly\b|\bover\b",
        ),
        # 水干之前不要走动 is “wait until the floor is dry”.
        (
            r"前|まで|直到|\buntil\b|\bbefore\b",
            r"\bwait|等[待到]|待っ|待ち|[てで]から|たら|\bonce\b",
        ),
        # “Keep it closed” is 開けないで, “stay at home” 不要来校.
        (
            r"(?s)^(?!.*(?:保[存管留]|[置存留]|\bkeep|\bstay|\bremain|\bstor)).*(?:勿|不[要可得准许許能宜会會再]|别|別|禁|[なく]い|ません|ず|\bnot\b|n['’]t\b|\bnever\b|\bprohib|\bforbid)",
            r"\b(?:keep|keeps|kept|stay|stays|remain|remains)\b|保持|留在|待在|ままに|たまま|[続續]け",
        ),
        (
            r"矛盾|[衝冲]突|不一致|食い違|\binconsist|\bcontradict|\bconflict|\bdisagree",
            r"(?s)^(?!.*不一致).*(?:一致|合致|符合|相符|吻合|\bconsistent|\bagree|\bin line|\baccord|\bmatch)",
        ),
        (
            r"[绕繞]|寄り道|中途|途中|\bdetour|\bon the way",
            r"まっすぐ|真っ?直|直接|\bstraight\b|\bdirectly\b|そのまま",
        ),
        (
            r"[结結][块塊]|顆粒|颗粒|だま(?!し|さ|っ|り)|ダマ|\blumps?\b|血|赤い|pink",
            r"\bsmooth|なめらか|滑らか|均匀|均勻|[细細][腻膩滑]|\bclear\b|透明",
        ),
        (
            r"without (?:\w+ )?(?:treatment|intervention)|\buntreated",
            r"自行|自然|自[动動愈癒己]|ひとりで|おのずと",
        ),
        # Two denials affirm: 知らない人はいない, 没有人不知道.
        (
            r"な(?:い|かった)(?:人|者|方|もの|日|こと|わけ)?[はも](?:い|な|あり)|ざるを得|ずには|[没沒]有?(?:一个|一個)?人不|[无無]人不|[无無]不|非.{1,12}不可|缺一不可|欠かせ"
            r"|\bno ?(?:one|body).{1,16}(?:n['’]t|not)\b|\bcannot but|\bcan['’]t help",
            r"\b(?:every|all|any|must|always|have to|has to|need|essential|indispens|vital)|[都皆全必]|谁也|誰も|だれも|どなたも|みな|すべて|いつも|必ず|必要|不可欠",
        ),
        # Nothing is cheaper than the cheapest.
        (
            r"[没沒]有?比.{1,16}更|[没沒]有?.{0,8}能比|[无無]出其右|より.{1,16}(?:もの|人|方法|こと)?[はもが]?(?:な[いく]|ありません|いない)|\bno(?:thing| one|body)? .{0,24}(?:more|er) .{0,24}than|\bnothing (?:beats|like)",
            r"最|\w{3,}est\b|\bmost\b|\bbest\b|一番|いちばん|もっとも",
        ),
        # Who must not go alone must be accompanied.
        (
            r"(?:不得|不可|不能|不要|请勿|請勿|禁止|勿|[严嚴]禁).{0,6}(?:[单單][独獨]|独自)|(?:一人|ひとり|単独)で.{0,14}(?:ない|ません|禁)|\b(?:not|never).{0,30}\b(?:alone|unaccompanied|unattended|on (?:your|their) own)",
            r"\baccompan|\bwith an? |\bsupervis|陪同|陪伴|同伴|一緒|付き添|とともに|連れ",
        ),
        # What is swallowed whole is not chewed.
        (
            r"[嚼咬]|かみ砕|噛|割ら|つぶさ|\bchew|\bcrush|\bbreak",
            r"\bwhole\b|整[粒片颗顆]|丸ごと|まるごと|そのまま|完整",
        ),
        (
            r"引けを取ら|[见見不]?[逊遜]色|不[比输輸差亚亞]|劣ら|\bno(?:t)? (?:worse|less)",
            r"\bas \w+ as|\bequal|\bmatch|一[样樣]|同[样樣等]|並ぶ|等しい",
        ),
        (r"[目手]を離", r"\beyes?\b|\bwatch|\bhold|看[着著好住管护護]|盯|[照留]|注意|握|抓|見守|見て"),
        (r"\buntil\b|まで|直到|才", r"才|[之以]?[后後](?!台|端)|\bafter\b|\buntil\b|まで|直到|初めて"),
    )
)


def says_the_same(one: str, two: str) -> bool:
    """Whether one of two texts says with a denial what the other says without, or is a question.

    >>> says_the_same("It has not changed.", "状態は安定している。"), says_the_same("熱はありませんか？", "Any fever?")
    (True, True)
    """
    if TURNED.search(one) or TURNED.search(two):
        return True
    return any(
        (said.search(one) and meant.search(two)) or (said.search(two) and meant.search(one)) for said, meant in SAME
    )
