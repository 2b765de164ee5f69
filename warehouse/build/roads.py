"""The way of each feed from the raw lake to its facts, told a second time.

The audit must not believe the models that it checks: keys, times and parents are written
here again, and a build whose tables disagree with them is not published.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Road:
    """Where the rows of one feed go.

    Attributes:
        feed: `family/feed`, as in the lake.
        keys: Columns of which the lake's newest row is kept.
        staging: The staging model, one row per key.
        fact: The model with one row per real thing.
        time: Staging column that must lie before the data cut; None for registers.
        parent: `(fact, key)` that a row must belong to, if it stands for a part of a thing.
        fact_filter: Which rows of the fact come from this feed.
    """

    feed: str
    keys: tuple[str, ...]
    staging: str
    fact: str
    time: str | None = None
    parent: tuple[str, str] | None = None
    fact_filter: str = "true"


ROADS = (
    Road("base/areas", ("area_code", "valid_from"), "stg_base__areas", "dim_area_versions"),
    Road("base/departments", ("department_code",), "stg_base__departments", "dim_departments"),
    Road("base/matters", ("matter_code",), "stg_base__matters", "dim_matters"),
    Road(
        "base/rosters",
        ("role", "person_key", "area_code"),
        "stg_base__rosters",
        "fct_rosters",
        time="since",
    ),
    Road(
        "base/facilities",
        ("facility_id",),
        "stg_base__facilities",
        "fct_facilities",
        time="coalesce(opened_on, date '2000-01-01')",
    ),
    Road("base/social_orgs", ("org_id",), "stg_base__social_orgs", "fct_social_orgs", time="since"),
    Road(
        "base/party_branches",
        ("branch_id",),
        "stg_base__party_branches",
        "fct_party_branches",
        time="since",
    ),
    Road("base/awards", ("award_id",), "stg_base__awards", "fct_awards", time="awarded_on"),
    Road(
        "base/surveys",
        ("survey_id", "area_code"),
        "stg_base__surveys",
        "fct_surveys",
        time="wave_on",
    ),
    Road("grid/events", ("event_id",), "stg_grid__events", "fct_events", time="reported_at"),
    Road(
        "grid/event_log",
        ("event_id", "seq"),
        "stg_grid__event_log",
        "fct_event_steps",
        time='"at"',
        parent=("fct_events", "event_id"),
        fact_filter="not is_derived",
    ),
    Road(
        "grid/callbacks",
        ("event_id", "called_at"),
        "stg_grid__callbacks",
        "fct_callbacks",
        time="called_at",
        parent=("fct_events", "event_id"),
    ),
    Road(
        "grid/hotline_calls",
        ("date", "hour"),
        "stg_grid__hotline_calls",
        "fct_hotline_calls",
        time="called_on + to_hours(called_hour)",
    ),
    Road(
        "grid/visits",
        ("area_code", "period_start"),
        "stg_grid__visits",
        "fct_visits",
        time="week_start",
    ),
    Road(
        "grid/population_records",
        ("area_code", "as_of"),
        "stg_grid__population_records",
        "fct_population_records",
        time="counted_on",
    ),
    Road(
        "grid/devices",
        ("facility_id", "sampled_at"),
        "stg_grid__devices",
        "fct_device_samples",
        time="sampled_at",
        parent=("fct_facilities", "facility_id"),
    ),
    Road(
        "grid/say_matters",
        ("matter_id",),
        "stg_grid__say_matters",
        "fct_say_matters",
        time="raised_at",
    ),
    Road(
        "grid/admissions", ("task_id",), "stg_grid__admissions", "fct_admissions", time="given_on"
    ),
    Road(
        "grid/deliberations",
        ("outcome_id",),
        "stg_grid__deliberations",
        "fct_deliberations",
        time="met_on",
    ),
    Road(
        "case/disputes", ("dispute_id",), "stg_case__disputes", "fct_disputes", time="accepted_at"
    ),
    Road(
        "petition/petitions",
        ("petition_id",),
        "stg_petition__petitions",
        "fct_petitions",
        time="received_at",
    ),
    Road(
        "petition/hearings",
        ("hearing_id",),
        "stg_petition__hearings",
        "fct_hearings",
        time="held_on",
    ),
    Road(
        "petition/ratings",
        ("petition_id",),
        "stg_petition__ratings",
        "fct_petition_ratings",
        time="rated_at",
        parent=("fct_petitions", "petition_id"),
    ),
    Road(
        "volunteer/volunteers",
        ("volunteer_key",),
        "stg_volunteer__volunteers",
        "fct_volunteers",
        time="registered_on",
    ),
    Road(
        "volunteer/teams",
        ("team_id",),
        "stg_volunteer__teams",
        "fct_teams",
        time="founded_on",
    ),
    Road(
        "volunteer/service_records",
        ("record_id",),
        "stg_volunteer__service_records",
        "fct_service_records",
        time="started_at",
    ),
    Road(
        "program/tasks",
        ("task_id",),
        "stg_program__tasks",
        "fct_tasks",
        time="started_on",
    ),
    Road(
        "case/court_filings",
        ("area_code", "month"),
        "stg_case__court_filings",
        "fct_court_filings",
        time="month_start",
    ),
    Road(
        "case/security_incidents",
        ("area_code", "month"),
        "stg_case__security_incidents",
        "fct_security_incidents",
        time="month_start",
    ),
    Road(
        "case/reward_tips",
        ("tip_id",),
        "stg_case__reward_tips",
        "fct_reward_tips",
        time="received_on",
    ),
    Road(
        "volunteer/service_orders",
        ("order_id",),
        "stg_volunteer__service_orders",
        "fct_service_orders",
        time="ordered_at",
    ),
    Road(
        "program/supervision_findings",
        ("finding_id",),
        "stg_program__supervision_findings",
        "fct_supervision_findings",
        time="found_on",
    ),
    Road(
        "program/meeting_actions",
        ("action_id",),
        "stg_program__meeting_actions",
        "fct_meeting_actions",
        time="meeting_on",
    ),
    Road(
        "program/compliance_checks",
        ("check_id",),
        "stg_program__compliance_checks",
        "fct_compliance_checks",
        time="checked_on",
    ),
    Road(
        "program/scenarios",
        ("scenario_id", "last_data_at"),
        "stg_program__scenarios",
        "fct_scenario_reports",
        time="online_since",
    ),
    Road(
        "program/score_adjustments",
        ("adjustment_id",),
        "stg_program__score_adjustments",
        "fct_score_adjustments",
        time="decided_on",
    ),
)
