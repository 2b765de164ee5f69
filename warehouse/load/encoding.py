"""Bytes to text: UTF-8 with or without a mark, else GB18030; anything else is refused whole."""

from __future__ import annotations

import gzip
import re
import zlib

#: Three bytes of UTF-8 that hold a Chinese character.
_CHINESE = re.compile(rb"[\xe4-\xe9][\x80-\xbf]{2}")
#: A GB18030 file may hold a line or two that happen to be UTF-8 as well.
_CHANCE = 0.01


class UnreadableFileError(Exception):
    """A file that cannot be read at all; the message says why, in Chinese."""


def unpack(data: bytes) -> bytes:
    """The content of a gzip file.

    Raises:
        UnreadableFileError: It is cut off or damaged.
    """
    try:
        return gzip.decompress(data)
    except EOFError:
        raise UnreadableFileError("压缩文件不完整：可能没有传完，请重新放置") from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableFileError(f"压缩文件已损坏：{error}") from None


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        UnreadableFileError: It is neither UTF-8 nor GB18030, or a mixture; names the byte offset.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        utf8_offset = error.start
    if _is_mixed(data):
        raise UnreadableFileError(
            f"同一文件混用 UTF-8 与其他编码：第 {utf8_offset} 字节处不是 UTF-8"
        )
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        offset = max(utf8_offset, error.start)
        raise UnreadableFileError(
            f"编码既不是 UTF-8 也不是 GB18030：第 {offset} 字节处无法识别"
        ) from None


def _is_mixed(data: bytes) -> bool:
    """Whether some lines of a file that is no UTF-8 are UTF-8 all the same."""
    as_utf8 = as_gb = 0
    for line in data.splitlines():
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            as_gb += 1
        else:
            as_utf8 += bool(_CHINESE.search(line))
    return as_utf8 > _CHANCE * (as_utf8 + as_gb)
