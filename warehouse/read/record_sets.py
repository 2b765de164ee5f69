"""The sets of records that desk pages list: one mart each, all with the same first columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class RecordSet:
    """Where a set of records stands.

    Attributes:
        mart: Its list, one row per record, such as `marts.mart_dispute_list`.
        steps: Its lines of time, one row per record and step; None when it has none.
        feeds: Codes of the feeds that it is made of, such as `case/disputes`.
    """

    mart: str
    steps: str | None
    feeds: tuple[str, ...]


#: By the name that pages call them. Names of tables come from here alone, never from outside.
RECORD_SETS: Mapping[str, RecordSet] = {
    "disputes": RecordSet(
        "marts.mart_dispute_list", "marts.mart_dispute_steps", ("case/disputes",)
    ),
    "petitions": RecordSet(
        "marts.mart_petition_list",
        "marts.mart_petition_steps",
        ("petition/petitions", "petition/ratings", "petition/hearings"),
    ),
    "alerts": RecordSet(
        mart="marts.mart_alert_list",
        steps="marts.mart_alert_steps",
        feeds=("grid/events", "grid/event_log", "case/disputes", "petition/petitions"),
    ),
    "teams": RecordSet("marts.mart_teams_list", None, ("volunteer/teams",)),
    "service_orders": RecordSet(
        "marts.mart_service_orders_list",
        "marts.mart_service_orders_steps",
        ("volunteer/service_orders",),
    ),
    "social_orgs": RecordSet("marts.mart_social_orgs_list", None, ("base/social_orgs",)),
    "tasks": RecordSet("marts.mart_tasks_list", "marts.mart_tasks_steps", ("program/tasks",)),
    "supervision_findings": RecordSet(
        "marts.mart_supervision_findings_list",
        "marts.mart_supervision_findings_steps",
        ("program/supervision_findings",),
    ),
    "meeting_actions": RecordSet(
        "marts.mart_meeting_actions_list",
        "marts.mart_meeting_actions_steps",
        ("program/meeting_actions",),
    ),
    "coverage_units": RecordSet(
        "marts.mart_coverage_units_list",
        None,
        ("base/facilities", "base/rosters", "base/social_orgs", "base/awards"),
    ),
    "facilities": RecordSet("marts.mart_facilities_list", None, ("base/facilities",)),
    "rosters": RecordSet("marts.mart_rosters_list", None, ("base/rosters",)),
    "awards": RecordSet("marts.mart_awards_list", None, ("base/awards",)),
}
