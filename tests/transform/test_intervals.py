"""How sure a total is: rates drawn many times and scored by what the warehouse scores with."""

import importlib.util

import duckdb
import numpy as np
import pytest

from warehouse.build import current
from warehouse.settings import TRANSFORM_DIR, Settings

MODEL = TRANSFORM_DIR / "models" / "assessment" / "asm_intervals.py"


@pytest.fixture(scope="module")
def model():
    spec = importlib.util.spec_from_file_location("asm_intervals", MODEL)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rates(*rows):
    names = ("unit_no", "rule_no", "alpha", "beta", "top")
    return {name: np.array([row[place] for row in rows]) for place, name in enumerate(names)}


def line(model, weight):
    """Points of one rule at every step of the rate: a straight line up to the weight."""
    return np.array([np.linspace(0, weight, model.STEPS + 1)])


def test_the_mean_of_the_draws_is_the_shrunken_rate(model):
    """9 of 10 among peers of 60 %: Beta(9 + 20 × 0.6, 1 + 20 × 0.4), mean 21/30 = 70 %."""
    drawn = model.drawn_points(rates((0, 0, 21.0, 9.0, 1.0)), line(model, 20), 1, 4000)

    assert drawn.mean() == pytest.approx(14, abs=0.1)


def test_more_pieces_make_a_narrower_interval(model):
    """Both at about 90 %: of 10 pieces and of 1000."""
    few, many = (
        np.quantile(
            model.drawn_points(rates((0, 0, x + 0.5, n - x + 0.5, 1.0)), line(model, 20), 1, 4000),
            [0.05, 0.95],
        )
        for x, n in ((9, 10), (900, 1000))
    )

    assert few[1] - few[0] > 5 * (many[1] - many[0])


def test_all_of_thirty_is_not_certainty(model):
    drawn = model.drawn_points(rates((0, 0, 30.5, 0.5, 1.0)), line(model, 20), 1, 1000)

    assert np.quantile(drawn, 0.05) < 19.5


def test_a_place_without_a_rate_has_nothing_to_draw(model):
    drawn = model.drawn_points(rates((0, 0, 5.0, 5.0, 1.0)), line(model, 20), 2, 100)

    assert drawn[1].tolist() == [0] * 100


def test_draws_are_the_same_every_time(model):
    once, again = (
        model.drawn_points(rates((0, 0, 5.0, 5.0, 1.0)), line(model, 20), 1, 50) for _ in "ab"
    )

    assert (once == again).all()


def test_no_interval_leaves_out_what_is_published(hand_city: Settings):
    served = current(hand_city)
    assert served is not None
    with duckdb.connect(str(served.warehouse), read_only=True) as warehouse:
        ranked, outside, methods = warehouse.execute(
            """
            select
                count(*),
                count(*) filter (where not (
                    total between total_low and total_high and rank between rank_best and rank_worst
                )),
                list(distinct interval_method)
            from assessment.asm_ranks
            where is_ranked
            """
        ).fetchone()

    assert ranked > 0
    assert outside == 0
    assert methods == [
        "各率按贝塔后验抽样 400 次重算得分和名次，取 5%–95%；计数、评定、名次段和时长按事实计"
    ]
