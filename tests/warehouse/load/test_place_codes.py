"""Place codes of two systems, and names that are spelled otherwise."""

from __future__ import annotations

import polars as pl
import pytest

from tests.warehouse.load.conftest import SmallSite
from warehouse.load import check_sources
from warehouse.load.mapping.codes import translate

AREAS = (
    "area_code,area_name,level,parent_code,code_system,alternative_codes\n"
    "990105000000,示范区,district,,统计用,\n"
    "990105001000,甲街道,street,990105000000,统计用,民政:990105002\n"
    "990105002000,乙街道,street,990105000000,统计用,民政:990105001；旧区号:A-2\n"
    "990105001001,清和社区,community,990105001000,统计用,\n"
)
TEAMS = "编号,地区,街道,社区\nT1,990105001,甲街,清河社区\nT2,990105002,甲街道,清和社区\n"
BY_CODE = """
[[source]]
name = "teams"
feed = "volunteer/teams"
files = "export/*.csv"
code_system = "民政"
[source.columns]
team_id = "编号"
area_code = "地区"
kind = { constant = "社区服务" }
founded_on = { constant = "2024-01-01" }
"""
BY_NAME = BY_CODE.replace('code_system = "民政"\n', "").replace(
    'area_code = "地区"', 'area_code = { place = ["{街道}", "{社区}"] }'
)


@pytest.fixture
def exported(site: SmallSite) -> SmallSite:
    site.put("base/areas/a.csv", AREAS)
    site.put("export/t.csv", TEAMS)
    return site


def say(site: SmallSite, mapping: str) -> None:
    (site.settings.var / "sources.toml").write_text(mapping, encoding="utf-8")


def teams(site: SmallSite) -> dict[str, str]:
    return dict(site.lake("volunteer/teams").select("team_id", "area_code").rows())


def test_the_same_digits_are_two_townships_in_two_systems(exported: SmallSite):
    say(exported, BY_CODE)

    exported.load()

    assert teams(exported) == {"T1": "990105002000", "T2": "990105001000"}


def test_a_code_that_its_system_does_not_know_is_refused_though_the_register_has_it(
    exported: SmallSite,
):
    exported.put("export/t.csv", TEAMS.replace("990105002,", "990105001001,"))
    say(exported, BY_CODE)

    exported.load()

    assert teams(exported) == {"T1": "990105002000"}
    assert exported.rules("volunteer/teams") == [
        (3, ["区划代码（area_code）按 民政 代码体系在地区名录中找不到，或按地名找不到"])
    ]


def test_a_code_that_two_places_claim_means_neither():
    places = pl.DataFrame(
        {
            "area_code": ["1", "2"],
            "code_system": ["a", "a"],
            "alternative_codes": ["b:9", "b:9;c:7"],
        }
    )

    codes, lost = translate(pl.Series(["9", None]), "b", places)

    assert codes.to_list() == [None, None]
    assert lost.to_list() == [True, False]
    assert translate(pl.Series(["7"]), "c", places)[0].to_list() == ["2"]


def test_names_that_are_nearly_right_are_proposed_for_confirmation(exported: SmallSite):
    say(exported, BY_NAME)
    exported.load("areas")

    faults = [finding.message for finding in check_sources(exported.settings) if finding.is_fault]

    assert "“甲街”是否即“甲街道”？确认后写入 columns.area_code.names" in faults


def test_a_confirmed_name_is_found(exported: SmallSite):
    confirmed = 'names = { "甲街" = "甲街道", "清河社区" = "清和社区" } }'
    say(exported, BY_NAME.replace('"{社区}"] }', f'"{{社区}}"], {confirmed}'))

    exported.load()

    assert teams(exported) == {"T1": "990105001001", "T2": "990105001001"}
    assert not [finding for finding in check_sources(exported.settings) if finding.is_fault]
