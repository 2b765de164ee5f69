from pathlib import Path

import pytest

from warehouse.settings import Settings


def test_a_site_file_overrides_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "site.toml").write_text('site_name = "云溪"\ndemo = false\npii_key = "ours"\n')
    monkeypatch.setenv("YIPING_VAR", str(tmp_path))

    site = Settings()

    assert (site.site_name, site.demo) == ("云溪", False)
    assert site.raw == tmp_path / "raw"


def test_the_environment_overrides_the_site_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "site.toml").write_text('site_name = "云溪"\n')
    monkeypatch.setenv("YIPING_VAR", str(tmp_path))
    monkeypatch.setenv("YIPING_SITE_NAME", "双桥")

    assert Settings().site_name == "双桥"


def test_an_unknown_setting_is_refused(tmp_path: Path):
    (tmp_path / "site.toml").write_text('site_nmae = "云溪"\n')

    with pytest.raises(ValueError, match="site_nmae"):
        Settings(var=tmp_path)


def test_a_real_site_must_hash_its_people_with_its_own_key(tmp_path: Path):
    with pytest.raises(ValueError, match="pii_key"):
        Settings(var=tmp_path, demo=False)

    assert Settings(var=tmp_path, demo=False, pii_key="ours").pii_key == "ours"
