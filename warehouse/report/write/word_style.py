"""The look of an official Chinese document (GB/T 9704): its paragraph styles and fonts.

The fonts it names are proprietary and not embedded; the font table names stand-ins for each, so
that a machine without them takes the nearest of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from warehouse.report.write.title_lines import TITLE_SIZE

TITLE, BODY, HEAD, SUBHEAD, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
STAND_INS = {
    TITLE: ("华文中宋", "宋体", "Noto Serif CJK SC"),
    BODY: ("仿宋", "FangSong", "华文仿宋", "Noto Serif CJK SC"),
    HEAD: ("SimHei", "Noto Sans CJK SC"),
    SUBHEAD: ("楷体", "KaiTi", "华文楷体", "Noto Serif CJK SC"),
    SONG: ("SimSun", "Noto Serif CJK SC"),
}
#: Points: 3号, and 22 lines in 225 mm.
SIZE, LINE = 16, 28.95
RED = "FF0000"


@dataclass(frozen=True)
class _Style:
    """A paragraph style.

    Attributes:
        name: As Word calls it; the id is the name without blanks.
        font: Of Chinese letters.
        size, line: In points; the line is exact, 0 for as high as what stands in it.
        align: `both`, `left`, `center`, `right`.
        indent: Blank characters before the first line.
        before, after: Points above and below.
        level: Outline level; None for none.
        stays: Whether it stays on the page of what follows.
        colour: Of letters.
        follows: Name of the style of a paragraph that is typed after it.
        latin: Font of digits and Latin letters.
        whole: Whether it is not broken over two pages.
        hanging: Points that all lines but the first are set in.
    """

    name: str
    font: str = BODY
    size: float = SIZE
    line: float = LINE
    align: str = "both"
    indent: int = 0
    before: float = 0
    after: float = 0
    level: int | None = None
    stays: bool = False
    colour: str = "000000"
    follows: str = ""
    latin: str = LATIN
    whole: bool = False
    hanging: float = 0

    @property
    def key(self) -> str:
        """Its id."""
        return key_of(self.name)


_STYLES = (
    _Style("Body Text", indent=2),
    _Style("heading 1", HEAD, indent=2, level=0, stays=True, follows="Body Text"),
    _Style("heading 2", SUBHEAD, indent=2, level=1, stays=True, follows="Body Text"),
    _Style("Entry Head", HEAD, 10.5, 16, "left", before=6, after=2, level=1, stays=True),
    _Style("Title", TITLE, TITLE_SIZE, 36, "center", stays=True, follows="Subtitle"),
    _Style("Subtitle", SUBHEAD, align="center", stays=True, follows="Body Text"),
    _Style("Masthead", TITLE, 36, 60, "center", stays=True, colour=RED),
    _Style("Issue", align="center", stays=True),
    _Style("caption", HEAD, 14, 24, "center", before=4, after=2, stays=True),
    _Style("Picture", line=0, align="center", after=10),
    # Digits of 宋体 are all half a square wide: columns of numbers stand straight.
    _Style("Table Head", HEAD, 10.5, 15, "center", latin=HEAD),
    _Style("Table Text", SONG, 10.5, 15, "center", latin=SONG),
    _Style("Table Note", SONG, 9, 13, "left", before=3, follows="Body Text", latin=SONG),
    _Style("Entry", SONG, 9, 13, after=4, latin=SONG, whole=True, hanging=9),
    _Style("Annex List", align="left", stays=True),
    _Style("Signature", align="right", stays=True),
    _Style("Annex Mark", HEAD, align="left", stays=True),
    _Style("Annex Title", TITLE, 20, 32, "center", after=10, level=0, stays=True),
    _Style("Imprint", size=14, line=24, align="left"),
    _Style("header", HEAD, 10.5, 14, "right"),
    _Style("footer", SONG, 9, 12, "center", latin=SONG),
)
#: Paragraphs whose letters stand as wide as they are, not 28 to the line.
_NOT_BODY = {
    *("Masthead", "Title", "Annex Title", "caption", "Picture", "Imprint", "header", "footer"),
    *("Table Head", "Table Text", "Table Note", "Entry", "Entry Head"),
}

_OWN_SPACING = '<w:spacing w:val="0"/>'


def key_of(name: str) -> str:
    """Id of a style."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def fonts(name: str, latin: str = LATIN) -> str:
    """Run properties of a font of Chinese letters, and of one for digits and Latin letters."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}" w:cs="{latin}"/>'


def set_styles(document: WordDocument) -> None:
    """Replace the styles and the fonts of an empty document."""
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    for xml in (_DEFAULTS, _NORMAL, *_PLAIN, *map(_as_xml, _STYLES)):
        styles.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    _set_fonts(document)


_DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(BODY)}"
    '<w:sz w:val="32"/><w:szCs w:val="32"/>'
    # Else punctuation is set as in Taiwan, in the middle of its square.
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
)
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    # Lines are exact and letters spaced, so nothing needs to snap to the grid of the page: programs
    # that do it give every digit the square of a letter.
    '<w:qFormat/><w:pPr><w:snapToGrid w:val="0"/>'
    f'<w:spacing w:line="{LINE * 20:.0f}" w:lineRule="exact"/>'
    # Said again: the grid of letters is reckoned from the size of this style.
    '<w:jc w:val="both"/></w:pPr><w:rPr>'
    # 28 letters to 156 mm: a quarter of a point less between them.
    '<w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
)
_PLAIN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
)


def _as_xml(style: _Style) -> str:
    follows = f'<w:next w:val="{key_of(style.follows)}"/>' if style.follows else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{follows}<w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr>'
        f'<w:rPr>{fonts(style.font, style.latin)}<w:color w:val="{style.colour}"/>'
        f"{_OWN_SPACING if style.name in _NOT_BODY else ''}"
        f'<w:sz w:val="{style.size * 2:.0f}"/><w:szCs w:val="{style.size * 2:.0f}"/></w:rPr>'
        "</w:style>"
    )


def _paragraph(style: _Style) -> str:
    height = (
        f'w:line="{style.line * 20:.0f}" w:lineRule="exact"'
        if style.line
        else 'w:line="240" w:lineRule="auto"'
    )
    first = f' w:firstLineChars="{style.indent * 100}" w:firstLine="{style.indent * SIZE * 20}"'
    edge = round(style.hanging * 20)
    return "".join(
        (
            "<w:keepNext/>" if style.stays else "",
            "<w:keepLines/>" if style.whole else "",
            f'<w:spacing w:before="{style.before * 20:.0f}" w:after="{style.after * 20:.0f}" '
            f"{height}/>",
            f"<w:ind{first}/>" if style.indent else "",
            f'<w:ind w:left="{edge}" w:hanging="{edge}"/>' if style.hanging else "",
            f'<w:jc w:val="{style.align}"/>',
            "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>',
        )
    )


def _set_fonts(document: WordDocument) -> None:
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/>'
        # What kind of stand-in to look for if none of those named is there.
        f'<w:family w:val="{"swiss" if name == HEAD else "roman"}"/></w:font>'
        for name, others in STAND_INS.items()
    )
    table = f"<w:fonts {nsdecls('w')}>{entries}</w:fonts>"
    [part] = [
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype.endswith("/fontTable")
    ]
    part._blob = f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{table}".encode()
