"""信访: the statutory clocks, repeats, ratings, hearings."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries, last_second_of
from warehouse.verify.settling import settle
from warehouse.verify.themes.registers import POPULATION

_MOMENTS = ("forwarded_at", "informed_at", "accepted_at", "replied_at", "closed_at")
_SAME = ["petitioner_key", "matter_key"]


def petitions(city: City) -> pl.DataFrame:
    """One row per petition received before the cut, with its clocks.

    The day of receipt (or acceptance) does not count; a clock runs out at the end of its last
    day. What happened after the cut has not happened.
    """
    cut = city.cut.as_of
    rows = city.rows("petition/petitions").filter(pl.col("received_at") < cut)
    rows = rows.with_columns(pl.when(pl.col(name) < cut).then(name) for name in _MOMENTS)
    rows = rows.with_columns(
        answered_at=pl.min_horizontal("forwarded_at", "informed_at", "accepted_at"),
        answer_limit=pl.col("received_at").dt.date() + timedelta(days=15),
        reply_limit=pl.col("accepted_at").dt.date()
        + pl.duration(days=pl.when(pl.col("extended").fill_null(False)).then(90).otherwise(60)),
    )
    answer, reply = (last_second_of(pl.col(f"{what}_limit")) for what in ("answer", "reply"))
    rows = settle(city, rows, "answer", "answered_at", answer)
    return _repeats(settle(city, rows, "reply", "replied_at", reply))


def _repeats(rows: pl.DataFrame) -> pl.DataFrame:
    """`is_repeat`: the same person came about the same matter before; `next_at`: comes again.

    `known_at`: 90 days after the reply to a first petition, when it is known whether that one
    was enough; `came_again`: a petition came in between.
    """
    rows = rows.sort("received_at", "petition_id")
    has_key = pl.all_horizontal(pl.col(name).is_not_null() for name in _SAME)
    number = pl.int_range(pl.len()).over(_SAME)
    rows = rows.with_columns(is_repeat=has_key & (number > 0))
    firsts = rows.filter(~pl.col("is_repeat"), pl.col("replied_at").is_not_null())
    later = rows.filter("is_repeat").select(*_SAME, again_at="received_at")
    pairs = firsts.join(later, on=_SAME).filter(
        pl.col("again_at") > pl.col("replied_at"), pl.col("again_at") <= _ninety_days_on()
    )
    came_again = pl.col("petition_id").is_in(pairs["petition_id"].to_list())
    return rows.with_columns(
        known_at=pl.when(~pl.col("is_repeat")).then(_ninety_days_on()),
        came_again=came_again,
    )


def _ninety_days_on() -> pl.Expr:
    return last_second_of(pl.col("replied_at") + timedelta(days=90))


def ratings(city: City) -> pl.DataFrame:
    """One row per rating before the cut, at the place of its petition."""
    rows = city.rows("petition/ratings").filter(pl.col("rated_at") < city.cut.as_of)
    about = city.derived(petitions).select("petition_id", "area_code", "replied_at")
    return rows.join(about, on="petition_id")


def _received(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions), "received_at")


def _repeated(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions).filter("is_repeat"), "received_at")


def _answers_due(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions), "answer_settled")


def _answers_in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions).filter("answer_in_time"), "answer_settled")


def _replies_due(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions), "reply_settled")


def _replies_in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions).filter("reply_in_time"), "reply_settled")


def _first_known(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions), "known_at")


def _first_resolved(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions).filter(~pl.col("came_again")), "known_at")


def _replied(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions), "replied_at")


def _rated(city: City) -> pl.DataFrame:
    return entries(city.derived(ratings), "replied_at")


def _ratings(city: City) -> pl.DataFrame:
    return entries(city.derived(ratings), "rated_at")


def _satisfied(city: City) -> pl.DataFrame:
    return entries(city.derived(ratings).filter("satisfied"), "rated_at")


ALL = Count(_received)

FORMULAS = {
    "LAW-07": Formula(ALL, POPULATION, 10_000),
    "LAW-08": Formula(Count(_answers_in_time), Count(_answers_due), 100),
    "LAW-09": Formula(Count(_replies_in_time), Count(_replies_due), 100),
    "LAW-10": Formula(Count(_first_resolved), Count(_first_known), 100),
    "LAW-11": Formula(Count(_repeated), ALL, 100),
    "LAW-13A": Formula(Count(_rated), Count(_replied), 100),
    "LAW-13B": Formula(Count(_satisfied), Count(_ratings), 100),
    "LAW-19": Formula(ALL),
}
