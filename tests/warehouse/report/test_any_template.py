"""Whatever template is accepted, a report can be made by it, and it says what the template says."""

from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import ValidationError

from warehouse.read.connection import whole_site
from warehouse.report.compose import compose
from warehouse.report.kinds import KINDS
from warehouse.report.make import write_all
from warehouse.report.sections.contents import section_keys
from warehouse.report.template import PLACEHOLDERS, Template, Wording

DISTRICT, WEEK = "990199000000", date(2026, 3, 23)
WEEKLY = KINDS["weekly"]
OFTEN = hypothesis_settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def texts(most: int) -> st.SearchStrategy[str]:
    """Any line of text, also with placeholders and half of one."""
    slots = st.sampled_from(
        [f"{{{word}}}" for word in PLACEHOLDERS] + ["{", "{x}", "\n", "<&>", "../"]
    )
    return st.lists(st.text(max_size=6) | slots, max_size=4).map("".join).map(lambda t: t[:most])


def keys() -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the sections, in any order."""
    return st.lists(st.sampled_from(section_keys("weekly")), unique=True).map(tuple)


@st.composite
def templates(draw: st.DrawFn) -> Template | None:
    """A template, or None where what was written is refused."""
    steps = sorted(draw(st.lists(st.floats(0, 100), min_size=3, max_size=3)))
    try:
        return Template(
            masthead=draw(texts(60)),
            title=draw(texts(60)),
            issuer=draw(texts(60)),
            first_issue=draw(st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))),
            recipients=tuple(draw(st.lists(texts(20), max_size=3))),
            sections=draw(keys()),
            listed=draw(st.integers(1, 500)),
            next_steps=tuple(draw(st.lists(texts(40), max_size=3))),
            wording=Wording(
                steady_below=steps[0],
                slight_below=steps[1],
                marked_above=steps[2],
                small_base=draw(st.floats(0, 1000)),
            ),
        )
    except ValidationError:
        return None


@pytest.mark.usefixtures("reads_hand_city")
@OFTEN
@given(template=templates())
def test_a_template_that_is_accepted_makes_a_report(tmp_path: Path, template: Template | None):
    if template is None:
        return

    report = compose(whole_site(), WEEKLY, DISTRICT, WEEK, template=template)

    made = [section.key for section in report.sections]
    asked = list(template.sections or section_keys("weekly"))
    assert made == [key for key in asked if key in made]
    assert report.recipients == template.recipients
    assert report.title == template.title.format(
        place="手算区", product="市域社会治理", noun="周报"
    )
    (path,) = write_all(report, ["docx"], tmp_path)
    assert path.parent == tmp_path
    words = "".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "".join(report.title.split()) in "".join(words.split())
