"""The hotline, cameras, visits, person records and self-government of the sample city."""

from __future__ import annotations


def test_the_hotline_rings_as_often_as_the_brief_says_and_answers_most(count):
    per_1000 = count("select sum(calls_in) / (count(*) / 24.0 / 365) from hotline_calls") / count(
        "select sum(resident_population) / 1000.0 from areas where level = 'grid'"
    )
    assert 120 < per_1000 < 190
    assert 0.94 < count("select sum(calls_answered) / sum(calls_in) from hotline_calls") < 0.985
    assert (
        0.55 < count("select sum(direct_answers) / sum(calls_answered) from hotline_calls") < 0.65
    )


def test_an_overload_loses_calls_for_an_hour(count):
    lost = (
        "select count(*) from hotline_calls where calls_in > 4 and calls_answered < 0.75 * calls_in"
    )
    assert 1 <= count(lost) < 60


def test_every_hour_until_the_cut_is_there_once(count):
    hours = "select count(*) = count(distinct (date, hour)) from hotline_calls"
    assert count(hours)
    assert count(
        "select max(date + to_hours(hour + 1)) <= '2026-11-18 14:32:08' from hotline_calls"
    )


def test_nearly_all_visits_are_made_and_none_too_many(count):
    over = "period_start <= '2026-11-09'"
    assert 0.96 < count(f"select sum(done) / sum(required) from visits where {over}") < 0.999
    assert count("select count(*) from visits where done > required") == 0
    assert count("select count(*) from visits where isodow(period_start) != 1") == 0


def test_seven_tenths_are_on_record_and_a_few_grids_have_more_than_residents(count):
    latest = (
        "select records_valid, resident_population from population_records "
        "join areas using (area_code) where as_of = '2026-11-01'"
    )
    assert (
        0.64 < count(f"select sum(records_valid) / sum(resident_population) from ({latest})") < 0.8
    )
    more = f"select count(*) from ({latest}) where records_valid > resident_population"
    assert 0 < count(more) < 0.12 * count(f"select count(*) from ({latest})")


def test_cameras_are_sampled_weekly_and_only_those_that_stand(count):
    assert count("select count(distinct sampled_at::date) from devices") >= 15
    assert count("select count(distinct isodow(sampled_at)) from devices") == 1
    gone = (
        "select count(*) from devices join facilities using (facility_id) "
        "where sampled_at::date >= closed_on or sampled_at::date < opened_on"
    )
    assert count(gone) == 0
    assert count("select count(*) from devices anti join facilities using (facility_id)") == 0
    assert 0.9 < count("select avg(online::int) from devices") < 0.99


def test_a_third_of_what_citizens_bring_up_is_of_the_five_micros(count):
    assert 0.28 < count("select avg((micro_kind is not null)::int) from say_matters") < 0.42
    assert count("select count(distinct micro_kind) from say_matters") == 5


def test_nine_tenths_of_the_tasks_were_admitted_and_of_the_outcomes_carried_out(count):
    assert 0.85 < count("select avg((admission_no is not null)::int) from admissions") < 1
    due = "from deliberations where due_on < '2026-11-18'"
    assert 0.75 < count(f"select avg((implemented_on <= due_on)::int) {due}") <= 1
