import os
import time
from pathlib import Path

import pytest

from warehouse.settings import Settings
from warehouse.versions import (
    GRACE_SECONDS,
    BuilderBusyError,
    NoSuchVersionError,
    current,
    point_at,
    prune,
    rollback,
    sweep,
    versions,
    writing,
)

OLD, MIDDLE, NEW = "20261120T080000-aaaa", "20261121T080000-bbbb", "20261122T080000-cccc"


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    """Three versions, all made long ago; the newest is served."""
    site = Settings(var=tmp_path, keep_versions=1)
    for build_id in (OLD, MIDDLE, NEW):
        (site.versions / build_id).mkdir(parents=True)
    point_at(site, NEW)
    for build_id in (OLD, MIDDLE, NEW):
        _age(site.versions / build_id)
    return site


def _age(folder: Path) -> None:
    then = time.time() - GRACE_SECONDS - 1
    os.utime(folder, (then, then))


def _ids(site: Settings) -> list[str]:
    return [version.build_id for version in versions(site)]


def _served(site: Settings) -> str | None:
    version = current(site)
    return version and version.build_id


def test_versions_come_newest_first(site: Settings):
    assert _ids(site) == [NEW, MIDDLE, OLD]


def test_nothing_is_served_before_the_first_build(tmp_path: Path):
    assert current(Settings(var=tmp_path)) is None


def test_rollback_serves_the_version_before(site: Settings):
    assert rollback(site).build_id == MIDDLE
    assert rollback(site).build_id == OLD
    assert _served(site) == OLD


def test_rollback_goes_to_any_version_and_deletes_none(site: Settings):
    rollback(site, OLD)
    rollback(site, NEW)

    assert _served(site) == NEW
    assert _ids(site) == [NEW, MIDDLE, OLD]


def test_rollback_past_the_oldest_version_says_so(site: Settings):
    rollback(site, OLD)

    with pytest.raises(NoSuchVersionError, match="older than the served one"):
        rollback(site)


def test_rollback_to_an_unknown_version_says_so(site: Settings):
    with pytest.raises(NoSuchVersionError, match="20991231T000000-ffff"):
        rollback(site, "20991231T000000-ffff")


def test_rollback_waits_for_no_build(site: Settings):
    with writing(site), pytest.raises(BuilderBusyError):
        rollback(site)


def test_pruning_keeps_the_newest_versions(site: Settings):
    prune(site)

    assert _ids(site) == [NEW]


def test_pruning_never_deletes_what_is_served(site: Settings):
    rollback(site, OLD)
    for build_id in (MIDDLE, NEW):
        _age(site.versions / build_id)

    prune(site)

    assert _ids(site) == [NEW, OLD]


def test_pruning_spares_a_version_that_a_page_may_still_be_reading(site: Settings):
    point_at(site, MIDDLE)
    point_at(site, NEW)

    prune(site)

    assert _ids(site) == [NEW, MIDDLE]


def test_what_dead_builders_left_is_swept_away(site: Settings):
    (site.versions / "20261122T090000-dddd.tmp").mkdir()

    assert sweep(site) == ["20261122T090000-dddd.tmp"]
    assert _ids(site) == [NEW, MIDDLE, OLD]


def test_other_folders_are_no_versions(site: Settings):
    (site.versions / "failed").mkdir()
    (site.versions / "20261122T090000-dddd.tmp").mkdir()

    assert _ids(site) == [NEW, MIDDLE, OLD]
