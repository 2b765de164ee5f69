"""How much memory a process and everything that it started hold."""

from __future__ import annotations

import psutil

MB = 1024 * 1024


def family(process: psutil.Process) -> list[psutil.Process]:
    """The process and all that descend from it."""
    try:
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def held_mb(processes: list[psutil.Process]) -> float:
    """Megabytes held by all of them; pages that several share count once (PSS)."""
    total = 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            continue  # gone since it was listed
    return total / MB


def browsers_below(process: psutil.Process) -> list[psutil.Process]:
    """Chromium's processes: its main one, those of pages, of the network, of graphics."""
    return [one for one in family(process)[1:] if "chrom" in _name(one)]


def _name(process: psutil.Process) -> str:
    try:
        return process.name()
    except psutil.NoSuchProcess:
        return ""
