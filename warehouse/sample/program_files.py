"""Writes the feeds of programme and case work, each as its own system would export it."""

from __future__ import annotations

from warehouse.sample.city import City
from warehouse.sample.monthly_cases import court_filings_frame, security_incidents_frame
from warehouse.sample.platform import compliance_checks_frame, scenarios_frame
from warehouse.sample.score_adjustments import score_adjustments_frame
from warehouse.sample.spelling import in_chinese
from warehouse.sample.supervision import meeting_actions_frame, supervision_findings_frame
from warehouse.sample.writer import Landing


def write_program(city: City, landing: Landing) -> None:
    """Meetings, inspections, checks, scenarios, decisions on scores."""
    actions = in_chinese(meeting_actions_frame(city), "program/meeting_actions")
    landing.xlsx("program/meeting_actions", "推进会议定事项.xlsx", actions)
    findings = in_chinese(supervision_findings_frame(city), "program/supervision_findings")
    landing.csv("program/supervision_findings", "督导问题.csv", findings, encoding="gb18030")
    checks = in_chinese(compliance_checks_frame(city), "program/compliance_checks")
    landing.csv("program/compliance_checks", "规范化检查.csv.gz", checks)
    landing.csv("program/scenarios", "scenarios.csv", scenarios_frame(city))
    adjustments = in_chinese(score_adjustments_frame(city), "program/score_adjustments")
    landing.xlsx("program/score_adjustments", "考核加减分.xlsx", adjustments)


def write_cases(city: City, landing: Landing) -> None:
    """Sums of courts and police."""
    filings = in_chinese(court_filings_frame(city), "case/court_filings")
    landing.xlsx("case/court_filings", "法院收案月报.xlsx", filings)
    incidents = in_chinese(security_incidents_frame(city), "case/security_incidents")
    landing.csv("case/security_incidents", "刑事治安月报.csv", incidents, encoding="gb18030")
