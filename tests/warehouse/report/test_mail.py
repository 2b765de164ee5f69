"""Mails with reports, taken in by a mail server of the tests."""

import asyncio
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from pydantic import SecretStr

from warehouse.report import mail
from warehouse.report.deliver import DeliveryError, Parcel
from warehouse.report.mail import fingerprint, masked, to_address
from warehouse.settings import Settings

NOW = datetime(2026, 11, 23, 8, 31)
NAME = "云溪街道市域社会治理工作周报_2026-W47.docx"
TO = "zhang.san@example.gov.cn"


class Office:
    """A mail server's mind: what it took in, and what it answers before it does."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.tries, self.mails = list(answers), 0, []
        self.looks_for = 0.0

    async def handle_RCPT(  # noqa: N802 - the name is the server's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.tries += 1
        if self.answers:
            return self.answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_QUIT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        return "421 no time for farewells"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        await asyncio.sleep(self.looks_for)
        self.mails.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


@contextmanager
def open_office(office: Office, **options: object) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(office, hostname="127.0.0.1", port=port, **options)
    server.start()
    try:
        yield port
    finally:
        server.stop()


def site(tmp_path: Path, port: int, **more: object) -> Settings:
    told = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": "none"}
    return Settings(var=tmp_path, smtp_from="治理中心 <center@example.gov.cn>", **told | more)


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    files = []
    for name, content in ((NAME, b"word" * 30_000), (NAME.replace("docx", "pdf"), b"%PDF" * 9)):
        files.append(tmp_path / name)
        files[-1].write_bytes(content)
    title = "云溪街道周报（2026年第47周）"
    return Parcel(title, "", files, "数据截至2026年11月22日24时", "b-1", is_demo=True)


def send(settings: Settings, parcel: Parcel, waits: list[float] | None = None) -> list[Path]:
    waited = [] if waits is None else waits
    return to_address(settings, parcel, TO, now=NOW, sleep=waited.append)


def attached(mail: EmailMessage) -> dict[str | None, bytes]:
    return {part.get_filename(): part.get_content() for part in mail.iter_attachments()}


def test_chinese_names_and_subject_arrive_as_they_were_sent(tmp_path: Path, parcel: Parcel):
    office = Office()
    with open_office(office) as port:
        send(site(tmp_path, port), parcel)

    ((to, mail),) = office.mails
    assert to == [TO]
    assert mail["Subject"] == "【演示数据】云溪街道周报（2026年第47周）"
    assert mail["From"].addresses[0].display_name == "治理中心"
    assert mail["Date"] == "Mon, 23 Nov 2026 08:31:00 +0800"
    assert attached(mail) == {path.name: path.read_bytes() for path in parcel.files}


def test_names_are_written_as_the_standard_has_it(tmp_path: Path, parcel: Parcel):
    office = Office()
    with open_office(office) as port:
        send(site(tmp_path, port), parcel)

    word = next(iter(office.mails[0][1].iter_attachments()))
    assert "filename*=utf-8''%E4%BA%91" in "".join(str(word).split()).replace(
        "filename*0*", "filename*"
    )


def test_the_text_lists_the_files_and_says_that_the_data_are_made_up(
    tmp_path: Path, parcel: Parcel
):
    office = Office()
    with open_office(office) as port:
        send(site(tmp_path, port), parcel)

    words = office.mails[0][1].get_body().get_content()
    assert f"1. {NAME}" in words
    assert "数据截至2026年11月22日24时，数据版本b-1" in words
    assert "演示数据：由程序生成" in words


def test_the_same_set_has_the_same_sign(tmp_path: Path, parcel: Parcel):
    office = Office()
    with open_office(office) as port:
        send(site(tmp_path, port), parcel)
        send(site(tmp_path, port), parcel)

    first, second = (mail["Message-ID"] for _, mail in office.mails)
    assert first == second


def test_what_the_server_took_is_sent_once_however_it_parts(tmp_path: Path, parcel: Parcel):
    office = Office()
    with open_office(office) as port:
        send(site(tmp_path, port), parcel)

    assert len(office.mails) == 1


def test_a_server_that_looks_through_a_mail_for_long_gets_it_once(
    tmp_path: Path, parcel: Parcel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(mail, "TIMEOUT_SECONDS", 0.5)
    office = Office()
    office.looks_for = 1.5
    with open_office(office) as port:
        send(site(tmp_path, port), parcel)

    assert len(office.mails) == 1


def test_a_file_too_large_for_the_setting_is_named_instead(tmp_path: Path, parcel: Parcel):
    office = Office()
    with open_office(office) as port:
        # 120 000 bytes are 164 211 in a mail; 0.2 MiB less 64 KiB for the text are 144 179.
        sent = send(site(tmp_path, port, smtp_max_mb=0.2), parcel)

    assert sent == [parcel.files[1]]
    assert "未随信附上" in office.mails[0][1].get_body().get_content()
    assert list(attached(office.mails[0][1])) == [parcel.files[1].name]


def test_a_file_too_large_for_the_server_is_named_instead(tmp_path: Path, parcel: Parcel):
    office = Office()
    with open_office(office, data_size_limit=200_000) as port:
        assert send(site(tmp_path, port), parcel) == [parcel.files[1]]


def test_what_may_pass_is_tried_again(tmp_path: Path, parcel: Parcel):
    office, waits = Office("451 busy", "451 busy"), []
    with open_office(office) as port:
        send(site(tmp_path, port), parcel, waits)

    assert waits == [2, 10]
    assert len(office.mails) == 1


def test_after_three_tries_it_is_given_up(tmp_path: Path, parcel: Parcel):
    office = Office(*["451 busy"] * 9)
    with open_office(office) as port, pytest.raises(DeliveryError, match="451"):
        send(site(tmp_path, port), parcel)

    assert (office.tries, office.mails) == (3, [])


def test_what_is_refused_for_good_is_told_at_once_without_the_address(
    tmp_path: Path, parcel: Parcel
):
    office = Office(f"550 no {TO} here")
    with open_office(office) as port, pytest.raises(DeliveryError, match="不接受收件地址") as told:
        send(site(tmp_path, port), parcel)

    assert office.tries == 1
    assert TO not in str(told.value)


def test_a_server_that_is_not_there_is_tried_and_told(tmp_path: Path, parcel: Parcel):
    with open_office(Office()) as port:
        pass
    waits: list[float] = []
    with pytest.raises(DeliveryError, match="联系不上"):
        send(site(tmp_path, port), parcel, waits)

    assert waits == [2, 10]


class TestEncrypted:
    @pytest.fixture
    def certificate(self, tmp_path: Path) -> tuple[Path, Path]:
        folder = tmp_path
        key, paper = folder / "key.pem", folder / "cert.pem"
        words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        words += ["-subj", "/CN=mail", "-addext", "subjectAltName=IP:127.0.0.1"]
        words += ["-keyout", str(key), "-out", str(paper)]
        subprocess.run(words, check=True, capture_output=True)
        return key, paper

    @pytest.fixture
    def server_side(self, certificate: tuple[Path, Path]) -> ssl.SSLContext:
        key, paper = certificate
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(paper, key)
        return context

    def login(self, *given: object) -> AuthResult:
        data = given[-1]
        is_right = (data.login, data.password) == (b"center", b"s3cret")
        return AuthResult(success=is_right, handled=False)

    def options(self, server_side: ssl.SSLContext) -> dict[str, object]:
        return {
            "tls_context": server_side,
            "require_starttls": True,
            "authenticator": self.login,
            "auth_required": True,
        }

    def test_a_mail_goes_out_after_starttls_and_login(
        self, tmp_path: Path, parcel: Parcel, server_side: ssl.SSLContext, certificate
    ):
        office = Office()
        with open_office(office, **self.options(server_side)) as port:
            settings = site(
                tmp_path,
                port,
                smtp_security="starttls",
                smtp_ca=certificate[1],
                smtp_user="center",
                smtp_password=SecretStr("s3cret"),
            )
            send(settings, parcel)

        assert len(office.mails) == 1

    def test_a_wrong_password_is_told_once_and_never_shown(
        self, tmp_path: Path, parcel: Parcel, server_side: ssl.SSLContext, certificate
    ):
        waits: list[float] = []
        with open_office(Office(), **self.options(server_side)) as port:
            settings = site(
                tmp_path,
                port,
                smtp_security="starttls",
                smtp_ca=certificate[1],
                smtp_user="center",
                smtp_password=SecretStr("wr0ng"),
            )
            with pytest.raises(DeliveryError, match="不接受用户名或密码") as told:
                send(settings, parcel, waits)

        assert waits == []
        assert "wr0ng" not in f"{told.value} {settings!r}"

    def test_a_certificate_of_nobody_known_is_refused(
        self, tmp_path: Path, parcel: Parcel, server_side: ssl.SSLContext
    ):
        office = Office()
        with open_office(office, tls_context=server_side) as port:
            settings = site(tmp_path, port, smtp_security="starttls")
            with pytest.raises(DeliveryError, match="smtp_ca"):
                send(settings, parcel)

        assert office.mails == []

    def test_no_password_goes_over_an_open_line(self, tmp_path: Path):
        with pytest.raises(ValueError, match="smtp_security"):
            site(tmp_path, 25, smtp_password=SecretStr("s3cret"))


def test_an_address_is_recognised_but_not_told(tmp_path: Path):
    settings = Settings(var=tmp_path)

    assert masked(TO) == "z***@example.gov.cn"
    assert fingerprint(settings, TO) == fingerprint(settings, TO.upper())
    assert fingerprint(settings, TO) != fingerprint(settings, "li@example.gov.cn")


def test_mail_needs_a_sender(tmp_path: Path):
    with pytest.raises(ValueError, match="smtp_from"):
        Settings(var=tmp_path, smtp_host="127.0.0.1")


def test_the_sender_has_an_address(tmp_path: Path):
    with pytest.raises(ValueError, match="smtp_from has no address"):
        Settings(var=tmp_path, smtp_host="127.0.0.1", smtp_from="治理中心")
