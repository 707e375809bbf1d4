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
from translator.po._comments import reference
from translator.po._file import Field, File
from translator.po._header import new_header
from translator.po._polib import from_polib, to_polib
from translator.po._read import read
from translator.po._rows import Item, Name, Rows, arranged, key_of, name_of, rows_of
from translator.po._splice import write

__all__ = [
    "Catalog",
    "Field",
    "File",
    "Item",
    "Name",
    "Rows",
    "arranged",
    "from_polib",
    "key_of",
    "name_of",
    "new_header",
    "read",
    "reference",
    "rows_of",
    "to_polib",
    "write",
]
