"""A site for the soak: the versions of another one, published anew again and again.

Every publication is a folder of its own with a new build id, as a builder's would be, so that
whatever the server remembers by version is put to the test. The warehouse file is a hard link:
nothing is copied, and the site that lends it is never written to.
"""

from __future__ import annotations

import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from warehouse.settings import Settings
from warehouse.versions import RECORD_FILE, WAREHOUSE_FILE, point_at, versions

KEPT = 4


class VersionsOnLoan:
    """Publishes the lent versions in turn.

    Attributes:
        site: The site to serve.
        published: How many times a version was published.
    """

    def __init__(self, lender: Settings, var: Path) -> None:
        self.lent = [version.folder for version in versions(lender)[:2]]
        if not self.lent:
            raise SystemExit(f"no version in {lender.versions}; build one first: yiping up")
        self.site = Settings(var=var, feeds=lender.landing)
        self.site.versions.mkdir(parents=True)
        for name in ("raw", "quarantine", "seals", "site.toml", "sample.json"):
            if (lender.var / name).exists():
                (var / name).symlink_to((lender.var / name).resolve())
        self.published = 0
        self._clock = datetime(2031, 1, 1)

    def publish(self) -> str:
        """Serve the next version; older ones go, as a builder prunes them."""
        source = self.lent[self.published % len(self.lent)]
        self._clock += timedelta(seconds=1)
        build_id = f"{self._clock:%Y%m%dT%H%M%S}-50a4"
        folder = self.site.versions / build_id
        folder.mkdir()
        for path in source.iterdir():
            if path.name == WAREHOUSE_FILE:
                os.link(path, folder / path.name)
            elif path.is_file():
                shutil.copyfile(path, folder / path.name)
        record = json.loads((folder / RECORD_FILE).read_text()) | {"build_id": build_id}
        (folder / RECORD_FILE).write_text(json.dumps(record, ensure_ascii=False))
        point_at(self.site, build_id)
        for old in versions(self.site)[KEPT:]:
            shutil.rmtree(old.folder)
        self.published += 1
        return build_id
