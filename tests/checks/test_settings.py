from __future__ import annotations

import pytest

from translator.checks import KEYS, CheckSettings, Rule, Suppression, read_settings
from translator.errors import TranslatorError

NAMES = ("residue", "fuzzy", "number-mismatch")


def test_every_key_is_read() -> None:
    table = {
        "min-coverage": {"zh": 99.5, "ja": 80},
        "fail-on": "warning",
        "allow": ["SLEDAI"],
        "levels": {"fuzzy": "warning"},
        "only": [{"documents": ["a/*"], "locales": "en", "levels": {"residue": "off"}}],
        "ignore": [{"check": "residue", "reason": "a name", "source": "東京"}],
    }
    assert set(table) == set(KEYS)
    assert read_settings(table, NAMES, "t.toml") == CheckSettings(
        levels={"fuzzy": "warning"},
        rules=(Rule({"residue": "off"}, ("a/*",), ("en",)),),
        suppressions=(Suppression("residue", "a name", source="東京"),),
        allow=("SLEDAI",),
        min_coverage_by_locale={"zh": 9950, "ja": 8000},
        path="t.toml",
        fail_on="warning",
    )
    assert read_settings({}, NAMES, "translator.toml") == CheckSettings()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"residue": "off"}, 'checks.residue is a check; write residue = "off" under [checks.levels]'),
        ({"level": {}}, "checks.level is unknown; did you mean “levels”?"),
        ({"levels": {"residu": "off"}}, "check residu is unknown; did you mean “residue”?"),
        ({"levels": {"residue": "loud"}}, "residue has an unknown level (“loud”); use error, warning, info, off"),
        ({"ignore": [{"check": "residue"}]}, 'an ignore of residue has no reason; add reason = "…"'),
        ({"ignore": [{"check": "residue", "reason": "x", "file": "a"}]}, None),
        ({"only": [{"level": {}}]}, None),
        (
            {"only": [{"locales": ["en"]}]},
            'a [[checks.only]] has no levels; add levels = { check = "warning" }',
        ),
        ({"min-coverage": 101}, "min-coverage is no percentage (101); give a number from 0 to 100"),
        ({"min-coverage": True}, None),
        ({"only": {"documents": "a"}}, None),
        ({"allow": [1]}, None),
    ],
)
def test_what_is_wrong_is_named(table: dict[str, object], told: str | None) -> None:
    with pytest.raises(TranslatorError) as error:
        read_settings(table, NAMES, "t.toml")
    if told:
        assert str(error.value) == f"t.toml: {told}"
