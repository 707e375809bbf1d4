"""Work on many items: order, errors, interruption, with one process and with several."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from translator import batch
from translator.errors import Location, TranslatorError


def doubled(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


def refused(number: int) -> int:
    if number >= 20:
        raise TranslatorError(f"number {number} is too large", Location("a.txt", number))
    return number


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_order(jobs: int) -> None:
    heard: list[int] = []
    results = list(batch.run(doubled, range(50), jobs=jobs, told=heard.append))
    assert [each[0] for each in results] == [number * 2 for number in range(50)]
    assert heard == list(range(1, 51))
    assert (os.getpid() in {each[1] for each in results}) == (jobs == 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_first_error_in_order_is_raised(jobs: int) -> None:
    done: list[int] = []
    with pytest.raises(TranslatorError) as error:
        done.extend(batch.run(refused, range(60), jobs=jobs))
    assert str(error.value) == "a.txt:20: number 20 is too large" or str(error.value).startswith(
        "a.txt:20:1: number 20"
    )
    assert error.value.location == Location("a.txt", 20)


def killed(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_a_killed_worker_is_told_and_no_bug() -> None:
    with pytest.raises(TranslatorError, match=r"was killed .* run again"):
        list(batch.run(killed, range(20), jobs=2))


def test_no_items_start_nothing() -> None:
    assert list(batch.run(doubled, [], jobs=4)) == []


def test_few_items_are_not_worth_processes() -> None:
    assert batch.sensible_jobs(batch.ENOUGH - 1) == 1
    assert batch.sensible_jobs(10_000) >= 1


SLOW = """
import multiprocessing, sys, threading, time
sys.path.insert(0, {root!r})
from translator import batch

def slow(number):
    time.sleep(0.05)
    return number

if __name__ == "__main__":
    if len(sys.argv) > 1:  # beside another thread, processes are started as Python is told to
        multiprocessing.set_start_method(sys.argv[1])
        threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
    for number in batch.run(slow, range(5000), jobs=2):
        print(number, flush=True)
"""


def workers_of(pid: int) -> list[int]:
    """The processes below a process that do its work, whoever started them."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    below = [int(each) for each in children.read_text(encoding="ascii").split()]
    return [each for child in below for each in (workers_of(child) or [child])]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to see the workers")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("method", [(), ("spawn",), ("forkserver",)])
def test_no_worker_outlives_the_run(tmp_path: Path, by: signal.Signals, method: tuple[str, ...]) -> None:
    script = tmp_path / "slow.py"
    script.write_text(SLOW.format(root=str(Path(__file__).parent.parent)), encoding="utf-8")
    process = subprocess.Popen([sys.executable, script, *method], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    assert process.stdout.readline() == b"0\n"
    workers = workers_of(process.pid)
    assert len(workers) >= 2
    process.send_signal(by)
    process.wait(60)
    process.stdout.close()
    deadline = time.monotonic() + 60
    while any(map(is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, workers))


def test_parts_of_one_thing_are_shared_out_where_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    few = list(batch.shared(doubled, range(batch.FEW_PARTS - 1), jobs=2))
    many = list(batch.shared(doubled, range(20), jobs=2))
    assert {each[1] for each in few} == {os.getpid()}
    assert [each[0] for each in many] == [number * 2 for number in range(20)]
    assert (os.getpid() in {each[1] for each in many}) == (sys.platform != "linux")
    assert {each[1] for each in batch.shared(doubled, range(20), jobs=1)} == {os.getpid()}


def parts_in(number: int) -> set[int]:
    return {each[1] for each in batch.shared(doubled, range(number), jobs=2)} | {os.getpid()}


def test_a_process_of_a_batch_starts_no_others() -> None:
    assert all(len(each) == 1 for each in batch.run(parts_in, [20, 20], jobs=2))
