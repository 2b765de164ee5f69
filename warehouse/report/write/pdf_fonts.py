"""Which fonts a PDF is set in: those of official documents where installed, else open ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

#: Names of each face in the order of preference. Fonts tell their name in Chinese or in English,
#: so both stand here. The last of each row are open fonts.
FACES = {
    "title": (
        *("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋_GBK"),
        *("华文中宋", "STZhongsong"),
    ),
    "body": (
        *("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋"),
        *("STFangsong", "FandolFang R", "FandolFang"),
    ),
    "subhead": (
        *("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "华文楷体", "STKaiti"),
        *("FandolKai", "LXGW WenKai", "AR PL KaitiM GB", "AR PL UKai CN"),
    ),
    "head": ("黑体", "SimHei", "方正黑体_GBK", "华文黑体", "STHeiti"),
    "song": ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "华文宋体", "STSong"),
}
#: Fonts with every character of Chinese, for what a face lacks and for faces that are missing.
SERIF = (
    *("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Noto Serif SC", "Songti SC"),
    *("宋体", "SimSun", "AR PL UMing CN", "FandolSong"),
)
SANS = (
    *("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "Noto Sans SC", "PingFang SC"),
    *("微软雅黑", "Microsoft YaHei", "黑体", "SimHei", "WenQuanYi Zen Hei"),
    *("WenQuanYi Micro Hei", "Droid Sans Fallback", "FandolHei"),
)
#: Digits and Latin letters of running text, as in Word; else those of the Chinese font.
LATIN = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman")
ADVICE = (
    "未找到中文字体，无法生成PDF。Debian、Ubuntu请安装 fonts-noto-cjk，"
    "Fedora、openEuler请安装 google-noto-serif-cjk-ttc-fonts 和 google-noto-sans-cjk-ttc-fonts，"
    "Alpine请安装 font-noto-cjk；或在 site.toml 的 font_paths 中写明字体所在文件夹。"
)


class NoChineseFontError(RuntimeError):
    """No font with Chinese characters is installed; the message says in Chinese what to install."""


@dataclass(frozen=True)
class FontChoice:
    """The fonts of this machine, searched once.

    Attributes:
        folders: Folders of fonts that the compiler searches for glyphs.
        of_system: Whether it searches those that are installed, too.
        faces: Families of each face of `FACES`, first choice first.
        latin: Families for digits and Latin letters; may be empty.
    """

    folders: tuple[str, ...]
    of_system: bool
    faces: dict[str, list[str]]
    latin: list[str]


@lru_cache(maxsize=4)
def choose_fonts(folders: tuple[Path, ...] = (), *, of_system: bool = True) -> FontChoice:
    """Search the fonts and pick a family for each face.

    Args:
        folders: The site's own folders of fonts, searched with all below them.
        of_system: Whether fonts that are installed count too.

    Raises:
        NoChineseFontError: If there is none with Chinese characters.
    """
    found = typst.Fonts(include_system_fonts=of_system, font_paths=[str(f) for f in folders])
    # Font names are compared without case, as the compiler does it.
    installed = {name.lower(): name for name in found.families()}
    serif, sans = _those_of(SERIF, installed), _those_of(SANS, installed)
    faces = {
        face: [
            *_those_of(names, installed)[:1],
            *(sans + serif if face == "head" else serif + sans),
        ]
        for face, names in FACES.items()
    }
    if not all(faces.values()):
        any_face = next((families for families in faces.values() if families), None)
        if any_face is None:
            raise NoChineseFontError(ADVICE)
        faces = {face: families or any_face for face, families in faces.items()}
    named = tuple(str(folder) for folder in folders)
    return FontChoice(named, of_system, faces, _those_of(LATIN, installed))


def _those_of(names: tuple[str, ...], installed: dict[str, str]) -> list[str]:
    """The names that are installed, as the fonts spell them, each once."""
    return list(dict.fromkeys(installed[n.lower()] for n in names if n.lower() in installed))
