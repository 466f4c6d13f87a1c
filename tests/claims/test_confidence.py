"""Confidence: a probability that follows the model's chance, taken as it is where nothing was measured."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from eval.reliability import bins, calibration_error
from hypothesis import given
from hypothesis import strategies as st

from fogline.claims.confidence import Calibration, calibrated, calibration, confidence_of
from fogline.model import Document, Reading

CHANCES = st.floats(0, 1)


@given(CHANCES, CHANCES)
def test_the_higher_the_chance_the_higher_the_confidence(one: float, other: float) -> None:
    low, high = sorted((one, other))
    for line in (calibration().rules, calibration().hybrid):
        assert 0 <= calibrated(low, line) <= calibrated(high, line) <= 1


@given(st.floats(0.001, 0.97))
def test_a_line_that_changes_nothing(chance: float) -> None:
    assert math.isclose(calibrated(chance, Calibration(slope=1, offset=0)), chance, rel_tol=1e-9)


def test_only_what_was_measured_is_set_right(read: Callable[..., Document]) -> None:
    event = replace(read("Shelling killed nine people in Lachin on Thursday.", "2024-05-03").events[0], weight=0.4)
    assert confidence_of(event) == calibrated(0.4, calibration().rules) != 0.4
    read_too = replace(event, reading=Reading(0.5, 0.1, 0.5, (("asserts", 1.0),)))
    assert confidence_of(read_too) == calibrated(0.4, calibration().hybrid) != confidence_of(event)
    assert confidence_of(replace(event, entry="llm.harm.killed")) == 0.4


def test_the_calibration_error_is_what_bins_are_off_by() -> None:
    told = np.array([0.25, 0.25, 0.25, 0.25, 0.95, 0.95])
    right = np.array([1.0, 0.0, 0.0, 0.0, 1.0, 0.0])
    assert calibration_error(told, right) == pytest.approx(0.45 * 2 / 6)
    assert [(b.count, b.right) for b in bins(told, right)] == [(4, 0.25), (2, 0.5)]
    assert calibration_error(np.array([1.0, 0.0]), np.array([1.0, 0.0])) == 0
