"""The site's settings: where things lie, what time it is there, which thresholds hold.

Every value has a default that runs the sample city. A site overrides them in
`<var>/site.toml` or with environment variables that begin with `YIPING_`. This is the
only module that reads the environment.
"""

from __future__ import annotations

import os
from datetime import datetime
from email.utils import parseaddr
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

ROOT = Path(__file__).resolve().parent.parent
TRANSFORM_DIR = ROOT / "transform"
#: Everybody knows it, so it hides nobody: good for the made-up city only.
SAMPLE_PII_KEY = "yiping-sample-city"


def _half_of_the_memory() -> str:
    """Half of what the machine has, so that the served version and its readers keep theirs."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{max(4, whole // 2 // 10**9)}GB"


class Settings(BaseSettings):
    """Everything a site may decide.

    Times in the warehouse are naive and mean the wall clock of `timezone`.
    """

    model_config = SettingsConfigDict(env_prefix="YIPING_", extra="forbid", frozen=True)

    # Where things lie
    var: Path = ROOT / "var"
    feeds: Path | None = Field(None, description="Landing folder; <var>/feeds unless set.")

    # The place
    site_name: str | None = Field(None, description="Name of the top place unless set.")
    product_title: str | None = Field(
        None, description="市域社会治理 unless set; in a county 县域…, in a province 省域…."
    )
    root_area_code: str | None = Field(None, description="Top place shown; found if unset.")
    demo: bool = Field(True, description="Marks every screen and file with 演示数据.")
    boundary_note: str = "边界为示意，不作划界依据"
    timezone: str = "Asia/Shanghai"
    reader_area: str | None = Field(
        None,
        description="Code of a place: this instance shows it and what is below it, nothing else.",
    )
    reader_office: str = Field("本级综治中心", description="Who gives access to other places.")
    may_seal: bool | None = Field(
        None,
        description="Whether the screens of this instance may make reports final. Unless set: yes "
        "where the whole site is shown, no where `reader_area` narrows it. There is no login: "
        "whoever reaches such an instance may do it.",
    )
    public_address: str | None = Field(
        None, description="Where phones reach this site, for the QR code; as the browser sees it."
    )

    # Paper
    font_paths: list[Path] = Field([], description="Folders of the site's own fonts, for PDF.")

    # Time rules
    office_hours: list[str] = ["09:00-12:00", "13:30-17:30"]
    calendar: str = Field("cn", description="Which holidays count: cn, or weekends (none).")

    # Thresholds (参考值: configuration of the site, not a national standard)
    filing_limit_hours: float = 2.0
    mediation_limit_days: int = 30
    due_soon_hours: float = 4.0
    minimum_sample: int = 20
    group_visit_persons: int = Field(5, description="From how many persons a visit is 集体访.")
    pii_key: str = Field(SAMPLE_PII_KEY, description="Key of the hash over pii columns.")

    databases: dict[str, SecretStr] = Field(
        {}, description="Address (SQLAlchemy URL) of each database that sources.toml asks."
    )

    # Mail with reports
    smtp_host: str | None = Field(None, description="Mail server; no mail is sent without one.")
    smtp_port: int | None = Field(None, description="587, 465 with tls, 25 with none unless set.")
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_ca: Path | None = Field(
        None, description="Certificate of the authority that the mail server's own is signed by."
    )
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_from: str | None = Field(None, description="Sender; 名称 <address> or the address.")
    smtp_max_mb: float = Field(20, gt=0, description="Larger mails are not sent: files stay out.")

    # Reports
    keep_made_days: int = Field(
        90, ge=1, description="How long sets that the calendar made stay in <var>/reports/made."
    )

    # Building
    memory_limit: str = Field(
        default_factory=_half_of_the_memory, description="Of a build; more than that spills."
    )
    max_temp_directory_size: str = "20GB"
    threads: int = 2
    keep_versions: int = 5

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order of precedence: arguments, environment, `<var>/site.toml`."""
        told: dict[str, Any] = {**env_settings(), **init_settings()}
        site = Path(told.get("var", ROOT / "var")) / "site.toml"
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, site)

    @model_validator(mode="after")
    def _keep_persons_hidden(self) -> Self:
        """A real site hashes its people with a key of its own."""
        if not self.demo and self.pii_key == SAMPLE_PII_KEY:
            raise ValueError("with demo = false, set a pii_key of your own in site.toml")
        return self

    @model_validator(mode="after")
    def _keep_the_password_secret(self) -> Self:
        """Mail goes out under a name, and no password over an open line."""
        if self.smtp_host and not self.smtp_from:
            raise ValueError("with smtp_host, set smtp_from, the sender")
        if self.smtp_from and not all(parseaddr(self.smtp_from)[1].rpartition("@")):
            raise ValueError("smtp_from has no address; write 名称 <center@example.gov.cn>")
        if self.smtp_password and self.smtp_security == "none":
            raise ValueError("with smtp_password, set smtp_security to starttls or tls")
        return self

    @property
    def landing(self) -> Path:
        """The folder where upstream systems put their files."""
        return self.feeds or self.var / "feeds"

    @property
    def raw(self) -> Path:
        """The raw lake: append-only Parquet."""
        return self.var / "raw"

    @property
    def quarantine(self) -> Path:
        """Rows that were refused, with every rule that they broke."""
        return self.var / "quarantine"

    @property
    def screens_may_seal(self) -> bool:
        """Whether the screens of this instance may make reports final."""
        return self.reader_area is None if self.may_seal is None else self.may_seal

    @property
    def schemes(self) -> Path:
        """The site's own assessment schemes, in the files of the seeds; need not be there."""
        return self.var / "schemes"

    @property
    def seals(self) -> Path:
        """Periods of assessments as they were announced, written once each."""
        return self.var / "seals"

    @property
    def editions(self) -> Path:
        """Reports made final, every edition as it was issued, written once each."""
        return self.var / "editions"

    @property
    def versions(self) -> Path:
        """One folder per build, and the pointer to the one that is served."""
        return self.var / "versions"

    @cached_property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.timezone)

    def now(self) -> datetime:
        """The site's wall clock, naive, to the second."""
        return datetime.now(self.zone).replace(tzinfo=None, microsecond=0)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once. Tests call `settings.cache_clear()`."""
    return Settings()
