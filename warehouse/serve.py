"""Serve the screens on this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from warehouse.settings import ROOT, Settings
from warehouse.terminal import say


class PortTakenError(Exception):
    """Something else listens where the screens should be."""


def serve(site: Settings, *, host: str, port: int) -> None:
    """Become the Streamlit server; returns only by an error.

    Raises:
        PortTakenError: The port is in use, or may not be used.
    """
    check_port(host, port)
    _announce(host, port)
    os.environ.update(_places(site))
    # Streamlit looks for its configuration in the working directory.
    os.chdir(ROOT)
    os.execv(sys.executable, command(host, port))  # noqa: S606


@contextmanager
def serving(site: Settings, *, host: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The Streamlit server beside this process, for as long as the block lasts.

    Raises:
        PortTakenError: The port is in use, or may not be used.
    """
    check_port(host, port)
    _announce(host, port)
    server = subprocess.Popen(command(host, port), cwd=ROOT, env={**os.environ, **_places(site)})
    try:
        yield server
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()


def _announce(host: str, port: int) -> None:
    say(f"一屏 is at http://{host}:{port}/wall   (Ctrl+C stops it)")


def _places(site: Settings) -> dict[str, str]:
    """Where things lie, for a server that is started from another folder."""
    told = {"YIPING_VAR": str(site.var.resolve())}
    return told | ({"YIPING_FEEDS": str(site.feeds.resolve())} if site.feeds else {})


def command(host: str, port: int) -> list[str]:
    """The server's command line: this machine only, no telemetry, no watching of sources."""
    return [
        *[sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")],
        *["--server.address", host, "--server.port", str(port)],
        *["--server.headless", "true", "--server.fileWatcherType", "none"],
        *["--browser.gatherUsageStats", "false", "--browser.serverAddress", host],
    ]


def check_port(host: str, port: int) -> None:
    """Find out now whether the port is free, while a clear answer is still possible.

    Raises:
        PortTakenError: It is not.
    """
    with socket.socket() as probe:
        # As the server does: a port left waiting by one just stopped counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTakenError(
                f"Cannot serve on {host}:{port} ({error.strerror}); choose another: PORT={port + 1}"
            ) from None
