"""What a site may decide about a report: its letterhead, sections, wording and lists."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class Wording(BaseModel):
    """From which change on which word is used; shares of the earlier value in %."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    steady_below: float = Field(0.5, description="基本持平")
    slight_below: float = Field(5, description="略有上升, 略有下降")
    marked_above: float = Field(20, description="明显上升, 明显下降: a cause must follow")
    small_base: float = Field(30, description="Below it: counts, no percentage")


class Template(BaseModel):
    """The template of one kind of report.

    In `masthead`, `title` and `issuer`, `{place}`, `{product}` and `{noun}` are replaced by the
    name of the place, of the product (市域社会治理) and of the kind (周报).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    masthead: str = ""
    title: str = "{place}{product}工作{noun}"
    issuer: str = "{place}社会治理综合服务中心"
    first_issue: date | None = Field(None, description="总第1期 begins on this day; None: no 总第.")
    recipients: tuple[str, ...] = ()
    sections: tuple[str, ...] = Field((), description="Keys in order; empty: all of the kind.")
    wording: Wording = Wording()
    listed: int = Field(50, description="Rows of a long list that go on paper.")
    next_steps: tuple[str, ...] = Field((), description="Sentences of 下一步重点工作.")
