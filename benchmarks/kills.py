"""Kills real runs at their writes and at random times, and looks at what they leave.

    python benchmarks/kills.py [--commands build,update] [--jobs 1,2] [--most 40] [--random 10] [--seed 0]

A small project in zh, ja and en is changed; then a command runs on it as a process that has the C library's calls of a
kind counted (write, pwrite64, rename, fsync, fdatasync, chmod, unlink, mkdir, ftruncate64; the shim is built with `cc`)
and is killed with signal 9 before the n-th, for every n up to the last one or `--most` of them spread evenly. The signal
goes to the process that called (with two processes it may be a worker or the first one). Other runs are killed with all
their processes after a random part of their time.
With and without what an earlier run kept in `.translator_cache/`. After each kill:

* every catalog, template, `.mo` file and copy is the old or the new one, whole: else it is counted as torn (`diff` writes
  nothing: all are the old ones);
* the next run of the command, not disturbed, ends within a minute (else: stuck), with the exit code of a run that nothing
  disturbed (else: failed), and all files are then as that run leaves them (else: other result);
* no temporary file is left (else: litter); of each fifth kill a `check` with what is kept and one without say the same
  (else: stale).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CALLS = ("write", "pwrite64", "rename", "fsync", "fdatasync", "chmod", "unlink", "mkdir", "ftruncate64")
COMMANDS = ("build", "update", "update --accept", "compile", "export", "check --fix", "extract", "merge-driver", "diff")
_WRITES_NOTHING = "diff"
_HARMLESS = "variants,punctuation,placeholders"
FAULTS = ("torn", "stuck", "failed", "other result", "litter", "stale")
ZH = ("治疗有效，费用为五千元。", "共有12名患者参加。", "没有发现副作用。", "随访时间为一年。", "请在3天内复诊。")
JA = ("治療は有効でした。", "患者は12名です。", "副作用はありません。", "追跡期間は1年です。")
EN = {
    "治疗有效，费用为五千元。": "The treatment works; it costs 5,000 yuan.",
    "共有12名患者参加。": "12 patients took part .",
    "没有发现副作用。": "No side effects were found.",
    "治療は有効でした。": "The treatment worked.",
    "患者は12名です。": "There are 12 patients.",
}
_PATIENCE = 60
SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
static void met(const char *name) {
    static int count = 0;
    const char *call = getenv("KILL_CALL"), *number = getenv("KILL_NUMBER"), *log = getenv("KILL_LOG");
    if (!call || strcmp(call, name)) return;
    count++;
    if (log) {
        char line[32];
        int handle = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0600);
        int size = snprintf(line, sizeof line, "%d\n", (int) getpid());
        syscall(SYS_write, handle, line, size);
        syscall(SYS_close, handle);
    } else if (number && count == atoi(number)) kill(getpid(), SIGKILL);
}
#define SHIM(type, name, take, give) \
    type name take { \
        static type (*real) take = 0; \
        if (!real) real = dlsym(RTLD_NEXT, #name); \
        met(#name); \
        return real give; \
    }
SHIM(ssize_t, write, (int f, const void *d, size_t n), (f, d, n))
SHIM(ssize_t, pwrite64, (int f, const void *d, size_t n, off64_t a), (f, d, n, a))
SHIM(int, rename, (const char *a, const char *b), (a, b))
SHIM(int, fsync, (int f), (f))
SHIM(int, fdatasync, (int f), (f))
SHIM(int, chmod, (const char *a, mode_t m), (a, m))
SHIM(int, unlink, (const char *a), (a))
SHIM(int, mkdir, (const char *a, mode_t m), (a, m))
SHIM(int, ftruncate64, (int f, off64_t n), (f, n))
"""


def tool(project: Path, command: str, jobs: int) -> list[str]:
    """The command line of a command."""
    if command == "merge-driver":
        sides = [str(project / f"{side}.po") for side in ("base", "ours", "theirs")]
        return [sys.executable, str(ROOT / "cli.py"), "-q", "merge-driver", *sides]
    words = command.split()
    if command == "update --accept":
        words.append(_HARMLESS)
    if command == "diff":
        words.append("HEAD")
    return [
        sys.executable,
        str(ROOT / "cli.py"),
        "-q",
        "--project",
        str(project),
        "--jobs",
        str(jobs),
        *words,
    ]


def run(command: list[str], **more: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a process, with more in its environment; TimeoutExpired where it does not end."""
    environment = {**os.environ, **more}
    return subprocess.run(
        command, capture_output=True, check=False, timeout=_PATIENCE, stdin=subprocess.DEVNULL, env=environment
    )


def shim(folder: Path) -> str:
    """Builds what counts calls."""
    (folder / "shim.c").write_text(SHIM, encoding="utf-8")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", "shim.so", "shim.c", "-ldl"], cwd=folder, check=True)
    return str(folder / "shim.so")


def made(project: Path) -> None:
    """A project that was built, and whose documents and catalogs have changed since."""
    sources = project / "source_texts"
    sources.mkdir(parents=True)
    (project / "translator.toml").write_text('locales = ["zh", "ja", "en"]\n[checks]\nmin-coverage = 0\n')
    for number in range(4):
        text = "\n\n".join((*ZH[number % 2 :], *JA[number % 3 :]))
        (sources / f"page{number}.{('txt', 'md')[number % 2]}").write_text(text + "\n", encoding="utf-8")
    _must(project, "build")
    for path in project.glob("locales/en/**/*.po"):
        text = path.read_text(encoding="utf-8")
        for source, target in EN.items():
            text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{target}"')
        path.write_text(text, encoding="utf-8")
    _must(project, "build")
    for path in sorted(sources.iterdir())[:3]:
        text = path.read_text(encoding="utf-8").replace("12", "13").replace("。\n", "！\n", 1)
        path.write_text(text + "\n新的一段文字。\n", encoding="utf-8")
    (sources / "page9.txt").write_text("新しい文書です。\n", encoding="utf-8")


def _must(project: Path, command: str) -> None:
    done = run(tool(project, command, 1))
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())


def prepared(project: Path, command: str) -> None:
    """What a command needs to have something to do."""
    if command == "diff":
        _committed(project)
    if command == "update --accept":
        _doubted(project)
    if command in ("update", "update --accept", "compile", "export", "check --fix", "diff"):
        _must(project, "extract")
    if command in ("compile", "export", "check --fix", "diff"):
        _must(project, "update")
    if command == "check --fix":
        for path in project.glob("locales/en/**/*.po"):
            data = path.read_text(encoding="utf-8")
            path.write_text(data.replace('part ."', 'part  ."').replace("works;", "works ;"), encoding="utf-8")
    if command == "merge-driver":
        base = next(project.glob("locales/en/**/page0*.po")).read_text(encoding="utf-8")
        (project / "base.po").write_text(base, encoding="utf-8")
        (project / "ours.po").write_text(base.replace("No side", "Without side"), encoding="utf-8")
        (project / "theirs.po").write_text(base.replace("worked", "was good"), encoding="utf-8")


def _doubted(project: Path) -> None:
    """Entries as msgmerge leaves them where a source changed in its punctuation alone."""
    for path in project.glob("locales/en/**/*.po"):
        text = path.read_text(encoding="utf-8")
        for source in EN:
            text = text.replace(f'msgid "{source}"\n', f'#, fuzzy\n#| msgid "{source[:-1]}"\nmsgid "{source}"\n')
        path.write_text(text, encoding="utf-8")


def _committed(project: Path) -> None:
    """The project as it is, in a repository."""
    git = ["git", "-c", "user.name=none", "-c", "user.email=none", "-C", str(project)]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        subprocess.run([*git, *words], check=True, capture_output=True)


def files(project: Path) -> dict[str, bytes]:
    """All files of a project but what is kept to save time."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in sorted(project.rglob("*"))
        if path.is_file() and not {".translator_cache", ".git"} & {*path.parts}
    }


def is_temporary(name: str) -> bool:
    """Whether a file is one that only a running tool has."""
    return name.endswith(".translator.tmp")


class Stage:
    """A command on a project: before it, after it, and what a kill of it leaves."""

    def __init__(self, folder: Path, command: str, jobs: int, *, has_cache: bool) -> None:
        self.command, self.jobs, self.has_cache = command, jobs, has_cache
        self.before, self.place = folder / "before", folder / "work"
        self.shim = shim(folder)
        if not has_cache:
            shutil.rmtree(self.before / ".translator_cache", ignore_errors=True)
        self.renew()
        self.old = files(self.place)
        start = time.perf_counter()
        self.done = run(tool(self.place, command, jobs))
        self.seconds = time.perf_counter() - start
        self.new = files(self.place)
        if (self.new == self.old) != (command == _WRITES_NOTHING):
            raise SystemExit(f"{command}: nothing to do; {self.done.stderr.decode()}")

    def renew(self) -> None:
        """The project as it was."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.before, self.place)

    def is_killed_at(self, call: str, number: int) -> bool:
        """Kills the command at a call; False where no process of it was killed."""
        self.renew()
        command = tool(self.place, self.command, self.jobs)
        done = run(command, LD_PRELOAD=self.shim, KILL_CALL=call, KILL_NUMBER=str(number))
        return done.returncode not in (0, 1)

    def calls(self, call: str) -> int:
        """How often a process of the command does a call at most."""
        self.renew()
        log = self.place.with_name("calls")
        log.unlink(missing_ok=True)
        run(tool(self.place, self.command, self.jobs), LD_PRELOAD=self.shim, KILL_CALL=call, KILL_LOG=str(log))
        return max(Counter(log.read_text().split()).values()) if log.exists() else 0

    def kill_after(self, seconds: float) -> None:
        """Kills the command with all its processes after a time."""
        self.renew()
        process = subprocess.Popen(
            tool(self.place, self.command, self.jobs),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def faults(self, *, is_thorough: bool) -> Iterator[str]:
        """What is wrong after a kill, and after the next run."""
        left = files(self.place)
        for name, data in left.items():
            if not is_temporary(name) and data not in (self.old.get(name), self.new.get(name)):
                yield f"torn: {name}"
        yield from (f"torn: {name} is gone" for name in self.old.keys() & self.new.keys() if name not in left)
        if self.command == "merge-driver" and left["ours.po"] == self.new["ours.po"]:
            return  # It was done, and a merge with its own result is another one.
        try:
            done = run(tool(self.place, self.command, self.jobs))
        except subprocess.TimeoutExpired:
            yield "stuck"
            return
        if done.returncode != self.done.returncode:
            yield f"failed: {done.returncode} for {self.done.returncode}: {done.stderr.decode()[-300:]}"
        found = files(self.place)
        litter = [name for name in found if is_temporary(name)]
        if litter and self.command == "check --fix":
            _must(self.place, "update")  # It writes much less often, and leaves the clearing to the others.
            litter = [name for name in files(self.place) if is_temporary(name)]
        yield from (f"litter: {name}" for name in litter)
        for name in sorted(found.keys() | self.new.keys()):
            if not is_temporary(name) and found.get(name) != self.new.get(name):
                yield f"other result: {name}"
        for path in (self.place / ".translator_cache").glob("*"):
            if path.name not in (".gitignore", "records.sqlite3"):
                yield f"litter: {path.name}"
        if is_thorough:
            known = run(tool(self.place, "check --format json", 1)).stdout
            shutil.rmtree(self.place / ".translator_cache", ignore_errors=True)
            if known != run(tool(self.place, "check --format json", 1)).stdout:
                yield "stale"


def spread(count: int, most: int) -> list[int]:
    """Numbers from 1 to a count, at most so many, evenly spread."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted({1 + round(at * (count - 1) / (most - 1)) for at in range(most)})


def walk(stage: Stage, given: argparse.Namespace, rng: random.Random) -> tuple[int, Counter[str], list[str]]:
    """Kills a command in every way; how often, and what was wrong."""
    kills, wrong, told = 0, Counter[str](), list[str]()

    def look(how: str) -> None:
        nonlocal kills
        kills += 1
        for fault in stage.faults(is_thorough=kills % 5 == 0):
            wrong[fault.split(":")[0]] += 1
            told.append(f"{stage.command}, {how}: {fault}")

    for call in CALLS:
        for number in spread(stage.calls(call), given.most):
            if stage.is_killed_at(call, number):
                look(f"{call} {number}")
    for _ in range(given.random):
        after = rng.uniform(0.1, 1.0) * stage.seconds
        stage.kill_after(after)
        look(f"after {after:.2f} s")
    return kills, wrong, told


def main() -> None:
    """Prints a table, and every fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commands", default=",".join(COMMANDS))
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--most", type=int, default=12)
    parser.add_argument("--random", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    print(
        f"| command | processes | cache | kills | {' | '.join(FAULTS)} |\n|---|---:|---|{'---:|' * (1 + len(FAULTS))}"
    )
    faults: list[str] = []
    for command in given.commands.split(","):
        for jobs in map(int, given.jobs.split(",")):
            for has_cache in (True, False):
                if command == "merge-driver" and (jobs > 1 or not has_cache):
                    continue
                with tempfile.TemporaryDirectory() as folder:
                    made(Path(folder) / "before")
                    prepared(Path(folder) / "before", command)
                    stage = Stage(Path(folder), command, jobs, has_cache=has_cache)
                    kills, wrong, told = walk(stage, given, rng)
                faults += told
                cells = " | ".join(str(wrong[each]) for each in FAULTS)
                print(f"| {command} | {jobs} | {'yes' if has_cache else 'no'} | {kills} | {cells} |", flush=True)
    print("\n".join(faults))


if __name__ == "__main__":
    main()
