"""Locale tags: BCP 47 inside, every common spelling at the border, POSIX in file headers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, Literal

from translator.errors import TranslatorError

# Spellings seen in the wild that neither BCP 47 nor CLDR's alias table resolves.
_ALIASES = {"chs": "zh-Hans", "cht": "zh-Hant", "jp": "ja", "cn": "zh-Hans", "tw": "zh-Hant-TW"}
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<territory>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*)",
    re.IGNORECASE,
)


# What CLDR says of the tags that most projects use: (language, script, territory).
_USUAL = {
    "zh": ("zh", "Hans", "CN"),
    "zh-Hans": ("zh", "Hans", "CN"),
    "zh-Hant": ("zh", "Hant", "TW"),
    "zh-CN": ("zh", "Hans", "CN"),
    "zh-TW": ("zh", "Hant", "TW"),
    "zh-HK": ("zh", "Hant", "HK"),
    "ja": ("ja", "Jpan", "JP"),
    "ja-JP": ("ja", "Jpan", "JP"),
    "en": ("en", "Latn", "US"),
    "en-US": ("en", "Latn", "US"),
    "en-GB": ("en", "Latn", "GB"),
}

# Babel is imported where it is asked: it costs as much as everything else that a small command loads.


@cache
def _english() -> Any:
    from babel import Locale

    return Locale("en")


def _global(name: Literal["language_aliases", "likely_subtags", "parent_exceptions"]) -> Any:
    from babel.core import get_global

    return get_global(name)


@lru_cache(maxsize=256)
def normalize(tag: str) -> str:
    """The BCP 47 tag for any common spelling: `zh_CN`, `zh-hans`, `chs`, `ja_JP.UTF-8`, `jpn`.

    Language, script and territory only as given: `zh` stays `zh`. Raises TranslatorError where
    no such language, script or territory exists.

    >>> normalize("zh_Hans"), normalize("chs"), normalize("zh-CN"), normalize("ja_JP.UTF-8")
    ('zh-Hans', 'zh-Hans', 'zh-CN', 'ja-JP')
    """
    plain = tag.strip().split(".")[0].split("@")[0].replace("_", "-")
    plain = _ALIASES.get(plain.lower(), plain)
    return plain if plain in _USUAL else _checked(plain, tag)


def _checked(plain: str, tag: str) -> str:
    """A tag with hyphens in its usual letter case, where CLDR knows all of its parts."""
    match = _TAG.fullmatch(plain)
    if match is None:
        raise TranslatorError(_unknown(tag))
    language = match["language"].lower()
    language = {"cmn": "zh", "jpn": "ja"}.get(language, language)
    aliased = _global("language_aliases").get(language, language)
    language = aliased.split("_")[0]
    if language not in _english().languages:
        raise TranslatorError(_unknown(tag))
    parts = [language]
    if match["script"]:
        script = match["script"].title()
        if script not in _english().scripts:
            raise TranslatorError(_unknown(tag))
        parts.append(script)
    if match["territory"]:
        territory = match["territory"].upper()
        if territory not in _english().territories:
            raise TranslatorError(_unknown(tag))
        parts.append(territory)
    return "-".join(parts) + match["rest"].lower()


def _unknown(tag: str) -> str:
    import difflib

    near = difflib.get_close_matches(
        tag.replace("_", "-"), ["zh", "zh-Hans", "zh-Hant", "ja", "en", "ko", "de", "fr"], 1, 0.5
    )
    hint = f"did you mean “{near[0]}”?" if near else "write a BCP 47 tag such as zh, zh-Hant, ja, en"
    return f"there is no locale “{tag}”; {hint}"


@lru_cache(maxsize=256)
def parts(tag: str) -> tuple[str, str, str]:
    """(language, script, territory) with likely subtags filled in (CLDR).

    >>> parts("zh"), parts("zh-TW"), parts("ja")
    (('zh', 'Hans', 'CN'), ('zh', 'Hant', 'TW'), ('ja', 'Jpan', 'JP'))
    """
    plain = normalize(tag)
    return _USUAL.get(plain) or _likely(plain)


def _likely(plain: str) -> tuple[str, str, str]:
    pieces = plain.split("-")
    language, rest = pieces[0], pieces[1:]
    script = next((each for each in rest if len(each) == 4 and each.isalpha()), "")
    territory = next((each for each in rest if len(each) in (2, 3)), "")
    likely = _global("likely_subtags")
    for key in (
        "_".join(filter(None, (language, script, territory))),
        "_".join(filter(None, (language, territory))) if not script else "",
        "_".join(filter(None, (language, script))),
        language,
    ):
        if key and key in likely:
            full = str(likely[key]).split("_")
            full_script = next((each for each in full[1:] if len(each) == 4), "")
            full_territory = next((each for each in full[1:] if len(each) < 4), "")
            return language, script or full_script, territory or full_territory
    return language, script, territory


def language(tag: str) -> str:
    """The language subtag: `zh` for every kind of Chinese."""
    return parts(tag)[0]


def content_tag(tag: str) -> str:
    """The tag that texts in a locale are judged by: `zh-Hans`, `zh-Hant`, `ja`, `en` …

    >>> content_tag("zh"), content_tag("zh-HK"), content_tag("en-GB")
    ('zh-Hans', 'zh-Hant', 'en')
    """
    name, script, _ = parts(tag)
    return f"{name}-{script}" if name == "zh" else name


def is_finer(own: str, tag: str) -> bool:
    """Whether a document's own tag says the language of a locale and more, as zh-CN does of zh.

    A locale whose tag names a script or a region means that one.

    >>> is_finer("zh-CN", "zh"), is_finer("zh-TW", "zh"), is_finer("en_GB", "en"), is_finer("zh-CN", "zh-TW")
    (True, False, True, False)
    """
    if "-" in tag:
        return False
    try:
        return parts(own)[:2] == parts(tag)[:2]
    except TranslatorError:
        return False


def names_another(own: str, tag: str) -> bool:
    """Whether a tag in a document's markup names another language than a locale's: one of `mul` or `zxx` names none.

    >>> names_another("ja", "en"), names_another("zh-CN", "zh"), names_another("EN", "en"), names_another("zxx", "en")
    (True, False, False, False)
    """
    said = own.strip()
    return said.lower() not in ("", "und", "mul", "zxx", tag.lower()) and not is_finer(said, tag)


def variants(tag: str, others: Iterable[str]) -> tuple[str, ...]:
    """The other locales of the same language, the nearest first.

    Those in the same script come first, among them those that CLDR makes its parents, then the order given.

    >>> variants("zh-MO", ["zh", "zh-TW", "ja", "zh-HK", "zh-MO"]), variants("en-GB", ["ja", "en-AU", "en"])
    (('zh-HK', 'zh-TW', 'zh'), ('en', 'en-AU'))
    """
    wanted, parents = parts(tag), _parents(tag)
    same = [each for each in others if parts(each)[0] == wanted[0] and parts(each) != wanted]

    def distance(other: str) -> tuple[bool, int]:
        """How far a variant is: in another script, and how many parents away."""
        known = parts(other)
        return known[1] != wanted[1], parents.index(known) if known in parents else len(parents)

    return tuple(sorted(same, key=distance))


@lru_cache(maxsize=256)
def _parents(tag: str) -> tuple[tuple[str, str, str], ...]:
    """The parts of the locales that CLDR takes for the parents of one, the nearest first; the root is left out."""
    name, script, territory = parts(tag)
    pieces = normalize(tag).split("-")
    # CLDR knows zh_HK by its script alone.
    known = "_".join(filter(None, (name, script if name == "zh" else "", territory if len(pieces) > 1 else "")))
    found: list[tuple[str, str, str]] = []
    while known:
        parent = str(_global("parent_exceptions").get(known, known.rpartition("_")[0]))
        known = "" if parent == "root" else parent
        if known:
            found.append(parts(known))
    return tuple(found)


def posix(tag: str) -> str:
    """The tag as `Language:` headers write it: `zh_CN`, `zh_TW`, `zh_HK`, `ja`, `pt_BR`.

    >>> posix("zh"), posix("zh-Hant"), posix("zh-Hant-HK"), posix("ja")
    ('zh_CN', 'zh_TW', 'zh_HK', 'ja')
    """
    pieces = normalize(tag).split("-")
    name, script, _ = parts(tag)
    if name == "zh":
        explicit = next((each for each in pieces[1:] if len(each) in (2, 3)), "")
        return f"zh_{explicit}" if explicit else {"Hant": "zh_TW"}.get(script, "zh_CN")
    return "_".join(pieces[:1] + [each for each in pieces[1:] if len(each) in (2, 3)])


def plural_forms(tag: str) -> str:
    """The `Plural-Forms` value of a locale; the usual two forms where CLDR has no data of it.

    >>> plural_forms("ja"), plural_forms("tlh")
    ('nplurals=1; plural=0;', 'nplurals=2; plural=(n != 1);')
    """
    from babel.messages.plurals import DEFAULT_PLURAL, get_plural

    count, expression = get_plural(posix(tag)) if has_data(tag) else DEFAULT_PLURAL
    return f"nplurals={count}; plural={expression};"


def has_data(tag: str) -> bool:
    """Whether CLDR has data of the language, not just its name.

    >>> has_data("zh-Hant-HK"), has_data("tlh")
    (True, False)
    """
    from babel.localedata import exists

    return bool(exists(normalize(tag).split("-")[0]))


def name(tag: str) -> str:
    """The English name of a locale, for people.

    >>> name("zh-Hant")
    'Chinese (Traditional)'
    """
    from babel import Locale, UnknownLocaleError

    pieces = normalize(tag).split("-")
    try:
        shown = Locale.parse("_".join(pieces[:2]), sep="_") if len(pieces) > 1 else Locale(pieces[0])
    except UnknownLocaleError:
        return str(_english().languages.get(pieces[0], tag))  # CLDR names more languages than it has data of
    return shown.get_display_name("en") or tag


def joint(tag: str) -> str:
    """What stands between two sentences of a language: nothing in zh and ja, else one space."""
    return "" if tag.split("-", maxsplit=1)[0] in ("zh", "ja") else " "
