"""数据健康 walked as its readers do; every number against the marts."""

import pytest

from tests.browser.watching import Watched, choose, click, number, settle, told

pytestmark = pytest.mark.browser


def test_a_deep_link_on_a_fresh_server_opens_the_part_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/data?view=rows")

    ((rows_in,),) = ask("select rows_in from marts.mart_data_totals")
    tile = page.locator(".kp", has_text="文件行数").inner_text()
    assert number(tile.removeprefix("文件行数")) == rows_in
    counted = ask("select feed_name, accepted_count from marts.mart_data_conservation")
    shown = page.locator(".st-key-pn_data_rows tbody tr")
    assert shown.count() == len(counted)
    for feed, accepted in counted[:5]:
        row = shown.filter(has=page.get_by_role("cell", name=feed, exact=True)).first
        assert number(row.get_by_role("cell").nth(2).inner_text()) == accepted
    assert desk.outside == []
    assert desk.complaints == []


def test_feeds_are_narrowed_and_going_back_shows_all(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/data")
    feeds = page.locator(".st-key-pn_data_feeds tbody tr")
    ((every, petitions),) = ask(
        """
        select count(*), count(*) filter (where family = 'petition')
        from marts.mart_data_freshness
        """
    )
    assert feeds.count() == every

    choose(page, "类别", "信访")
    assert (feeds.count(), told(page)["family"]) == (petitions, "petition")
    page.go_back()
    settle(page)
    assert feeds.count() == every


def test_the_parts_of_the_page_are_one_click_apart(address: str, desk: Watched):
    page = desk.open(f"{address}/data")

    click(page.get_by_role("radio", name="构建检验"))

    assert told(page)["view"] == "checks"
    assert "构建检验" in page.locator(".st-key-pn_data_checks h2").inner_text()
    click(page.get_by_role("radio", name="隔离区"))
    assert "没有隔离的行" in page.locator(".st-key-pn_data_refused").inner_text()
