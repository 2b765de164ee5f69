"""Delivery of a set of files by mail (SMTP).

One mail goes to one address, so that nobody sees the others and each counts as delivered by
itself. What the server refuses for good is told at once; what may pass is tried again.
"""

from __future__ import annotations

import hashlib
import hmac
import mimetypes
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path

from warehouse.report.deliver import DeliveryError, Parcel
from warehouse.report.document import DEMO_WORDS
from warehouse.settings import Settings

#: Seconds before a second and a third try.
WAITS = (2, 10)
TIMEOUT_SECONDS = 30
#: How long a server may look through a mail before it takes it (RFC 5321, 4.5.3.2.6).
TAKING_SECONDS = 600
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
# Base64 makes four characters of three bytes, and ends each line with two more.
_GROWTH = 4 / 3 * 78 / 76
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
# The first that fits.
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPRecipientsRefused, "不接受收件地址"),
    (smtplib.SMTPAuthenticationError, "不接受用户名或密码"),
    (smtplib.SMTPSenderRefused, "不接受发件地址 smtp_from"),
    (smtplib.SMTPNotSupportedError, "不支持所设的加密或登录方式，请检查 smtp_security"),
    (smtplib.SMTPResponseException, "拒收"),
    (ssl.SSLCertVerificationError, "的证书无法验证，可在 site.toml 中设置 smtp_ca"),
    (ssl.SSLError, "无法加密连接，请检查 smtp_port 和 smtp_security"),
    (Exception, "联系不上"),
)


class NoMailServerError(DeliveryError):
    """The server lets nobody in at the moment: other mails need not be tried now."""


# What is about one mail or one address; everything else would happen to the next one, too.
_OF_THE_MAIL = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPDataError,
)


def to_address(
    site: Settings,
    parcel: Parcel,
    address: str,
    *,
    now: datetime,
    sleep: Callable[[float], None] = time.sleep,
) -> list[Path]:
    """Send a set to one address, trying up to three times.

    Args:
        site: Whose mail server.
        parcel: The set.
        address: Of whoever gets it.
        now: Date of the mail, on the site's clock.
        sleep: Waits so many seconds.

    Returns:
        The files that went with it; one that is too large is named in the text instead.

    Raises:
        NoMailServerError: The server cannot be reached, or does not let us in.
        DeliveryError: It was refused, or could not be sent by now.
    """
    for wait in (*WAITS, None):
        try:
            return _send(site, parcel, address, now)
        except (smtplib.SMTPException, OSError) as error:
            if wait is None or _is_final(error):
                is_mail = isinstance(error, _OF_THE_MAIL)
                raise (DeliveryError if is_mail else NoMailServerError)(
                    _reason(site, error)
                ) from None
            sleep(wait)
    raise AssertionError("the last try either returns or raises")


def masked(address: str) -> str:
    """`z***@example.gov.cn`: enough to recognise it, not to write to it."""
    name, _, domain = address.rpartition("@")
    return f"{name[:1]}***@{domain}"


def fingerprint(site: Settings, address: str) -> str:
    """Tells addresses apart in the notes without naming them."""
    key = site.pii_key.encode()
    return hmac.new(key, address.lower().encode(), hashlib.sha256).hexdigest()[:12]


def _send(site: Settings, parcel: Parcel, address: str, now: datetime) -> list[Path]:
    with _server(site) as server:
        allowed = int(server.esmtp_features.get("size") or 0) or float("inf")
        limit = min(allowed, site.smtp_max_mb * 2**20)
        fitting = _fitting(parcel.files, limit)
        mail = _mail(site, parcel, address, now, fitting)
        # Who hangs up earlier sends what was taken in the meantime once more.
        assert server.sock is not None
        server.sock.settimeout(TAKING_SECONDS)
        server.send_message(mail, to_addrs=[address])
        return fitting


@contextmanager
def _server(site: Settings) -> Iterator[smtplib.SMTP]:
    """A mail server that has let us in."""
    host, port = str(site.smtp_host), site.smtp_port or _PORTS[site.smtp_security]
    trusted = None
    if site.smtp_security != "none":
        trusted = ssl.create_default_context(cafile=site.smtp_ca and str(site.smtp_ca))
    if site.smtp_security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, port, timeout=TIMEOUT_SECONDS, context=trusted
        )
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    try:
        if site.smtp_security == "starttls":
            server.starttls(context=trusted)
        server.ehlo_or_helo_if_needed()
        if site.smtp_user and site.smtp_password:
            server.login(site.smtp_user, site.smtp_password.get_secret_value())
        yield server
        # What the server took it has, whatever it answers to that; and the sooner this is noted,
        # the rarer is a mail that a crash sends again.
        with suppress(OSError):
            server.putcmd("quit")
    finally:
        server.close()


def _fitting(files: Sequence[Path], limit: float) -> list[Path]:
    """The files that fit together into a mail, in their order; 64 kB are left for the text."""
    room, found = limit - 2**16, []
    for path in files:
        size = path.stat().st_size * _GROWTH
        if size <= room:
            room -= size
            found.append(path)
    return found


def _mail(
    site: Settings, parcel: Parcel, address: str, now: datetime, attached: Sequence[Path]
) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    name, sender = parseaddr(str(site.smtp_from))
    mail["From"] = Address(display_name=name, addr_spec=sender)
    mail["To"] = Address(addr_spec=address)
    mail["Subject"] = f"{'【演示数据】' if parcel.is_demo else ''}{parcel.title}"
    mail["Date"] = format_datetime(now.replace(tzinfo=site.zone))
    # The same set to the same address has the same sign, whenever it is sent.
    told = [parcel.title, parcel.version, fingerprint(site, address)]
    told += [path.name for path in parcel.files]
    sign = hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]
    mail["Message-ID"] = f"<{sign}@{sender.rpartition('@')[2]}>"
    # Keeps answers like "out of office" away.
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(_text(parcel, attached))
    for path in attached:
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
        main, _, sub = (kind or "application/octet-stream").partition("/")
        mail.add_attachment(path.read_bytes(), maintype=main, subtype=sub, filename=path.name)
    return mail


def _text(parcel: Parcel, attached: Sequence[Path]) -> str:
    lines = [f"{parcel.title}，{parcel.cut}，数据版本{parcel.version}。", ""]
    if attached:
        lines += ["附件：", *(f"{n}. {path.name}" for n, path in enumerate(attached, 1)), ""]
    if left := [path for path in parcel.files if path not in attached]:
        lines += ["下列文件超过邮件大小限制，未随信附上，请向发件单位索取："]
        lines += [*(f"{path.name}（{path.stat().st_size / 2**20:.1f} MB）" for path in left), ""]
    if parcel.is_demo:
        lines += [DEMO_WORDS, ""]
    return "\n".join([*lines, "本邮件由系统自动发送。", ""])


def _is_final(error: Exception) -> bool:
    """Whether the same answer would come again."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code >= 500
    return isinstance(error, smtplib.SMTPNotSupportedError | ssl.SSLCertVerificationError)


def _reason(site: Settings, error: Exception) -> str:
    """Why, in words that name neither address nor password: servers repeat them in answers."""
    words = next(said for kind, said in _REASONS if isinstance(error, kind))
    code = getattr(error, "smtp_code", None)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = next(iter(error.recipients.values()))[0]
    return f"邮件服务器 {site.smtp_host} {words}（{code or type(error).__name__}）"
