"""Denials, refusals, prohibitions and permissions of one sentence in three languages: what says the same, and what does not."""

from __future__ import annotations

from itertools import permutations

import pytest

from translator.languages.claims import compare_negation

TAGS = ("zh-Hans", "ja", "en")
# One line says the same in zh, ja and en.
SAME = [
    # medicine
    ("服药期间请勿饮酒。", "服用中の飲酒はお控えください。", "Refrain from alcohol while taking this medicine."),
    ("孕妇禁用。", "妊娠中の方は使用しないでください。", "Contraindicated in pregnancy."),
    ("避免与抗凝药合用。", "抗凝固薬との併用は避けること。", "Avoid using it together with anticoagulants."),
    ("切勿嚼碎药片。", "錠剤をかみ砕いてはいけません。", "Never chew the tablets."),
    ("手术前一天晚上起禁食。", "手術前日の夜から絶食してください。", "Do not eat from the evening before the operation."),
    ("病情稳定，没有变化。", "病状は安定している。", "The condition is stable."),
    ("该药尚未获批用于儿童。", "本剤は小児への使用が未承認です。", "The drug is not yet approved for children."),
    ("血压没有变化。", "血圧は横ばいだった。", "Blood pressure remained constant."),
    ("若三天后仍无好转，请就医。", "3日たっても良くならない場合は受診してください。", "See a doctor if you are no better after three days."),
    ("忘记服药时，不要一次服用两次的量。", "飲み忘れた場合でも、2回分を一度に飲まないでください。", "If you forget a dose, do not take two at once."),
    ("忌食辛辣。", "辛いものは控えてください。", "Avoid spicy food."),
    ("每日不得超过四片。", "1日4錠を超えないこと。", "Take no more than four tablets a day."),
    ("保存温度不高于30℃。", "30℃以下で保存する。", "Store at a temperature no higher than 30°C."),
    # business and law
    ("逾期恕不受理。", "期限後の申請は受け付けません。", "Late applications will not be accepted."),
    ("未经许可，禁止转载。", "無断転載を禁じます。", "Reproduction without permission is prohibited."),
    ("本票不得转让。", "本券の譲渡はできません。", "This ticket is non-transferable."),
    ("运费全免。", "送料は無料です。", "Shipping is free of charge."),
    ("会员无需支付年费。", "会員は年会費が不要です。", "Members need not pay an annual fee."),
    ("请在周五前付款，否则订单将被取消。", "金曜日までにお支払いください。お支払いがない場合、注文は取り消されます。", "Please pay by Friday, otherwise the order will be cancelled."),
    ("价格不含消费税。", "価格は消費税を除きます。", "The price excludes consumption tax."),
    ("人为损坏不在保修范围内。", "お客様による破損は保証の対象外です。", "Damage caused by the user is not covered by the warranty."),
    ("甲方不承担连带责任。", "甲は連帯責任を免れる。", "Party A is exempt from joint liability."),
    ("员工严禁泄露客户信息。", "社員が顧客情報を漏らすことは固く禁じられています。", "Employees are forbidden to disclose customer information."),
    ("该协议自签字起失效。", "この契約は署名の日から効力を失います。", "The agreement ceases to have effect on signature."),
    ("董事会否决了该提案。", "取締役会はその案を否決した。", "The board rejected the proposal."),
    ("我们婉拒了对方的邀请。", "先方の招待は辞退しました。", "We declined their invitation."),
    ("他缺席了会议。", "彼は会議を欠席した。", "He was absent from the meeting."),
    # museum and hotel
    ("展厅内请勿触摸展品。", "展示品にはお手を触れないでください。", "Please refrain from touching the exhibits."),
    ("馆内谢绝拍照。", "館内での撮影はご遠慮ください。", "Photography is not allowed inside the museum."),
    ("恕不接待团体。", "団体のお客様はお断りしております。", "We regret that groups cannot be accommodated."),
    ("禁止携带宠物入内。", "ペットの同伴はご遠慮いただいております。", "No pets."),
    ("全馆禁烟。", "全館禁煙です。", "The whole building is non-smoking."),
    ("深夜请勿大声喧哗。", "深夜の大声はおやめください。", "Kindly do not speak loudly late at night."),
    ("请避开高峰时段。", "混雑時間帯は避けてください。", "Please avoid peak hours."),
    ("学龄前儿童免费。", "未就学児は無料です。", "Children under school age enter free of charge."),
    ("客房内不得使用明火。", "客室での火気の使用は禁止です。", "Open flames must not be used in the rooms."),
    ("退房时间不晚于上午11点。", "チェックアウトは午前11時までです。", "Check-out is no later than 11 a.m."),
    ("入场时间不早于九点。", "入場は9時以降です。", "Admission is no sooner than nine."),
    ("除周一外每天开放。", "月曜日を除く毎日開館。", "Open daily except Mondays."),
    # devices
    ("请勿将设备浸入水中。", "本機を水に浸さないでください。", "Keep the device out of water; do not immerse it."),
    ("请勿自行拆卸。", "ご自身で分解するのはおやめください。", "Never take it apart yourself."),
    ("避免阳光直射。", "直射日光を避けてください。", "Keep away from direct sunlight."),
    ("本机不防水。", "本機は防水ではありません。", "This device is not waterproof."),
    ("无需工具即可安装。", "工具なしで取り付けられます。", "It can be installed without tools."),
    ("电池不可更换。", "電池は交換できません。", "The battery is not replaceable."),
    ("长时间不使用时，请取出电池。", "長期間使用しないときは電池を取り出してください。", "Remove the batteries when the device is not in use for a long time."),
    ("误差不超过2%。", "誤差は2%以内です。", "The error does not exceed 2%."),
    # words that only look like denials
    ("未成年人须由家长陪同。", "未成年者は保護者の同伴が必要です。", "Minors must be accompanied by a parent."),
    ("SLE 随机试验", "SLE 無作為試験", "Randomized trial in SLE"),
    ("肾功能不全患者", "腎機能障害のある患者", "Patients with impaired kidneys"),
    ("皮肤完好。", "皮膚に損傷はない。", "The skin is intact."),
    ("该值必须为整数。", "値は整数でなくてはなりません。", "The value must be an integer."),
    ("不得不推迟。", "延期せざるを得なかった。", "It had to be postponed."),
    ("编号3的房间", "3号室", "Room No. 3"),
    ("戒烟有助于康复。", "禁煙は回復に役立ちます。", "Giving up smoking helps recovery."),
    ("展品如有更换，恕不另行通知。", "展示品は予告なく変更することがあります。", "Exhibits are subject to change without notice."),
    ("周一休馆，节假日除外。", "月曜休館（祝日を除く）。", "Closed on Mondays except on public holidays."),
    ("法院驳回了上诉。", "裁判所は控訴を棄却した。", "The court dismissed the appeal."),
]  # fmt: skip
# The right line in zh, ja and en, and the same three with the denial gone.
TURNED = [
    # medicine
    (("服药期间请勿饮酒。", "服用中の飲酒はお控えください。", "Refrain from alcohol while taking this medicine."),
     ("服药期间可以饮酒。", "服用中は飲酒できます。", "You may drink alcohol while taking this medicine.")),
    (("孕妇禁用。", "妊娠中の方は使用しないでください。", "It must not be used during pregnancy."),
     ("孕妇可用。", "妊娠中の方もお使いください。", "It may be used during pregnancy.")),
    (("避免与抗凝药合用。", "抗凝固薬との併用は避けること。", "Avoid using it together with anticoagulants."),
     ("可与抗凝药合用。", "抗凝固薬と併用できる。", "Use it together with anticoagulants.")),
    (("这是预防而不是治疗。", "これは予防であって、治療ではありません。", "This is prevention, not treatment."),
     ("这既是预防也是治疗。", "これは予防であり、治療でもあります。", "This is prevention and treatment.")),
    (("该药未获批用于儿童。", "本剤は小児への使用が未承認です。", "The drug is unapproved for children."),
     ("该药已获批用于儿童。", "本剤は小児への使用が承認されています。", "The drug is approved for children.")),
    (("如忘记服药，请勿加倍补服。", "飲み忘れても、2回分を飲まないでください。", "If you forget a tablet, do not take two at once."),
     ("如忘记服药，请加倍补服。", "飲み忘れたら、2回分を飲んでください。", "If you forget a tablet, take two at once.")),
    (("严重肾损害患者不得使用。", "重度の腎障害のある患者には使用しないこと。", "Patients with severely impaired kidneys must not use it."),
     ("严重肾损害患者可以使用。", "重度の腎障害のある患者に使用できる。", "Patients with severely impaired kidneys may use it.")),
    (("手术前一天禁食。", "手術の前日は何も食べないでください。", "Do not eat on the day before the operation."),
     ("手术前一天请进食。", "手術の前日は食事をしてください。", "Eat on the day before the operation.")),
    # business and law
    (("运费免费。", "送料は無料です。", "You do not pay for shipping."),
     ("运费由您支付。", "送料はお客様のご負担です。", "You pay for shipping.")),
    (("会员无需支付年费。", "会員は年会費が不要です。", "Members need not pay an annual fee."),
     ("会员须支付年费。", "会員は年会費を支払います。", "Members pay an annual fee.")),
    (("进水损坏不在保修范围内。", "水濡れによる損傷は保証の対象外です。", "Damage by water is not covered by the warranty."),
     ("进水损坏在保修范围内。", "水濡れによる損傷は保証の対象です。", "Damage by water is covered by the warranty.")),
    (("本票不得转让。", "本券の譲渡は禁止です。", "This ticket cannot be transferred."),
     ("本票可以转让。", "本券は譲渡できます。", "This ticket can be transferred.")),
    (("价格不含税。", "価格は税を含みません。", "The price excludes tax."),
     ("价格含税。", "価格は税込みです。", "The price includes tax.")),
    (("员工严禁泄露客户信息。", "社員による顧客情報の開示は禁じられています。", "Employees are forbidden to share customer information."),
     ("员工可以公布客户信息。", "社員は顧客情報を開示できます。", "Employees may share customer information.")),
    # museum and hotel
    (("馆内谢绝拍照。", "館内での撮影はご遠慮ください。", "Photography is prohibited inside the museum."),
     ("馆内欢迎拍照。", "館内での撮影は自由にどうぞ。", "Photography is welcome inside the museum.")),
    (("全馆禁烟。", "全館禁煙です。", "Smoking is banned in the whole building."),
     ("全馆可吸烟。", "全館で喫煙できます。", "Smoking is allowed in the whole building.")),
    (("恕不接待宠物。", "ペットの同伴はお断りしております。", "Pets cannot be accommodated."),
     ("欢迎携带宠物。", "ペットの同伴を歓迎します。", "Pets are welcome.")),
    (("展品请勿触摸。", "展示品に手を触れないでください。", "Refrain from touching the exhibits."),
     ("展品可以触摸。", "展示品に手を触れてください。", "You are welcome to touch the exhibits.")),
    # devices
    (("请勿将设备浸入水中。", "本機を水に浸さないでください。", "Never immerse the device in water."),
     ("请将设备浸入水中。", "本機を水に浸してください。", "Immerse the device in water.")),
    (("避免阳光直射。", "直射日光は避けてください。", "Avoid direct sunlight."),
     ("请置于阳光直射处。", "直射日光に当ててください。", "Place it in direct sunlight.")),
    (("电池不可更换。", "電池は交換できません。", "The battery is not replaceable."),
     ("电池可以更换。", "電池は交換できます。", "The battery is replaceable.")),
    (("故障时请勿自行修理。", "故障の際は自分で修理しないでください。", "In case of failure, do not repair it yourself."),
     ("故障时请自行修理。", "故障の際は自分で修理してください。", "In case of failure, repair it yourself.")),
    # law, and what else denies
    (("不得单方面解除合同。", "一方的に契約を解除してはならない。", "The contract may not be terminated unilaterally."),
     ("可单方面解除合同。", "一方的に契約を解除できる。", "The contract may be terminated unilaterally.")),
    (("本品不含防腐剂。", "本品は保存料を含みません。", "This product contains no preservatives."),
     ("本品含有防腐剂。", "本品は保存料を含みます。", "This product contains preservatives.")),
    (("更新期间切勿断电。", "更新中は電源を切らないでください。", "Never switch off the power during the update."),
     ("更新期间请断电。", "更新中は電源を切ってください。", "Switch off the power during the update.")),
    (("试验中未观察到严重不良事件。", "試験では重篤な有害事象は認められなかった。", "No serious adverse events were observed."),
     ("试验中观察到严重不良事件。", "試験では重篤な有害事象が認められた。", "Serious adverse events were observed.")),
    (("早餐免费。", "朝食は無料です。", "Breakfast is free."),
     ("早餐收费。", "朝食は有料です。", "Breakfast is charged for.")),
    (("他缺席了会议。", "彼は会議を欠席した。", "He was absent from the meeting."),
     ("他出席了会议。", "彼は会議に出席した。", "He attended the meeting.")),
    (("该申请未获批准。", "この申請は却下された。", "The application was refused."),
     ("该申请获得批准。", "この申請は承認された。", "The application was granted.")),
    (("用水而不是用酒精清洁。", "アルコールではなく水で拭いてください。", "Clean it with water rather than alcohol."),
     ("用水和酒精清洁。", "アルコールと水で拭いてください。", "Clean it with water and alcohol.")),
]  # fmt: skip


@pytest.mark.parametrize("texts", SAME, ids=lambda texts: texts[2][:40])
def test_denials_that_agree(texts: tuple[str, str, str]) -> None:
    for one, two in permutations(range(3), 2):
        assert compare_negation(texts[one], texts[two], TAGS[one], TAGS[two]) == ()


@pytest.mark.parametrize(("right", "wrong"), TURNED, ids=lambda texts: texts[2][:40])
def test_denials_that_are_lost_or_added(right: tuple[str, str, str], wrong: tuple[str, str, str]) -> None:
    for one, two in permutations(range(3), 2):
        assert compare_negation(right[one], right[two], TAGS[one], TAGS[two]) == ()
        assert compare_negation(wrong[one], wrong[two], TAGS[one], TAGS[two]) == ()
    told = [
        (one, two)
        for one in range(3)
        for two in range(3)
        if compare_negation(right[one], wrong[two], TAGS[one], TAGS[two])
    ]
    assert told == [(one, two) for one in range(3) for two in range(3)]
