"""The soak: the wall in a real Chromium for hours, a new version published every few seconds.

    make soak HOURS=8                     or
    python -m tests.soak.wall --hours 0.5 --every 10 --csv soak.csv

Each sample is one row of the CSV: memory of the server and of all of the browser's processes,
what the page holds (heap, nodes, listeners), how much of the wall's text was there at least since
the sample before, and how much the picture changed. The end is a verdict and an exit code.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import numpy as np
import psutil
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.soak.memory import browsers_below, family, held_mb
from tests.soak.verdict import Bounds, complaints, grown, trend
from tests.soak.versions_on_loan import VersionsOnLoan
from warehouse.settings import ROOT, settings

FLAGS = [
    *["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    *["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
]
#: Looks at the wall ten times a second and keeps the least that it saw.
WATCH = """() => {
    const length = () => document.querySelector('.st-key-wall')?.textContent.length ?? 0;
    window.__least = length();
    setInterval(() => { window.__least = Math.min(window.__least, length()); }, 100);
}"""
TAKE = """() => {
    const least = window.__least;
    window.__least = document.querySelector('.st-key-wall')?.textContent.length ?? 0;
    return {least, now: window.__least};
}"""
METRICS = {"JSHeapUsedSize": "heap_mb", "Nodes": "nodes", "JSEventListeners": "listeners"}


def main() -> int:
    """Run it and say how it went."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="soak-") as scratch:
        loan = VersionsOnLoan(settings(), Path(scratch) / "var")
        loan.publish()
        server, address = _serve(loan)
        try:
            rows = _soak(asked, loan, server, address)
        finally:
            server.terminate()
            server.wait(timeout=30)
    return _judge(rows, loan)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The wall in a browser, for hours.")
    parser.add_argument("--hours", type=float, default=8.0)
    parser.add_argument("--every", type=float, default=10.0, help="seconds between versions")
    parser.add_argument("--sample", type=float, default=15.0, help="seconds between samples")
    parser.add_argument("--csv", type=Path, default=Path("soak.csv"))
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--query", default="", help="of the wall's address, e.g. playlist=…")
    return parser.parse_args()


def _serve(loan: VersionsOnLoan) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "warehouse", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "YIPING_VAR": str(loan.site.var)},
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            with urlopen(f"{address}/healthz", timeout=2):
                return server, address
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    server.terminate()
    raise SystemExit("the server did not answer")


def _soak(
    asked: argparse.Namespace,
    loan: VersionsOnLoan,
    server: subprocess.Popen[bytes],
    address: str,
) -> list[dict[str, float]]:
    width, height = map(int, asked.size.split("x"))
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    rows: list[dict[str, float]] = []
    with sync_playwright() as playwright, asked.csv.open("w", newline="") as file:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{address}/wall?{asked.query}")
        page.wait_for_selector(".st-key-wall section", timeout=120_000)
        page.wait_for_timeout(5_000)
        page.evaluate(WATCH)
        sampler = _Sampler(page, server.pid)
        writer = csv.DictWriter(file, sampler.columns)
        writer.writeheader()
        end, published, sampled = time.monotonic() + asked.hours * 3600, 0.0, 0.0
        while (now := time.monotonic()) < end:
            if now - published >= asked.every:
                published = now
                loan.publish()
            if now - sampled >= asked.sample:
                sampled = now
                rows.append(sampler.row(loan.published))
                writer.writerow(rows[-1])
                file.flush()
            page.wait_for_timeout(500)
        browser.close()
    return rows


class _Sampler:
    """Takes the rows of the CSV."""

    columns = (
        *("minutes", "versions", "server_mb", "browser_mb", "heap_mb", "nodes", "listeners"),
        *("text_share", "spread", "changed"),
    )

    def __init__(self, page: Page, server: int) -> None:
        self.page = page
        self.server = psutil.Process(server)
        self.began = time.monotonic()
        self.full = float(page.evaluate(TAKE)["now"])
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable")
        self.before: np.ndarray | None = None

    def row(self, versions: int) -> dict[str, float]:
        """One sample; `spread` is that of the picture's brightness, `changed` a share of it."""
        told = self.session.send("Performance.getMetrics")["metrics"]
        metrics = {METRICS[one["name"]]: one["value"] for one in told if one["name"] in METRICS}
        metrics["heap_mb"] = metrics["heap_mb"] / 1024 / 1024
        picture = _brightness(self.page)
        before, self.before = self.before, picture
        changed = 0.0 if before is None else float((np.abs(picture - before) > 8).mean())
        row = {
            "minutes": (time.monotonic() - self.began) / 60,
            "versions": versions,
            "server_mb": held_mb(family(self.server)),
            "browser_mb": held_mb(browsers_below(psutil.Process())),
            **metrics,
            "text_share": self.page.evaluate(TAKE)["least"] / self.full,
            "spread": float(picture.std()),
            "changed": changed,
        }
        return {name: round(row[name], 4) for name in self.columns}


def _brightness(page: Page) -> np.ndarray:
    """A small picture of the page in grey."""
    with Image.open(io.BytesIO(page.screenshot(type="jpeg", quality=60))) as picture:
        return np.asarray(picture.convert("L").resize((480, 270)), dtype=float)


def _judge(rows: list[dict[str, float]], loan: VersionsOnLoan) -> int:
    minutes = [row["minutes"] for row in rows]
    print(f"{minutes[-1]:.0f} minutes, {loan.published} versions, {len(rows)} samples")
    for name in ("server_mb", "browser_mb", "heap_mb", "nodes", "listeners"):
        values = [row[name] for row in rows]
        print(
            f"{name:10}  first {values[0]:8.0f}  most {max(values):8.0f}  last {values[-1]:8.0f}  "
            f"after warm-up {grown(minutes, values):+8.1f}  per hour {trend(minutes, values):+8.1f}"
        )
    print(f"text       least {min(row['text_share'] for row in rows):.0%} of the wall")
    broken = complaints(rows, Bounds())
    for line in broken:
        print(f"FAILED: {line}", file=sys.stderr)
    print("passed" if not broken else "failed")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
