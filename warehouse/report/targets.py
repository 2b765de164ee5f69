"""Where the sets of a place go: folders, and the addresses that the calendar gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warehouse.report.deliver import Parcel, to_folder
from warehouse.report.mail import fingerprint, masked, to_address
from warehouse.report.schedule import Entry, Schedule
from warehouse.settings import Settings


@dataclass(frozen=True)
class Target:
    """One place of delivery.

    Attributes:
        sign: In the notes of what was delivered; names no address.
        words: For people; addresses masked.
        is_mail: Whether it needs the mail server.
        hand_over: Delivers a set, or raises `DeliveryError`.
    """

    sign: str
    words: str
    is_mail: bool
    hand_over: Callable[[Parcel], list[Path]]


def targets_of(
    site: Settings, schedule: Schedule, entry: Entry, area_code: str, *, now: datetime
) -> list[Target]:
    """The folders of a report, and the addresses of the place if it is mailed."""
    found = [_folder(site, written) for written in entry.folders]
    if entry.mail:
        found += [_mail(site, told, now) for told in schedule.addresses.get(area_code, ())]
    return found


def _folder(site: Settings, written: str) -> Target:
    path = site.var / "reports" / written
    return Target(
        f"folder {written}", f"文件夹 {written}", False, lambda parcel: to_folder(parcel, path)
    )


def _mail(site: Settings, address: str, now: datetime) -> Target:
    return Target(
        f"mail {fingerprint(site, address)}",
        f"邮箱 {masked(address)}",
        True,
        lambda parcel: to_address(site, parcel, address, now=now),
    )
