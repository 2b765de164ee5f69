"""The same report is the same file, byte for byte.

Office files are zip archives. The libraries that write them put the clock of the machine into
every entry and into the properties of the document; here both become the moment of the data cut,
and entries are written in one order with one compression.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

from warehouse.settings import settings

#: Readers of packages look here first.
_FIRST = ("mimetype", "[Content_Types].xml", "_rels/.rels")
#: Workbooks behind the charts of slides.
_NESTED = (".xlsx", ".xlsm", ".docx", ".pptx")
_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*?(?:/>|>[^<]*</dcterms:\1>)")


def seal_zip(archive: bytes, moment: datetime) -> bytes:
    """An office file of which nothing tells when or in which order it was written.

    Libraries write into memory, and what comes out here goes to the disk at once: their own
    handles would complain a second time about a disk that is full.

    Args:
        archive: A docx, xlsx or pptx; workbooks inside it are rewritten too.
        moment: Local time that stands as created and modified.
    """
    sealed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(sealed, "w") as new:
        for name in _in_order(old.namelist()):
            new.writestr(_entry(name, moment), _content(name, old.read(name), moment))
    return sealed.getvalue()


def _in_order(names: list[str]) -> list[str]:
    return [*(n for n in _FIRST if n in names), *sorted(n for n in names if n not in _FIRST)]


def _entry(name: str, moment: datetime) -> zipfile.ZipInfo:
    # Archives know no time before 1980.
    entry = zipfile.ZipInfo(name, max(moment, datetime(1980, 1, 1)).timetuple()[:6])
    entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    # As if written on Unix, wherever it was.
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry


def _content(name: str, content: bytes, moment: datetime) -> bytes:
    if name == _PROPERTIES:
        return _dated(content, moment)
    return seal_zip(content, moment) if name.endswith(_NESTED) else content


def _dated(properties: bytes, moment: datetime) -> bytes:
    instant = moment.replace(tzinfo=settings().zone).astimezone(UTC)
    dates = "".join(
        f'<dcterms:{name} xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:type="dcterms:W3CDTF">{instant:%Y-%m-%dT%H:%M:%SZ}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    others = _DATES.sub(b"", properties)
    end = others.rindex(b"</")
    return others[:end] + dates.encode() + others[end:]
