"""The desk's first page, read as on a morning; every number against the marts."""

import pytest

from tests.browser.watching import Watched, choose, click, number, settle, told

pytestmark = pytest.mark.browser

STREET_A = "990199001000"
INSIDE = "(select area_code from core.bridge_area_ancestors where ancestor_code = $place)"


def test_the_bare_address_of_a_fresh_server_is_the_first_page(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/")

    ((overdue,),) = ask("select count(*) from marts.mart_due_items where is_overdue")
    assert number(page.locator(".today p").inner_text()) == overdue
    counts = dict(
        ask(
            """
            select subject_name || '超期', count(*) filter (is_overdue)
            from marts.mart_due_items group by all
            """
        )
    )
    shown = page.locator(".today .counts a").all_inner_texts()
    assert {words.split("\n")[0]: number(words.split("\n")[1]) for words in shown} == counts
    assert page.locator(".items a.on").inner_text() == "工作台"
    assert desk.outside == []
    assert desk.complaints == []


def test_a_line_leads_to_its_alert_and_back(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/")
    ((first,),) = ask(
        """
        select record_id from marts.mart_alert_list where kind = '超期'
        order by is_new_since_yesterday desc, urgency_place limit 1
        """
    )

    page.locator(".st-key-pn_overdue a.line").first.click()
    page.wait_for_url("**/alerts?**")
    settle(page)

    assert told(page)["record"] == first
    assert "下一步" in page.locator(".st-key-pn_detail").inner_text()
    page.go_back()
    settle(page)
    assert page.locator(".today").count() == 1


def test_a_count_leads_to_the_list_already_narrowed(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/?area={STREET_A}")

    page.locator(".today .counts a", has_text="网格事件超期").click()
    page.wait_for_url("**/events?**")
    settle(page)

    ((overdue,),) = ask(
        f"""
        select count(*) from marts.mart_event_list where is_overdue and area_code in {INSIDE}
        """,
        place=STREET_A,
    )
    assert told(page) == {"area": STREET_A, "show": "overdue"}
    assert f"{overdue} 件" in page.locator(".st-key-table_head").inner_text()


def test_another_place_is_chosen_and_stands_in_the_address(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/")

    choose(page, "区域", "甲街道")

    assert told(page)["area"] == STREET_A
    ((overdue,),) = ask(
        f"select count(*) from marts.mart_due_items where is_overdue and area_code in {INSIDE}",
        place=STREET_A,
    )
    assert number(page.locator(".today p").inner_text()) == overdue
    page.go_back()
    settle(page)
    assert "area" not in told(page)


def test_new_alerts_can_be_asked_for_since_monday(address: str, desk: Watched):
    page = desk.open(f"{address}/")

    click(page.get_by_role("radio", name="本周一以来"))

    assert told(page)["since"] == "week"
    assert "本周一以来没有新的预警" in page.locator(".st-key-pn_new").inner_text()
