"""Compiled catalogs: the bytes of a `.mo` file as msgfmt writes them, in linear time."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from translator.catalog import Catalog, Header
from translator.errors import TranslatorError

MAGIC = 0x950412DE
_HEAD = 28
_LANES = 2048
_CHARSET = re.compile(r"charset=(?!utf-8(?![^\s;]))[^\s;]*", re.IGNORECASE)


def compile_catalog(catalog: Catalog) -> bytes:
    """The catalog as a `.mo` file: filled entries that are neither fuzzy nor obsolete, and the header.

    Always UTF-8, sorted, with the hash table that msgfmt writes. As there, an entry is filled where the first
    of its plural forms is, a text ends at a NUL character, and a fuzzy header counts.
    """
    return pack(dict(sorted(_texts(catalog))))


def pack(texts: dict[bytes, bytes]) -> bytes:
    """The bytes of a `.mo` file for texts by key, which must be sorted."""
    count = len(texts)
    size = _hash_size(count)
    keys, values = list(texts), list(texts.values())
    tables = _HEAD + 16 * count
    places: list[int] = []
    at = tables + 4 * size
    for text in (*keys, *values):
        places += (len(text), at)
        at += len(text) + 1
    head = struct.pack("<7I", MAGIC, 0, count, _HEAD, _HEAD + 8 * count, size, tables)
    body = b"\0".join((*keys, *values, b"")) if count else b""
    table = struct.pack(f"<{size}I", *_hash_table(keys, size))
    return b"".join((head, struct.pack(f"<{len(places)}I", *places), table, body))


def read(data: bytes) -> dict[bytes, bytes]:
    """The texts of a `.mo` file by key, in file order; raises TranslatorError where it is none."""
    if len(data) < _HEAD:
        raise TranslatorError(f"this is no .mo file ({len(data)} bytes); compile the catalog again")
    order = "<" if data[:4] == struct.pack("<I", MAGIC) else ">"
    magic, _, count, keys, values = struct.unpack_from(order + "5I", data)
    if magic != MAGIC or max(keys, values) + 8 * count > len(data):
        raise TranslatorError("this is no .mo file; compile the catalog again")
    found: dict[bytes, bytes] = {}
    for number in range(count):
        length, start = struct.unpack_from(order + "2I", data, keys + 8 * number)
        size, place = struct.unpack_from(order + "2I", data, values + 8 * number)
        found[data[start : start + length]] = data[place : place + size]
    return found


def _texts(catalog: Catalog) -> Iterator[tuple[bytes, bytes]]:
    if catalog.header is not None:
        yield b"", _head(catalog.header).encode()
    for entry in catalog.entries:
        if entry.is_fuzzy or entry.is_obsolete or not entry.target:
            continue
        source, targets = entry.source, entry.targets
        if "\0" in source or any("\0" in each for each in targets):
            source = source.partition("\0")[0]
            targets = tuple(each.partition("\0")[0] for each in targets)
        key = source if entry.context is None else f"{entry.context}\x04{source}"
        if entry.plural is not None:
            key = f"{key}\0{entry.plural}"
        yield key.encode(), "\0".join(targets).encode()


def _head(header: Header) -> str:
    """The header text in the charset that is written, without the date of the template."""
    fields = []
    for name, value in header.fields:
        if name == "POT-Creation-Date":  # as msgfmt does, so that the same texts give the same bytes
            continue
        if name.lower() == "content-type":
            value = _CHARSET.sub("charset=UTF-8", value)
        fields.append(f"{name}: {value}\n" if name else f"{value}\n")
    return "".join(fields)


def _hash_size(count: int) -> int:
    """The prime that GNU gettext takes: from four thirds of the count on, never 1, and 5 where 3 would do."""
    size = count * 4 // 3 | 1
    if size <= 1:
        return 3
    while size == 3 or any(size % each == 0 for each in range(3, int(size**0.5) + 1, 2)):
        size += 2
    return size


def _hash_table(keys: list[bytes], size: int) -> list[int]:
    """For every slot the number of a key from 1, or 0; open addressing with a second step."""
    table = [0] * size
    for number, value in enumerate(_hashes(keys), 1):
        slot = value % size
        step = 1 + value % (size - 2)
        while table[slot]:
            slot = (slot + step) % size
        table[slot] = number
    return table


def _hashes(keys: list[bytes]) -> list[int]:
    """The 32-bit PJW hash of each key up to its first NUL, as GNU gettext computes it.

    Many keys at once: one lane of 64 bits each in one large integer. Zero bytes in front
    leave the hash at 0, so that keys of like length are made equally long.
    """
    texts = [key.partition(b"\0")[0] for key in keys]
    order = sorted(range(len(texts)), key=lambda each: len(texts[each]))
    found = [0] * len(texts)
    for first in range(0, len(order), _LANES):
        chosen = order[first : first + _LANES]
        width = len(texts[chosen[-1]])
        matrix = b"".join([texts[each].rjust(width, b"\0") for each in chosen])
        ones = int.from_bytes(b"\1\0\0\0\0\0\0\0" * len(chosen), "little")
        high, low = ones * 0xF0000000, ones * 0x0FFFFFFF
        column = bytearray(8 * len(chosen))
        lanes = 0
        for place in range(width):
            column[::8] = matrix[place::width]
            lanes = (lanes << 4) + int.from_bytes(column, "little")
            lanes = lanes & low ^ (lanes & high) >> 24
        values = struct.unpack(f"<{len(chosen)}Q", lanes.to_bytes(8 * len(chosen), "little"))
        for each, value in zip(chosen, values, strict=True):
            found[each] = value
    return found
