"""A site's own assessment schemes on their way into a build."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from warehouse.build import BuildFailedError, build, current
from warehouse.schemes import site_schemes, write_schemes
from warehouse.settings import TRANSFORM_DIR, Settings

SCHEMES = """\
scheme_code,scheme_no,scheme_name,period_type,total_points
grid_monthly,1,本地考核,month,60
"""
ITEMS = """\
scheme_code,level,item_code,item_no,item_name,short_name,aspect,indicator_code,formula_type,\
weight,params
grid_monthly,street,closing,1,按期结案率,按期,timeliness,OPS-08,threshold_step,\
60,"{""full_at"": 90, ""per_point"": 1}"
"""


def keep(site: Settings, schemes: str, items: str) -> None:
    """Write the site's own schemes."""
    site.schemes.mkdir(parents=True)
    (site.schemes / "schemes.csv").write_text(schemes, encoding="utf-8")
    (site.schemes / "scheme_items.csv").write_text(items, encoding="utf-8")


def test_a_broken_scheme_stops_the_build_in_words(site: Settings, project: Path):
    build(site, project=project)
    served = current(site)
    keep(site, SCHEMES, ITEMS.replace("per_point", "per_piece"))

    with pytest.raises(BuildFailedError, match="mistakes in the site's schemes: 1") as caught:
        build(site, project=project)

    assert caught.value.details[0].startswith(
        "scheme_items.csv 第 2 行 params：threshold_step 没有参数 per_piece"
    )
    assert current(site) == served


def test_a_site_without_schemes_of_its_own_has_those_of_the_product(site: Settings):
    assert site_schemes(site) == {}


def test_a_site_s_scheme_replaces_that_of_the_same_code_wholly(site: Settings, tmp_path: Path):
    keep(site, SCHEMES, ITEMS)
    write_schemes(site_schemes(site), tmp_path / "schemes")

    for verb in ("seed", "run"):
        _dbt(verb, tmp_path)

    with duckdb.connect(str(tmp_path / "warehouse.duckdb")) as connection:
        schemes = connection.sql(
            "select scheme_name, total_points from assessment.asm_schemes order by scheme_no"
        ).fetchall()
        items = connection.sql(
            """
            select scheme_code, count(*)
            from assessment.asm_scheme_items
            where scheme_code in ('grid_monthly', 'events_monthly')
            group by all
            order by all
            """
        ).fetchall()
        earned = connection.sql(
            """
            select assessment.item_points(formula_type, params, weight, 85)
            from assessment.asm_scheme_items
            where scheme_code = 'grid_monthly'
            """
        ).fetchall()
    assert schemes[0] == ("本地考核", 60)
    assert len(schemes) == 5
    assert items == [("events_monthly", 5), ("grid_monthly", 1)]
    # 85 is five points short of 90.
    assert earned == [(55,)]


def _dbt(verb: str, folder: Path) -> None:
    nodes = ["schemes", "scheme_items"]
    selected = nodes if verb == "seed" else [f"asm_{node}" for node in nodes]
    place = [f"--{name}-dir={TRANSFORM_DIR}" for name in ("project", "profiles")]
    made = [f"--target-path={folder / 'target'}", f"--log-path={folder / 'logs'}"]
    told = ["--vars", f"{{site_schemes: '{folder / 'schemes'}'}}"]
    ran = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", verb, "--select", *selected, *place, *made, *told],
        env={
            "PATH": "",
            "YIPING_WAREHOUSE_FILE": str(folder / "warehouse.duckdb"),
            "YIPING_RAW": str(folder),
            "YIPING_QUARANTINE": str(folder),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-3000:]
