"""Draws: by weight, by row, below a limit, and the same again for the same seed."""

from __future__ import annotations

import numpy as np

from warehouse.sample.draws import lognormal_below, pick, pick_by_row, random_for
from warehouse.sample.texts import choose, numbered, ranks


def test_subjects_do_not_disturb_each_other():
    alone = random_for(7, "events").random(3)
    random_for(7, "disputes").random(100)
    assert (random_for(7, "events").random(3) == alone).all()
    assert (random_for(7, "disputes").random(3) != alone).all()


def test_what_weighs_nothing_is_never_picked():
    picked = pick(random_for(1, "pick"), (0, 1, 0, 3, 0), 10_000)
    assert set(picked.tolist()) == {1, 3}
    assert 0.72 < (picked == 3).mean() < 0.78


def test_each_row_has_its_own_weights():
    rows = np.array([0, 1, 1, 0, 2] * 500)
    table = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 5]])
    assert (pick_by_row(random_for(1, "rows"), table, rows) == rows).all()


def test_values_below_a_limit_keep_their_median_and_do_not_pile_up():
    values = lognormal_below(random_for(1, "below"), 0.5, 0.3, 1.0, 50_000)
    assert values.max() < 1.0
    assert 0.48 < np.median(values) < 0.52
    assert (values > 0.99).mean() < 0.01


def test_texts_are_chosen_by_index_and_none_below_zero():
    assert choose(["一", "二"], np.array([1, -1, 0])).to_list() == ["二", None, "一"]


def test_identifiers_keep_their_zeros():
    assert numbered("TJ", np.array([7, 42]), 4).to_list() == ["TJ0007", "TJ0042"]


def test_ranks_begin_with_one():
    assert ranks(np.array([30, 10, 20])).tolist() == [3, 1, 2]
