"""Entries as PO text: unwrapped, as polib writes them; of a changed entry only what changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from operator import attrgetter

from translator.catalog import Entry
from translator.po import _comments
from translator.po._strings import escape, lines
from translator.po._tokens import Token

_ORDER = ("comments", "notes", "references", "flags", "sticky_flags", "previous", "context", "source", "plural")
_MARK = re.compile(r"\A(?:#~\|?[ \t]*|#\|[ \t]*)")
_KINDS = {".": "notes", ":": "references", ",": "flags", "!": "flags", "=": "sticky_flags"}
_NAMES = {"msgctxt": "context", "msgid": "source", "msgid_plural": "plural"}
# What an entry keeps when it becomes obsolete.
_LASTING = attrgetter(*(each.name for each in fields(Entry) if each.name not in ("is_obsolete", "notes", "references")))


@dataclass(frozen=True, slots=True)
class _Part:
    """One comment line or one field of a written entry, in whole lines."""

    kind: str
    text: str
    value: str = ""


def render(entry: Entry) -> str:
    """The entry as PO text with LF line ends, without the last one."""
    if _is_plain(entry):
        return "\n".join(_plain_lines(entry))
    return "\n".join(line for kind in (*_ORDER, *_target_kinds(entry)) for line in _lines_of(entry, kind))


def _is_plain(entry: Entry) -> bool:
    """Whether an entry is as a template has it: nothing but notes, references, context and one target."""
    is_marked = entry.is_fuzzy or entry.flags or entry.sticky_flags or entry.is_obsolete
    return not (is_marked or entry.comments or entry.previous or entry.plural is not None) and len(entry.targets) == 1


def _plain_lines(entry: Entry) -> list[str]:
    out = _comment_lines("#.", entry.notes) if entry.notes else []
    if entry.references:
        out.append("#: " + " ".join(entry.references))
    if entry.context is not None:
        out += _field("", "msgctxt", entry.context)
    out += _field("", "msgid", entry.source)
    target = entry.targets[0]
    out += _field("", "msgstr", target) if target else ('msgstr ""',)
    return out


def render_again(entry: Entry, old: Entry, text: bytes, found: list[Token]) -> str:
    """The entry as PO text where what is equal in `old` stays as it is written in its text.

    `text` holds the tokens; line ends are LF or CRLF as in the file, those of new lines are LF.
    """
    parts = _parts(text, found)
    if parts is None:
        return render(entry)
    kinds = {kind: rank for rank, kind in enumerate((*_ORDER, *_target_kinds(entry)))}
    for kind in dict.fromkeys([*(each.kind for each in parts), *kinds]):
        if kind not in kinds:
            parts = [each for each in parts if each.kind != kind]
        elif _value(entry, kind) != _value(old, kind):
            parts = _replaced(parts, kind, _changed(entry, kind, parts), kinds)
        elif entry.is_obsolete != old.is_obsolete and kinds[kind] >= kinds["previous"]:
            parts = [_marked(each, entry) if each.kind == kind else each for each in parts]
    return "\n".join(each.text for each in parts)


def render_retired(entry: Entry, old: Entry, written: str) -> str | None:
    """An entry that became obsolete and nothing else, from how it was written; None where that is not so simple.

    What stays of it keeps its lines; `written` has LF for line ends.
    """
    is_retired = entry.is_obsolete and not old.is_obsolete and not entry.notes and not entry.references
    if not is_retired or "#|" in written or "\\\n" in written:
        return None
    if _LASTING(entry) != _LASTING(old):
        return None
    out: list[str] = []
    for line in written.split("\n"):
        if line[:2] in ("# ", "#,") or line == "#":
            out.append(line)
        elif line[:3] == "msg" or line[:1] == '"':
            out.append("#~ " + line)
        elif line[:2] not in ("#.", "#:"):
            return None
    return "\n".join(out)


def _target_kinds(entry: Entry) -> list[str]:
    return [f"target{form}" for form in range(len(entry.targets))]


def _value(entry: Entry, kind: str) -> object:
    if kind == "flags":
        return (entry.is_fuzzy, entry.flags)
    if kind.startswith("target"):
        form = int(kind[6:])
        return (entry.targets[form], entry.plural is None) if form < len(entry.targets) else None
    return getattr(entry, kind)


def _lines_of(entry: Entry, kind: str) -> list[str]:
    """The lines of one kind, as written anew."""
    live = "#~ " if entry.is_obsolete else ""
    if kind == "comments":
        return _comment_lines("#", entry.comments)
    if kind == "notes":
        return _comment_lines("#.", entry.notes)
    if kind == "references":
        return [f"#: {' '.join(entry.references)}"] if entry.references else []
    if kind == "flags":
        words = (*(("fuzzy",) if entry.is_fuzzy else ()), *entry.flags)
        return [f"#, {', '.join(words)}"] if words else []
    if kind == "sticky_flags":
        return [f"#= {', '.join(entry.sticky_flags)}"] if entry.sticky_flags else []
    if kind == "previous":
        previous, mark = entry.previous, "#~| " if entry.is_obsolete else "#| "
        texts = (previous.context, previous.source, previous.plural) if previous else (None, None, None)
        fields = zip(("msgctxt", "msgid", "msgid_plural"), texts, strict=True)
        return [line for name, text in fields if text is not None for line in _field(mark, name, text)]
    if kind == "context":
        return [] if entry.context is None else _field(live, "msgctxt", entry.context)
    if kind == "source":
        return _field(live, "msgid", entry.source)
    if kind == "plural":
        return [] if entry.plural is None else _field(live, "msgid_plural", entry.plural)
    form = int(kind[6:])
    name = "msgstr" if entry.plural is None else f"msgstr[{form}]"
    return _field(live, name, entry.targets[form])


def _comment_lines(mark: str, texts: tuple[str, ...]) -> list[str]:
    return [f"{mark} {line}" if line else mark for text in texts for line in (text.split("\n") if text else [""])]


def _field(mark: str, name: str, text: str) -> list[str]:
    if "\n" not in text:
        return [f'{mark}{name} "{escape(text)}"']
    first, *more = lines(text)
    return [f"{mark}{name} {first}", *(mark + each for each in more)]


def _parts(text: bytes, found: list[Token]) -> list[_Part] | None:
    """The text in parts of whole lines; None where two parts share a line."""
    parts: list[_Part] = []
    for number, token in enumerate(found):
        stop = found[number + 1].start if number + 1 < len(found) else token.end
        gap = text[token.end : stop]
        if stop > token.end and b"\n" not in gap:
            return None
        written = text[token.start : token.end].decode().rstrip("\r")
        if token.kind == "comment":
            value = _comments.value(written)
            parts.append(_Part(_KINDS.get(written[1:2], "comments"), written, value))
        elif token.kind == "field":
            if token.is_previous:
                kind = "previous"
            elif token.keyword == "msgstr":
                kind = f"target{token.form or 0}"
            else:
                kind = _NAMES[token.keyword]
            parts.append(_Part(kind, written))
        parts += [_Part("blank", "")] * (gap.count(b"\n") - 1)
    return _with_demoted(parts)


def _with_demoted(parts: list[_Part]) -> list[_Part]:
    """Marks the comments that Babel made of previous fields as what they are."""
    places = [index for index, each in enumerate(parts) if each.kind == "comments"]
    run = _comments.demoted([parts[index].value for index in places])
    for index in run:
        parts[places[index]] = _Part("previous", parts[places[index]].text)
    return parts


def _changed(entry: Entry, kind: str, parts: list[_Part]) -> list[str]:
    """The new lines of a kind; comment lines that stay keep their spelling."""
    new = _lines_of(entry, kind)
    if kind not in ("comments", "notes"):
        return new
    old = [each for each in parts if each.kind == kind]
    kept: list[str] = []
    fresh = [_comments.value(line) for line in new]
    from difflib import SequenceMatcher  # few updates change lines of comments

    for tag, i, j, k, l in SequenceMatcher(None, [each.value for each in old], fresh, autojunk=False).get_opcodes():
        kept += [each.text for each in old[i:j]] if tag == "equal" else new[k:l]
    return kept


def _replaced(parts: list[_Part], kind: str, new: list[str], kinds: dict[str, int]) -> list[_Part]:
    """The parts of a kind replaced at the place of the first, or put before what comes after them."""
    rank = kinds[kind]
    places = [index for index, each in enumerate(parts) if each.kind == kind]
    later = (index for index, each in enumerate(parts) if kinds.get(each.kind, -1) > rank)
    place = places[0] if places else next(later, len(parts))
    fresh = [_Part(kind, line) for line in new]
    rest = [each for each in parts[place:] if each.kind != kind]
    return parts[:place] + fresh + rest


def _marked(part: _Part, entry: Entry) -> _Part:
    """A field made obsolete or live line by line, its wrapping kept."""
    is_previous = part.kind == "previous"
    if is_previous and not _MARK.match(part.text):
        return part
    if "\\\n" in part.text:  # a string that goes on in the next line has no room for a mark
        return _Part(part.kind, "\n".join(_lines_of(entry, part.kind)))
    mark = ("#~| " if is_previous else "#~ ") if entry.is_obsolete else ("#| " if is_previous else "")
    stripped = (_MARK.sub("", line, count=1) for line in part.text.split("\n"))
    return _Part(part.kind, "\n".join(mark + line for line in stripped))
