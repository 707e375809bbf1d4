"""PO files: read without loss, written as a splice; alone in speaking of msgid, msgstr and msgctxt.

>>> file = read('msgid "一"\\nmsgstr ""\\n\\nmsgid "二"\\nmsgstr "two"\\n'.encode())
>>> first, second = file.catalog.entries
>>> changed = Catalog((first.with_target("one"), second), file.catalog.header)
>>> print(write(changed, file).decode(), end="")
msgid "一"
msgstr "one"
<BLANKLINE>
msgid "二"
msgstr "two"
"""

from translator.catalog import Catalog
from translator.po._file import Field, File
from translator.po._header import new_header
from translator.po._polib import from_polib, to_polib
from translator.po._read import read
from translator.po._rows import Item, Rows, arranged, rows_of
from translator.po._splice import write

__all__ = [
    "Catalog",
    "Field",
    "File",
    "Item",
    "Rows",
    "arranged",
    "from_polib",
    "new_header",
    "read",
    "rows_of",
    "to_polib",
    "write",
]
