"""The formats through the real pybabel."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from _support import ROOT

from translator import po

MAPPING = """\
[extractors]
translator = translator.babel_extractors:extract

[translator: **.txt]
[translator: **.html]
[translator: **.md]
language = zh
"""


def test_pybabel_extracts_documents(tmp_path: Path) -> None:
    (tmp_path / "mapping.cfg").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "a.txt").write_text("第一句。第二句。\n", encoding="utf-8")
    (tmp_path / "b.html").write_text("<h1>見出し</h1><p><b>太字</b>の文。</p>", encoding="utf-8")
    (tmp_path / "c.md").write_text("# 标题\n\n正文。\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "babel.messages.frontend",
        "extract",
        "-F",
        "mapping.cfg",
        "-o",
        "out.pot",
        ".",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = po.read((tmp_path / "out.pot").read_bytes(), "out.pot").catalog
    assert [(entry.source, entry.references) for entry in found] == [
        ("第一句。", ("a.txt:1",)),
        ("第二句。", ("a.txt:1",)),
        ("見出し", ("b.html:1",)),
        ("<b1>太字</b1>の文。", ("b.html:1",)),
        ("标题", ("c.md:1",)),
        ("正文。", ("c.md:3",)),
    ]
