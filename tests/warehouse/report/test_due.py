"""The site's calendar, followed in the hand city: its data end with 31 March 2026, a Tuesday.

The last week that is over is 2026-W13 (23 to 29 March); 6 April is the Monday after W14.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from warehouse.report import due, targets
from warehouse.report.batch import Job, Made, Maker, make_all
from warehouse.report.deliver import DeliveryError
from warehouse.report.due import Step, foretell, make_due
from warehouse.report.made import DueBusyError
from warehouse.report.mail import NoMailServerError
from warehouse.report.schedule import NoScheduleError
from warehouse.settings import Settings, settings
from warehouse.toml_lines import TomlError

WEEKLY = '[[report]]\nkind = "weekly"\nformats = ["docx"]\n'
TUESDAY = datetime(2026, 3, 31, 9)
STREETS = ["990199001000", "990199002000"]


@pytest.fixture
def site(
    reads_hand_city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Settings]:
    """A site of its own with the versions of the hand city, and a share to deliver to."""
    (tmp_path / "var" / "reports").mkdir(parents=True)
    (tmp_path / "var" / "versions").symlink_to(reads_hand_city / "versions")
    (tmp_path / "share").mkdir()
    monkeypatch.setenv("YIPING_VAR", str(tmp_path / "var"))
    # Processes side by side are the matter of test_batch; each takes seconds to begin.
    monkeypatch.setattr(due, "make_all", one_by_one)
    settings.cache_clear()
    yield settings()
    settings.cache_clear()


def one_by_one(jobs: Sequence[Job], maker: Maker) -> Iterator[Made]:
    for job in jobs:
        yield from make_all([job], maker)


def calendar(site: Settings, text: str) -> None:
    (site.var / "reports" / "schedule.toml").write_text(text)


def to_share(site: Settings, text: str = WEEKLY) -> None:
    calendar(site, text.replace("formats", f'folders = ["{site.var.parent}/share"]\nformats'))


def write_words(job: Job, folder: Path) -> list[Path]:
    """A maker: a file that says what it is."""
    folder.mkdir(parents=True)
    path = folder / f"{job.area_name}{job.kind.noun}_{job.period.label}.docx"
    path.write_text(job.words)
    return [path]


def fail(job: Job, folder: Path) -> list[Path]:
    """A maker that cannot."""
    raise ValueError("字体缺失")


def run(site: Settings, now: datetime = TUESDAY, maker=write_words) -> list[tuple[str, str]]:
    return [(step.subject, step.state) for step in make_due(site, now=now, maker=maker)]


def shared(site: Settings) -> list[str]:
    share = site.var.parent / "share"
    return sorted(path.name for path in share.rglob("*") if path.is_file())


def labels(steps: list[tuple[str, str]], state: str) -> list[str]:
    return [subject.split()[1] for subject, was in steps if was == state]


def notes(site: Settings) -> list[dict]:
    lines = (site.var / "reports" / "done.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def forget_from(site: Settings, what: str) -> None:
    """As a crash just before that note would leave it."""
    path = site.var / "reports" / "done.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    place = next(number for number, note in enumerate(notes(site)) if note["what"] == what)
    path.write_text("".join(lines[:place]))


def test_without_a_calendar_it_says_so(site: Settings):
    with pytest.raises(NoScheduleError, match=r"schedule\.toml"):
        run(site)


def test_the_first_call_makes_the_newest_week_and_no_history(site: Settings):
    to_share(site)

    steps = run(site)

    assert [state for _, state in steps] == ["made", "delivered"]
    assert [name.rpartition("_")[2] for name in shared(site)] == ["2026-W13.docx"]


def test_a_second_call_does_nothing(site: Settings):
    to_share(site)
    run(site)

    assert run(site) == []


def test_each_place_below_gets_its_own(site: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(due, "make_all", make_all)
    to_share(site, WEEKLY + "each_child = true\n")

    steps = run(site)

    assert labels(steps, "made") == ["2026-W13"] * len(STREETS)
    assert len(shared(site)) == len(STREETS)
    made = sorted(note["set"].split("/")[1] for note in notes(site) if note["what"] == "made")
    assert made == STREETS


def test_a_report_is_not_due_before_its_minute(site: Settings):
    to_share(site, WEEKLY + 'day = 2\nat = "09:01"\n')

    assert labels(run(site), "made") == ["2026-W12"]
    assert labels(run(site, datetime(2026, 3, 31, 9, 1)), "made") == ["2026-W13"]


def test_a_week_whose_data_are_not_all_there_waits_and_says_so(site: Settings):
    to_share(site)
    run(site)

    steps = list(make_due(site, now=datetime(2026, 4, 6, 8, 30), maker=write_words))

    assert [(step.subject.split()[1], step.state) for step in steps] == [("2026-W14", "waiting")]
    assert "数据截至2026年3月31日24时" in steps[0].words


def test_weeks_missed_in_downtime_are_made_the_oldest_first(site: Settings):
    to_share(site)
    run(site, datetime(2026, 3, 2, 9))

    steps = run(site)

    assert labels(steps, "made") == ["2026-W10", "2026-W11", "2026-W12", "2026-W13"]
    assert run(site) == []


def test_longer_downtime_is_caught_up_as_far_as_the_calendar_says(site: Settings):
    to_share(site, "catch_up = 2\n" + WEEKLY)
    run(site, datetime(2026, 3, 2, 9))

    steps = run(site)

    assert labels(steps, "passed") == ["2026-W10", "2026-W11"]
    assert labels(steps, "made") == ["2026-W12", "2026-W13"]
    assert run(site) == []


def test_a_report_may_be_caught_up_otherwise_than_the_others(site: Settings):
    to_share(site, WEEKLY + "catch_up = 1\n")
    run(site, datetime(2026, 3, 16, 9))

    steps = run(site)

    assert labels(steps, "passed") == ["2026-W12"]
    assert labels(steps, "made") == ["2026-W13"]


def test_a_set_that_failed_before_a_long_downtime_is_told_as_passed_too(site: Settings):
    to_share(site, "catch_up = 2\n" + WEEKLY)
    list(make_due(site, now=datetime(2026, 3, 2, 9), maker=fail))

    assert labels(run(site), "passed") == ["2026-W09", "2026-W10", "2026-W11"]


def test_data_that_end_with_the_period_are_all_there(site: Settings):
    """The cut is 1 April, 00:00: March is whole, the first week of April is not."""
    calendar(site, '[[report]]\nkind = "monthly"\nformats = ["docx"]\n')

    assert labels(run(site, datetime(2026, 4, 3, 8, 30)), "made") == ["2026-03"]


def test_a_set_for_nobody_is_made_once(site: Settings):
    calendar(site, WEEKLY)

    assert [state for _, state in run(site)] == ["made"]
    assert run(site) == []


def test_a_set_that_failed_is_made_by_the_next_call(site: Settings):
    to_share(site)

    (step,) = make_due(site, now=TUESDAY, maker=fail)
    assert (step.state, step.words) == ("failed", "字体缺失")
    assert [state for _, state in run(site)] == ["made", "delivered"]


def test_a_share_that_is_away_is_delivered_to_by_the_next_call(site: Settings):
    to_share(site)
    (site.var.parent / "share").rmdir()
    assert [state for _, state in run(site)] == ["made", "failed"]

    (site.var.parent / "share").mkdir()

    assert [state for _, state in run(site)] == ["delivered"]
    assert len(shared(site)) == 1


@pytest.mark.parametrize("lost", ["made", "delivered"])
def test_after_a_crash_nothing_is_missing_and_nothing_is_there_twice(site: Settings, lost: str):
    to_share(site)
    run(site)
    forget_from(site, lost)

    assert run(site)[-1][1] == "delivered"
    assert len(shared(site)) == 1
    assert run(site) == []


def test_a_set_whose_files_are_gone_is_made_again_for_who_has_not_got_it(site: Settings):
    to_share(site)
    (site.var.parent / "share").rmdir()
    run(site)
    (site.var.parent / "share").mkdir()
    for path in (site.var / "reports" / "made").rglob("*.docx"):
        path.unlink()

    assert [state for _, state in run(site)] == ["made", "delivered"]


def test_a_file_that_was_changed_meanwhile_is_not_delivered(site: Settings):
    to_share(site)
    (site.var.parent / "share").rmdir()
    run(site)
    (site.var.parent / "share").mkdir()
    for path in (site.var / "reports" / "made").rglob("*.docx"):
        path.write_text("changed by hand")

    assert [state for _, state in run(site)] == ["made", "delivered"]
    (delivered,) = (site.var.parent / "share").rglob("*.docx")
    assert "changed" not in delivered.read_text()


def test_a_target_added_later_gets_nothing_of_before(site: Settings):
    to_share(site)
    run(site, datetime(2026, 3, 23, 9))
    (site.var.parent / "second").mkdir()
    share = site.var.parent
    calendar(site, WEEKLY + f'folders = ["{share}/share", "{share}/second"]\n')

    run(site)

    second = [path.name for path in (share / "second").rglob("*.docx")]
    assert [name.rpartition("_")[2] for name in second] == ["2026-W13.docx"]


def test_of_two_folders_the_one_that_was_away_still_gets_its_set(site: Settings):
    share = site.var.parent
    calendar(site, WEEKLY + f'folders = ["{share}/share", "{share}/second"]\n')
    assert [state for _, state in run(site)] == ["made", "delivered", "failed"]

    (share / "second").mkdir()

    assert [state for _, state in run(site)] == ["delivered"]
    assert len(list((share / "second").rglob("*.docx"))) == 1


def test_of_two_reports_the_older_period_goes_out_first(site: Settings):
    to_share(site, WEEKLY + '[[report]]\nkind = "monthly"\nformats = ["docx"]\n')

    assert labels(run(site, datetime(2026, 3, 31, 9)), "made") == ["2026-02", "2026-W13"]


def test_two_calls_at_once_do_not_both_work(site: Settings):
    to_share(site)
    with (
        FileLock(site.var / "reports" / ".due.lock"),
        pytest.raises(DueBusyError, match="正在运行"),
    ):
        run(site)


def test_what_would_be_done_is_told_without_doing_it(site: Settings):
    to_share(site)

    steps = foretell(site, now=TUESDAY)

    assert [step.state for step in steps] == ["to make", "to deliver"]
    assert [path.name for path in (site.var / "reports").iterdir()] == ["schedule.toml"]


def test_an_unknown_place_is_told_and_the_others_get_theirs(site: Settings):
    to_share(site, '[[report]]\nkind = "monthly"\narea = "1"\n' + WEEKLY)

    steps = run(site)

    assert steps[0] == ("月报告", "failed")
    assert labels(steps, "made") == ["2026-W13"]


def test_a_place_that_is_not_there_is_told_with_its_line(site: Settings):
    calendar(site, '[[report]]\nkind = "weekly"\narea = "甲街道"\n')

    (step,) = make_due(site, now=TUESDAY, maker=write_words)
    assert step.words == "schedule.toml 第 3 行：区划登记中没有编码为 甲街道 的单位"


def test_a_place_below_is_made_under_its_own_scope_and_once_however_often_it_is_named(
    site: Settings,
):
    (site.var.parent / "second").mkdir()
    own = f'area = "{STREETS[0]}"\nfolders = ["{site.var.parent}/second"]\n'
    to_share(site, WEEKLY + "each_child = true\n")
    with (site.var / "reports" / "schedule.toml").open("a") as file:
        file.write(WEEKLY + own)

    steps = run(site)

    made = [note["set"] for note in notes(site) if note["what"] == "made"]
    assert sorted(made) == [f"weekly/{code}/own/docx/2026-W13" for code in STREETS]
    assert len(labels(steps, "delivered")) == 3
    assert len(list((site.var.parent / "second").rglob("*.docx"))) == 1
    assert run(site) == []


class TestClock:
    """Data end with 31 March 2026, in W14; the clock of the machine may be anywhere."""

    LATER = datetime(2030, 7, 1, 9)

    def test_a_calendar_first_followed_by_a_clock_ahead_still_begins_now(self, site: Settings):
        to_share(site)
        assert {state for _, state in run(site, self.LATER)} == {"waiting"}

        assert labels(run(site), "made") == ["2026-W13"]

    def test_a_clock_two_weeks_ahead_does_not_skip_the_week_that_runs(self, site: Settings):
        to_share(site)
        run(site, datetime(2026, 4, 13, 9))

        begun = [note["from"] for note in notes(site) if note["what"] == "begun"]
        assert begun == ["2026-03-30", "2026-03-30"]

    def test_a_clock_ahead_gives_up_nothing_that_has_no_data_yet(self, site: Settings):
        to_share(site)
        run(site, datetime(2026, 3, 30, 9))

        states = {state for _, state in run(site, self.LATER)}
        assert states == {"waiting"}

    def test_a_clock_set_back_makes_nothing_twice(self, site: Settings):
        to_share(site)
        run(site)

        assert run(site, datetime(2026, 3, 30, 9)) == []
        assert run(site, datetime(2026, 2, 2, 9)) == []


def test_every_set_and_delivery_is_in_the_log(site: Settings):
    to_share(site)
    run(site)

    lines = (site.var / "audit" / "reports-2026-03.jsonl").read_text().splitlines()
    told = [json.loads(line) for line in lines]
    assert [line["what"] for line in told] == ["made", "delivered"]
    assert told[0]["how"] == "schedule"


class TestMail:
    @pytest.fixture
    def post(self, site: Settings, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """What was sent, as `title > address`; the calendar mails each street."""
        monkeypatch.setenv("YIPING_SMTP_HOST", "mail.example.gov.cn")
        monkeypatch.setenv("YIPING_SMTP_FROM", "center@example.gov.cn")
        settings.cache_clear()
        sent: list[str] = []

        def send(site: Settings, parcel, address: str, *, now: datetime) -> list[Path]:
            if address in ("away@example.gov.cn", "gone@example.gov.cn"):
                error = NoMailServerError if address.startswith("away") else DeliveryError
                raise error("邮件服务器 mail.example.gov.cn 联系不上")
            sent.append(f"{parcel.title} > {address}")
            return []

        monkeypatch.setattr(targets, "to_address", send)
        calendar(site, WEEKLY + "each_child = true\nmail = true\n\n" + self.addresses())
        return sent

    def addresses(self, first: str = "one@example.gov.cn") -> str:
        lines = [
            f'{code} = ["{first if n == 0 else "two@example.gov.cn"}"]'
            for n, code in enumerate(STREETS)
        ]
        return "[addresses]\n" + "\n".join(lines) + "\n"

    def test_each_place_gets_its_own_set_only(self, post: list[str]):
        run(settings())

        to = sorted(line.rpartition(" > ")[2] for line in post)
        assert to == ["one@example.gov.cn", "two@example.gov.cn"]
        assert len({line.partition("周报")[0] for line in post}) == 2
        assert "2026年第13周（3月23日—3月29日）" in post[0]

    def test_nobody_gets_a_mail_twice(self, post: list[str]):
        run(settings())
        run(settings())

        assert len(post) == 2

    def test_a_refused_address_does_not_stop_the_others(self, post: list[str], site: Settings):
        text = WEEKLY + "each_child = true\nmail = true\n\n"
        calendar(site, text + self.addresses("gone@example.gov.cn"))

        assert sorted(state for _, state in run(settings())) == [
            *("delivered", "failed", "made", "made"),
        ]

    def test_a_server_that_is_away_is_asked_once(self, post: list[str], site: Settings):
        text = WEEKLY + "mail = true\n\n[addresses]\n990199000000 = "
        calendar(site, text + '["away@example.gov.cn", "two@example.gov.cn"]\n')

        assert [state for _, state in run(settings())] == ["made", "failed", "failed"]
        assert post == []

    def test_a_place_without_an_address_is_told(self, post: list[str], site: Settings):
        calendar(site, WEEKLY + "mail = true\n")

        (step,) = make_due(settings(), now=TUESDAY, maker=write_words)
        assert (step.state, "未设收件邮箱" in step.words) == ("made", True)

    def test_an_address_of_an_unknown_place_is_told(self, post: list[str], site: Settings):
        text = WEEKLY + "mail = true\n\n[addresses]\n"
        calendar(site, text + '1 = ["one@example.gov.cn"]\n')

        assert run(settings())[0] == ("addresses", "failed")

    def test_no_note_and_no_log_names_an_address(self, post: list[str], site: Settings):
        steps: list[Step] = list(make_due(settings(), now=TUESDAY, maker=write_words))

        written = [path for path in site.var.rglob("*.jsonl") if "versions" not in path.parts]
        told = "".join(path.read_text() for path in written) + repr(steps)
        assert "o***@example.gov.cn" in told
        assert "one@" not in told


def test_mail_without_a_server_is_a_mistake_of_the_calendar(site: Settings):
    calendar(site, WEEKLY + "mail = true\n")

    with pytest.raises(TomlError, match="第 4 行：要发邮件，须先"):
        run(site)
