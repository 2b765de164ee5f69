"""Decisions on scores: made after their period began, by offices, within the rules."""


def test_bonus_deduction_and_correction_occur(frame):
    kinds = set(frame("select distinct kind from score_adjustments")["kind"])
    assert {"bonus", "deduction", "correction"} <= kinds


def test_only_the_known_schemes_are_adjusted(frame):
    schemes = set(frame("select distinct scheme_code from score_adjustments")["scheme_code"])
    assert schemes <= {"grid_monthly", "community_monthly", "petition_monthly", "annual"}
    assert len(schemes) >= 3


def test_a_month_is_decided_on_after_its_end(count):
    assert (
        count(
            "select count(*) from score_adjustments "
            "where scheme_code != 'annual' and decided_on <= last_day(period_start)"
        )
        == 0
    )


def test_an_office_decides_and_says_why(count):
    assert count("select count(*) from score_adjustments where reason = '' or decided_by = ''") == 0
