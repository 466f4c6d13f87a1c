"""`kill -9` at any moment of adding: nothing is lost, nothing doubled, the ledger is sound."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fogline.ledger import Store
from fogline.ledger.audit import Fault, verify

FEW, MANY = 10, 200
REPORTS = 400
ADDER = Path(__file__).with_name("adder.py")


def _add(ledger: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(ADDER), ledger, str(REPORTS)], stdout=subprocess.PIPE)


def _kill_and_add(address: str, kills: int) -> None:
    chance = random.Random(kills)
    for _ in range(kills):
        adding = _add(address)
        assert adding.stdout is not None
        adding.stdout.readline()  # it has begun to add
        time.sleep(chance.uniform(0, 0.1))
        adding.send_signal(signal.SIGKILL)
        adding.wait()
    assert _add(address).wait() == 0
    with Store(address) as store, store.viewing() as view:
        assert [found for found in verify(view) if isinstance(found, Fault)] == []
        assert view.counts()["reports"] == view.counts()["readings"] == REPORTS
        assert view.counts()["claims"] == 3 * REPORTS


def test_ten_kills(address: str) -> None:
    _kill_and_add(address, FEW)


@pytest.mark.long
def test_two_hundred_kills(address: str) -> None:
    _kill_and_add(address, MANY)


def test_several_add_at_once(address: str) -> None:
    Store(address).close()
    adding = [_add(address) for _ in range(3)]
    assert [process.wait() for process in adding] == [0, 0, 0]
    with Store(address) as store, store.viewing() as view:
        assert [found for found in verify(view) if isinstance(found, Fault)] == []
        assert view.counts()["reports"] == view.counts()["readings"] == REPORTS
        assert json.dumps(view.counts())
