"""The mixes of the domain brief (7.2), within what a small city allows."""

from __future__ import annotations

import polars as pl
import pytest


def test_kinds_of_events(frame):
    shares = dict(
        frame(
            "select class_name, 100.0 * count(*) / sum(count(*)) over () from events "
            "join matters using (matter_code) group by class_name"
        ).iter_rows()
    )
    wanted = {"市容环境": 34, "公共设施": 14, "安全隐患": 18.5, "矛盾纠纷": 4.4, "便民服务": 15}
    for name, share in wanted.items():
        assert shares[name] == pytest.approx(share, abs=2.5)


def test_weekends_are_quieter(count):
    per_day = "select count(*) / count(distinct reported_at::date) from events where isodow("
    assert count(f"{per_day}reported_at) >= 6") < 0.8 * count(f"{per_day}reported_at) <= 4")


def test_workers_patrol_twice_a_day(frame):
    hours = dict(
        frame(
            "select hour(reported_at), count(*) from events where source = 'worker' group by 1"
        ).iter_rows()
    )
    assert hours[9] > 2 * hours[12] < hours[15]
    assert hours.get(3, 0) < hours[9] / 50


def test_most_is_settled_in_grid_or_community(count):
    share = count(
        "select avg((level in ('grid', 'community'))::int) from event_log where state = 'closed'"
    )
    assert 0.66 < share < 0.78


def test_one_street_and_one_department_are_late_more_often(frame):
    handled = (
        "select event_id, min(due_at) filter (state = 'dispatched') as limit_at, "
        "max(\"at\") filter (state = 'handled') as done_at, "
        "arg_max(department_code, seq) filter (state = 'signed') as owner "
        "from event_log group by all "
        "having not bool_or(state in ('extended', 'suspended')) and limit_at is not null"
    )
    by_street = frame(
        "select substr(area_code, 1, 9) as street, avg((done_at > limit_at)::int) as late "
        f"from ({handled}) join events using (event_id) group by all order by late"
    )
    assert by_street["street"][-1] == "990105006"
    by_department = frame(
        f"select owner, avg((done_at > limit_at)::int) as late from ({handled}) "
        "where owner is not null group by all having count(*) > 200 order by late"
    )
    assert by_department["owner"][-1] == "D10"


def test_mediation_nearly_always_succeeds(count):
    share = count(
        "select avg((result like 'success%')::int) from disputes where result != 'withdrawn'"
    )
    assert 0.94 < share <= 1


def test_petitions_come_by_web_first(frame):
    channels = frame("select channel, count(*) as items from petitions group by all")
    assert channels.sort("items")["channel"][-1] == "web"


def test_some_petitioners_come_again_on_the_same_matter(count):
    repeats = count("select count(*) - count(distinct (petitioner_key, matter_key)) from petitions")
    assert 0.03 < repeats / count("select count(*) from petitions") < 0.2


def test_a_tenth_of_the_active_volunteers_gives_half_of_the_hours(frame):
    hours = frame("select volunteer_key, sum(hours) as hours from service_records group by all")[
        "hours"
    ].sort(descending=True)
    top = hours.head(len(hours) // 10).sum() / hours.sum()
    assert 0.35 < top < 0.62


def test_most_registered_volunteers_do_not_serve(count):
    serving = count("select count(distinct volunteer_key) from service_records")
    assert serving / count("select count(*) from volunteers") < 0.35


def test_service_never_precedes_registration(count):
    early = (
        "select count(*) from service_records join volunteers using (volunteer_key) "
        "where started_at < registered_on"
    )
    assert count(early) == 0


def test_tasks_of_all_five_governances_with_some_overdue(frame):
    tasks = frame("select * from tasks")
    assert set(tasks["governance"]) == {"政治", "法治", "德治", "自治", "智治"}
    assert set(tasks["kind"]) == {"pilot", "project", "problem", "goal"}
    overdue = tasks.filter(pl.col("done_on").is_null(), pl.col("due_on") < pl.date(2026, 11, 18))
    assert 0 < overdue.height < 12


def test_few_grids_lack_a_worker(count):
    staffed = count(
        "select count(distinct area_code) from rosters where role = 'grid_worker' and until is null"
    )
    grids = count("select count(*) from areas where level = 'grid'")
    assert 0.95 < staffed / grids <= 1
