"""What a file is held against: the sealed file, or the report as it may have been written."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docx.oxml.ns import qn

from tests.warehouse.report.check.conftest import DISTRICT, STREET, file, files, verdict
from tests.warehouse.report.check.test_forged import without_first_number
from warehouse.access.scope import Scope
from warehouse.read.connection import whole_site
from warehouse.report import made_by
from warehouse.report.check import again
from warehouse.report.check.files import check_file
from warehouse.report.check.identity import origin_of
from warehouse.report.document import Edition
from warehouse.report.editions import Issue, Report, Sealed, fetch, make_final
from warehouse.report.kinds import KINDS
from warehouse.report.make import make
from warehouse.settings import Settings

# The last one that had ended; drafts are of the week after.
WEEK = Report("weekly", DISTRICT, "2026-W13")


def sealed(site: Settings, *, formats: tuple[str, ...] = ("docx",)) -> Sealed:
    return make_final(whole_site(), site, WEEK, Issue("区委政法委"), formats=formats)


def handed_out(edition: Sealed, folder: Path) -> Path:
    """A copy of the sealed Word file, which may be written."""
    (name,) = edition.documents
    path = folder / name
    path.write_bytes(fetch(edition, name))
    return path


def use_template(site: Settings, words: str) -> None:
    (site.var / "reports").mkdir(exist_ok=True)
    (site.var / "reports" / "weekly.toml").write_text(words, encoding="utf-8")


@pytest.fixture(autouse=True)
def _no_template(city: Settings):
    yield
    (city.var / "reports" / "weekly.toml").unlink(missing_ok=True)


def test_a_sealed_file_is_held_against_its_seal_whatever_became_of_the_template(
    city: Settings, tmp_path: Path
):
    path = handed_out(sealed(city), tmp_path)
    use_template(city, 'title = "{place}治理周报"\n')

    assert verdict(path).is_right

    words = without_first_number(path)
    assert [fault.expected for fault in verdict(path).missing] == [words]


def test_a_draft_whose_template_was_changed_is_not_called_wrong(city: Settings, tmp_path: Path):
    path = file(tmp_path, "docx")
    use_template(city, 'title = "{place}治理周报"\n')

    found = verdict(path)

    assert "模板在该文件生成后已变更" in found.uncompared
    assert found.is_right and found.altered == []


def test_a_draft_of_an_older_program_is_not_called_wrong(
    city: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = file(tmp_path, "docx")
    words = without_first_number(path)
    monkeypatch.setattr(made_by, "_program", lambda: "0" * 8)

    found = verdict(path)

    assert "程序在该文件生成后已更新" in found.uncompared
    assert found.missing == []
    assert found.doubtful[0].expected == words


def test_a_version_of_other_models_is_told_where_the_report_cannot_be_written_again(
    city: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = file(tmp_path, "docx")
    origin = replace(origin_of(city, path), has_other_models=True)

    def fails(*_: object, **__: object) -> None:
        raise KeyError("OPS-99")

    monkeypatch.setattr(again, "make", fails)
    found = check_file(city, origin, path)

    assert "由另一套模型建成" in found.uncompared
    assert found.wrong == []


def test_a_set_that_a_street_made_of_itself_is_right(city: Settings, tmp_path: Path):
    """Under its own scope it has no other rows in its league table."""
    own = Scope(whole_site().version, STREET)

    for path in files(tmp_path, "monthly", STREET, scope=own):
        assert verdict(path).is_right, path.suffix


def test_a_draft_of_before_the_week_before_was_sealed_is_right(
    city: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = file(tmp_path, "docx")
    sealed(city, formats=("xlsx",))
    told = [SimpleNamespace(parts=["上周通报有误。"])]
    monkeypatch.setattr(again, "corrections_against", lambda *asked: told if asked[-1] else [])

    assert verdict(path).is_right
    # With a word less it is told which, and not that the correction lacks as well.
    document = docx.Document(str(path))
    document.paragraphs[0].add_run("（修订）")
    document.save(str(path))
    assert [fault.said[-4:] for fault in verdict(path).altered] == ["（修订）"]


def test_a_file_that_calls_itself_final_and_was_never_sealed_is_found(
    city: Settings, tmp_path: Path
):
    (path,) = make(
        whole_site(),
        kind=KINDS["weekly"],
        area_code=DISTRICT,
        period_start=date(2026, 3, 30),
        formats=["docx"],
        out=tmp_path,
        template=origin_of(city, file(tmp_path / "draft", "docx")).facts.template,
        edition=Edition(1, is_final=True),
    )

    (found,) = verdict(path).altered

    assert (found.said, found.message) == ("第1版（定稿）", "自称定稿，但没有封存过这一版")


def test_an_edition_without_a_file_of_the_format_cannot_be_compared(city: Settings, tmp_path: Path):
    path = handed_out(sealed(city, formats=("xlsx",)), tmp_path)
    (other,) = files(tmp_path / "draft", start=date(2026, 3, 23), formats=["docx"])
    document = docx.Document(str(other))
    about = document.core_properties.comments
    document.core_properties.comments = about.replace("未定稿", "定稿")
    document.save(str(other))

    assert verdict(path).is_right
    assert "没有封存这种格式" in verdict(other).uncompared


def test_numbers_whose_marks_were_dropped_on_saving_are_compared_by_their_words(
    city: Settings, tmp_path: Path
):
    path = file(tmp_path, "docx")
    document = docx.Document(str(path))
    tags = list(document.element.body.iter(qn("w:tag")))
    for tag in tags:
        tag.getparent().remove(tag)
    document.save(str(path))

    found = verdict(path)

    assert found.stripped == len(tags) > 0
    assert (found.wrong, found.missing, found.altered) == ([], [], [])
    assert not found.is_right
