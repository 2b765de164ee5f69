"""What a section is made by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warehouse.report.document import Annex, Block, Slide
from warehouse.report.facts import Facts


@dataclass(frozen=True)
class Written:
    """A section before it is numbered.

    Attributes:
        body: What stands below its title.
        slides: What the meeting sees of it.
        annexes: Lists that belong to it.
    """

    body: Sequence[Block]
    slides: Sequence[Slide] = ()
    annexes: Sequence[Annex] = ()


@dataclass(frozen=True)
class SectionMaker:
    """A section that a kind of report has.

    Attributes:
        key: What templates call it.
        title: Without its number; `{child}` becomes what the places below are called, `{before}`
            and `{this}` the periods.
        write: Its contents; None where there is nothing of the kind at this place.
    """

    key: str
    title: str
    write: Callable[[Facts], Written | None]
