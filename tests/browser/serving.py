"""A server of its own for a site, and how Chromium is started to look at it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from warehouse.settings import ROOT, Settings

FLAGS = [
    *["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    # Maps are drawn with WebGL, which a machine without a graphics card does in software.
    *["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
]


@contextmanager
def served(site: Settings, port: int | None = None) -> Iterator[str]:
    """A server of its own for a site, on a free port unless told; gives its address."""
    port = port or free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "warehouse", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "YIPING_VAR": str(site.var), "YIPING_FEEDS": str(site.landing)},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            with urlopen(url, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError(f"{url} did not answer")
