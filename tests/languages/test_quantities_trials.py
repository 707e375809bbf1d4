"""Sixty medical sentences in three languages: every two of them agree, and no number may change unseen."""

from __future__ import annotations

import itertools

import pytest

from translator.languages.quantities import compare

LANGUAGES = ("zh-Hans", "ja", "en")
# (zh, ja, en)
TRIPLES = [
    (
        "患者每日口服泼尼松 5 mg/kg，连续 14 天。",
        "患者はプレドニゾン 5 mg/kg を1日1回、14日間経口投与した。",
        "Patients took oral prednisone 5 mg/kg daily for 14 days.",
    ),
    (
        "SLEDAI 评分由 18.4 → 10.8 → 7.9。",
        "SLEDAIスコアは 18.4 → 10.8 → 7.9 と推移した。",
        "The SLEDAI score went 18.4 → 10.8 → 7.9.",
    ),
    (
        "血小板计数从 98×10^9/L 升至 152×10^9/L。",
        "血小板数は 98×10^9/L から 152×10^9/L に上昇した。",
        "Platelets rose from 98 × 10^9/L to 152 × 10^9/L.",
    ),
    (
        "年龄≥18岁且<65岁。",
        "年齢は18歳以上65歳未満。",
        "Age ≥18 and <65 years.",
    ),
    (
        "随访半年后，12例中有9例缓解。",
        "半年の追跡後、12例中9例が寛解した。",
        "After half a year of follow-up, 9 of 12 patients were in remission.",
    ),
    (
        "总有效率为 83.3%（10/12），P=0.013。",
        "全奏効率は83.3%（10/12）、P=0.013であった。",
        "The overall response rate was 83.3% (10/12), P = 0.013.",
    ),
    (
        "HR 0.62，95%CI 0.45～0.86。",
        "HR 0.62、95%CI 0.45〜0.86。",
        "HR 0.62 (95% CI, 0.45 to 0.86).",
    ),
    (
        "令和6年4月1日起施行。",
        "令和6年4月1日から施行する。",
        "Effective April 1, 2024.",
    ),
    (
        "民国113年3月核准。",
        "2024年3月承認。",
        "Approved in March 2024.",
    ),
    (
        "输注 3-28 个月后复发。",
        "輸注後3〜28か月で再発した。",
        "Relapse occurred 3–28 M after infusion.",
    ),
    (
        "每8小时一次，每次2片。",
        "8時間ごとに1回2錠。",
        "Two tablets every 8 hours.",
    ),
    (
        "2泊3日检查套餐。",
        "2泊3日の検査コース。",
        "A 3-day, 2-night check-up.",
    ),
    (
        "一年半的随访。",
        "1年半の追跡。",
        "A follow-up of one and a half years.",
    ),
    (
        "剂量比为 1:2。",
        "用量比は1:2。",
        "The dose ratio was 1:2.",
    ),
    (
        "不足10%的患者出现发热。",
        "発熱は10%未満の患者に認められた。",
        "Fever occurred in fewer than 10% of patients.",
    ),
    (
        "细胞数为 1×10^6/kg。",
        "細胞数は1×10⁶/kg。",
        "The cell dose was 1×10^6/kg.",
    ),
    (
        "体温38.5℃，心率110次/分。",
        "体温38.5℃、心拍数110回/分。",
        "Temperature 38.5 °C, heart rate 110 beats/min.",
    ),
    (
        "血红蛋白 9.8 g/dL，肌酐 1.2 mg/dL。",
        "ヘモグロビン9.8 g/dL、クレアチニン1.2 mg/dL。",
        "Hemoglobin 9.8 g/dL, creatinine 1.2 mg/dL.",
    ),
    (
        "15例患者（男3例，女12例）。",
        "15例（男性3例、女性12例）。",
        "Fifteen patients (3 men and 12 women).",
    ),
    (
        "24小时尿蛋白由 3.5 g 降至 0.4 g。",
        "24時間尿蛋白は3.5 gから0.4 gに低下した。",
        "24-hour urinary protein fell from 3.5 g to 0.4 g.",
    ),
    (
        "第3周期第1天给药。",
        "第3サイクルの1日目に投与。",
        "Given on day 1 of cycle 3.",
    ),
    (
        "Ⅲ期临床试验纳入120人。",
        "第III相試験に120人が登録された。",
        "The phase III trial enrolled 120 people.",
    ),
    (
        "术后第2天出院。",
        "術後2日目に退院。",
        "Discharged on postoperative day 2.",
    ),
    (
        "五年生存率达到九成。",
        "5年生存率は9割に達した。",
        "The five-year survival rate reached 90%.",
    ),
    (
        "约三分之二的患者。",
        "患者の約3分の2。",
        "About two thirds of the patients.",
    ),
    (
        "费用为 120 万日元。",
        "費用は120万円。",
        "The cost is 1.2 million yen.",
    ),
    (
        "10亿个细胞分3次输注。",
        "10億個の細胞を3回に分けて輸注した。",
        "One billion cells were infused in 3 doses.",
    ),
    (
        "C3 从 0.55 g/L 升到 0.91 g/L，C4 从 0.08 g/L 升到 0.19 g/L。",
        "C3は0.55 g/Lから0.91 g/Lへ、C4は0.08 g/Lから0.19 g/Lへ上昇した。",
        "C3 rose from 0.55 g/L to 0.91 g/L and C4 from 0.08 g/L to 0.19 g/L.",
    ),
    (
        "抗dsDNA抗体 320→85 IU/mL。",
        "抗dsDNA抗体 320→85 IU/mL。",
        "Anti-dsDNA antibodies 320→85 IU/mL.",
    ),
    (
        "保存温度 2～8℃，有效期24个月。",
        "2〜8℃で保存、有効期間24か月。",
        "Store at 2–8 °C; shelf life 24 months.",
    ),
    (
        "每周2次，共4周，总计8次。",
        "週2回、4週間、計8回。",
        "Twice a week for 4 weeks, 8 times in total.",
    ),
    (
        "每日三次，饭后30分钟服用。",
        "1日3回、食後30分に服用。",
        "Take three times a day, 30 minutes after meals.",
    ),
    (
        "隔日给药 40 mg。",
        "40 mgを隔日投与。",
        "40 mg every other day.",
    ),
    (
        "减量至原剂量的一半。",
        "用量を半分に減量した。",
        "The dose was halved.",
    ),
    (
        "增加了两倍。",
        "3倍に増えた。",
        "It tripled.",
    ),
    (
        "上午8点至下午5点半。",
        "午前8時から午後5時半まで。",
        "From 8 a.m. to 5:30 p.m.",
    ),
    (
        "1998年至2003年间，87例中有5例死亡。",
        "1998年から2003年までに、87例中5例が死亡した。",
        "Between 1998 and 2003, 5 of 87 patients died.",
    ),
    (
        "白细胞 4.5×10⁹/L，中性粒细胞占70%。",
        "白血球4.5×10⁹/L、好中球70%。",
        "WBC 4.5×10⁹/L with 70% neutrophils.",
    ),
    (
        "eGFR＜30 mL/min/1.73 m²者禁用。",
        "eGFRが30 mL/min/1.73 m²未満の患者には禁忌。",
        "Contraindicated if eGFR is <30 mL/min/1.73 m².",
    ),
    (
        "身高172 cm，体重65 kg，BMI 22.0。",
        "身長172 cm、体重65 kg、BMI 22.0。",
        "Height 172 cm, weight 65 kg, BMI 22.0.",
    ),
    (
        "请见表2及图3。",
        "表2および図3を参照。",
        "See Table 2 and Figure 3.",
    ),
    (
        "第5版第12页。",
        "第5版12ページ。",
        "Fifth edition, page 12.",
    ),
    (
        "血压 130/85 mmHg。",
        "血圧130/85 mmHg。",
        "Blood pressure 130/85 mmHg.",
    ),
    (
        "十余名患者，数十次检查。",
        "十数名の患者、数十回の検査。",
        "A dozen or so patients and dozens of tests.",
    ),
    (
        "两岁以下儿童每次半片。",
        "2歳未満の小児は1回半錠。",
        "Children under 2 years: half a tablet per dose.",
    ),
    (
        "双侧肾脏均受累。",
        "両側の腎臓が侵されていた。",
        "Both kidneys were involved.",
    ),
    (
        "起效中位时间为 6.5 周（范围 2～20 周）。",
        "効果発現までの中央値は6.5週（範囲2〜20週）。",
        "Median time to response was 6.5 weeks (range, 2–20).",
    ),
    (
        "试验组40例，对照组38例，差异有统计学意义（P<0.05）。",
        "試験群40例、対照群38例で、有意差があった（P<0.05）。",
        "There were 40 patients in the trial group and 38 in the control group; the difference was significant (P < 0.05).",
    ),
    (
        "甲泼尼龙 1 g 静滴，每日1次，连用3天。",
        "メチルプレドニゾロン1 gを1日1回、3日間点滴静注。",
        "Methylprednisolone 1 g IV once daily for 3 days.",
    ),
    (
        "尿蛋白/肌酐比 2.1 g/g。",
        "尿蛋白/クレアチニン比2.1 g/g。",
        "Urine protein/creatinine ratio 2.1 g/g.",
    ),
    (
        "MSC 输注后 1、3、6、12 个月随访。",
        "MSC輸注後1、3、6、12か月に追跡。",
        "Follow-up at 1, 3, 6, and 12 months after MSC infusion.",
    ),
    (
        "存活率：1年 95%，3年 84%，5年 75%。",
        "生存率：1年95%、3年84%、5年75%。",
        "Survival: 95% at 1 year, 84% at 3 years, 75% at 5 years.",
    ),
    (
        "价格打八折。",
        "価格は2割引き。",
        "20% off the price.",
    ),
    (
        "2024年第1季度共收治 1,250 人。",
        "2024年第1四半期に計1,250人を収容した。",
        "A total of 1,250 people were admitted in Q1 2024.",
    ),
    (
        "病程 2 年 6 个月。",
        "罹病期間は2年6か月。",
        "Disease duration of 2 years and 6 months.",
    ),
    (
        "最高剂量每日不超过 4 g。",
        "1日最大4 gを超えないこと。",
        "Do not exceed 4 g per day.",
    ),
    (
        "误差 ±0.5 mm。",
        "誤差±0.5 mm。",
        "An error of ±0.5 mm.",
    ),
    (
        "第二次输注在第一次后 7 天进行。",
        "2回目の輸注は1回目の7日後に行った。",
        "The second infusion was given 7 days after the first.",
    ),
    (
        "变化为 -2.5 分。",
        "変化量は-2.5点。",
        "The change was −2.5 points.",
    ),
    (
        "至少三人中有一人。",
        "少なくとも3人に1人。",
        "At least one in three.",
    ),
]
FAULTS = [
    ("zh>en", "SLEDAI 评分由 18.4 → 10.8 → 7.9。", "The SLEDAI score went 18.4 → 7.9 → 10.8."),
    ("zh>en", "随访半年后，12例中有9例缓解。", "After half a year of follow-up, 12 of 9 patients were in remission."),
    ("ja>en", "全奏効率は83.3%（10/12）、P=0.013であった。", "The overall response rate was 83.3% (10/0.013), P = 12."),
    ("en>zh", "The overall response rate was 83.3% (10/12), P = 0.013.", "总有效率为 12%（10/83.3），P=0.013。"),
    ("zh>ja", "患者每日口服泼尼松 5 mg/kg，连续 14 天。", "患者はプレドニゾン 5 mg/kg を14日1回、1日間経口投与した。"),
    ("en>ja", "Methylprednisolone 1 g IV once daily for 3 days.", "メチルプレドニゾロン1 gを3日1回、1日間点滴静注。"),
    ("ja>zh", "血小板数は 98×10^9/L から 152×10^9/L に上昇した。", "血小板计数从 152×10^9/L 升至 98×10^9/L。"),
    ("zh>en", "甲泼尼龙 1 g 静滴，每日1次，连用3天。", "Methylprednisolone 1 mg IV once daily for 3 days."),
    ("en>zh", "Follow-up at 1, 3, 6, and 12 months after MSC infusion.", "MSC 输注后 1、6、3、12 个月随访。"),
    ("zh>en", "存活率：1年 95%，3年 84%，5年 75%。", "Survival: 84% at 1 year, 95% at 3 years, 75% at 5 years."),
    (
        "en>ja",
        "There were 40 patients in the trial group and 38 in the control group.",
        "試験群38例、対照群40例であった。",
    ),
    ("en>zh", "Fifteen patients (3 men and 12 women).", "15例患者（男12例，女3例）。"),
    ("zh>ja", "令和6年4月1日起施行。", "令和6年月1日から施行する。"),
    ("en>zh", "Twice a week for 4 weeks, 8 times in total.", "每周次，共4周，总计8次。"),
    ("en>ja", "Fifth edition, page 12.", "第版12ページ。"),
    ("zh>ja", "细胞数为 1×10^6/kg。", "細胞数は×10⁶/kg。"),
    ("zh>ja", "五年生存率达到九成。", "5年生存率は割に達した。"),
    ("ja>en", "罹病期間は2年6か月。", "Disease duration of 6 years and 2 months."),
    ("ja>zh", "第3サイクルの1日目に投与。", "第1周期第3天给药。"),
    ("zh>en", "病程 2 年 6 个月。", "Disease duration of 2 years and 6 years."),
    ("ja>en", "体温38.5℃、心拍数110回/分。", "Temperature 3.85 °C, heart rate 110 beats/min."),
    ("zh>ja", "体温38.5℃，心率110次/分。", "体温110℃、心拍数38.5回/分。"),
    ("en>ja", "Do not exceed 4 g per day.", "1日最大4 mgを超えないこと。"),
    ("zh>en", "抗dsDNA抗体 320→85 IU/mL。", "Anti-dsDNA antibodies 85→320 IU/mL."),
    ("en>zh", "Dose 5 mg, not 10 mg.", "剂量 10 mg，而不是 5 mg。"),
]


@pytest.mark.parametrize("triple", TRIPLES, ids=lambda triple: triple[2][:30])
def test_translations_agree(triple: tuple[str, str, str]) -> None:
    for one, other in itertools.permutations(range(3), 2):
        assert compare(triple[one], triple[other], LANGUAGES[one], LANGUAGES[other]) == ()


@pytest.mark.parametrize(("direction", "source", "target"), FAULTS)
def test_faults_are_told(direction: str, source: str, target: str) -> None:
    come, go = (each.replace("zh", "zh-Hans") for each in direction.split(">"))
    assert compare(source, target, come, go) != ()
