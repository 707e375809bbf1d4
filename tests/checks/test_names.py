from __future__ import annotations

import pytest

GARBLED = [
    ("ja>zh", "CREA が改善", "CERA 改善", ["CERA"]),
    ("ja>en", "SLEDAI の改善", "SLEADI improved", ["SLEADI"]),
    ("ja>en", "GFR も改善", "GRF improved too", ["GRF"]),
    ("zh>ja", "抗dsDNA抗体", "抗dsDAN抗体", ["dsDAN"]),
    ("ja>zh", "BILAG と SLEDAI", "BILAG 和 SLEDA", ["SLEDA"]),
    ("zh>zh", "MSC: Mesenchymal Stem Cell 间叶系干细胞", "MSC：Mesenteric Stem Cell，间叶系干细胞", ["Mesenteric"]),
    ("en>zh", "Install Python first", "请先安装 Pyhton", ["Pyhton"]),
    ("zh>en", "连接 Kubernetes 集群", "Connect to the Kuberneets cluster", ["Kuberneets"]),
    # must not fire
    ("ja>zh", "CREA が改善", "CREA 改善", []),
    ("ja>zh", "CREA が改善", "肌酐改善", []),
    ("zh>zh", "MSC: Messenchymal StemCell", "MSC：Mesenchymal Stem Cell", []),
    ("en>zh", "Open the Dictionaries", "打开词典 (dictionary)", []),
    ("ja>en", "cell数と MSC", "Number of cells and MSCs", []),
    ("en>ja", "Send an e-mail", "Email を送る", []),
    ("zh>ja", "WHO 的建议", "世界保健機関（WHO）の勧告", []),
    ("ja>en", "UN が低下", "BUN decreased", []),
    ("zh>en", "在 `pritn` 中", "in `print`", []),
    ("ja>en", "SLE と SLEDAI", "SLEDAI and SLE", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "expected"), GARBLED)
def test_garbled_name(faults, direction: str, source: str, target: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [target[slice(*each.span)] for each in faults("garbled-name", direction, source, target)] == expected


APART = [
    ("ja>zh", "SLEDAI12.6→ 9.6,WBC2.47", "SLEDAI为12.6→9.6，WBC 2.47", []),
    ("ja>en", "HGB74 → 86", "HGB 74 → 86", []),
    ("ja>en", "PLT52 → 81", "PLT of 52 → 81", []),
    ("ja>en", "PLT52 → 81", "platelets 52 → 81", ["PLT52 is missing in the translation"]),
    ("ja>en", "血球WBC2.47", "blood cells WBC 2.475", ["WBC2.47 is missing in the translation"]),
]


@pytest.mark.parametrize(("direction", "source", "target", "expected"), APART)
def test_a_value_may_be_written_apart_from_its_name(
    faults, direction: str, source: str, target: str, expected: list[str]
) -> None:  # type: ignore[no-untyped-def]
    assert [each.message for each in faults("acronym-mismatch", direction, source, target)] == expected
