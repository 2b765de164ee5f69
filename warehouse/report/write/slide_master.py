"""The deck before its first slide: 16:9, white, one accent, three layouts.

The empty deck of the library has eleven layouts at 4:3; here its master is laid out anew and only
the layouts that are used remain, so that whoever edits the file meets the same places and fonts.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Length

from warehouse.report.write.look import ACCENT, FONT, GROUND, INK, INK_2, INK_3, LINE, SERIES

_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


class Box(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Length, Length, Length, Length]:
        """Left, top, width, height as the library takes them."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.65
CONTENT = WIDTH - 2 * MARGIN
KICKER = Box(MARGIN, 0.42, CONTENT, 0.38)
TITLE = Box(MARGIN, 0.8, CONTENT, 1.12)
#: Below a title of two lines.
BODY = Box(MARGIN, 2.1, CONTENT, 4.7)
COVER_MASTHEAD = Box(1.2, 1.75, 10.9, 0.5)
COVER_TITLE = Box(1.2, 2.3, 10.9, 1.3)
COVER_BELOW = Box(1.2, 3.75, 10.9, 1.9)
FOOT = 6.98
FOOTER = Box(MARGIN, FOOT, 7.9, 0.32)
DEMO = Box(MARGIN + 7.9, FOOT, 3.3, 0.32)
PAGE_NUMBER = Box(WIDTH - MARGIN - 0.8, FOOT, 0.8, 0.32)

FOOT_SIZE = 11

#: Layouts of the library's deck, by place → what they are called and used for.
_KEPT = {0: "封面", 1: "结论与要点", 5: "结论"}
COVER, WITH_POINTS, CONCLUSION = range(3)


def empty_deck() -> Any:
    """A deck without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    size = deck.part._element.find(qn("p:sldSz"))
    size.attrib.pop("type", None)
    for relation, holder in (
        (RELATIONSHIP_TYPE.PRINTER_SETTINGS, deck.part),
        (RELATIONSHIP_TYPE.THUMBNAIL, deck.part.package),
    ):
        _drop(holder._rels, relation)
    _theme(deck.slide_master)
    _master(deck.slide_master)
    layouts = list(deck.slide_layouts)
    for place, layout in enumerate(layouts):
        if place in _KEPT:
            _layout(layout, _KEPT[place])
        else:
            deck.slide_layouts.remove(layout)
    _cover(layouts[0])
    return deck


def _drop(relations: Any, kind: str) -> None:
    """Leave out what the library's own deck brings: a picture of it, settings of a printer."""
    for name in [name for name, relation in relations.items() if relation.reltype == kind]:
        relations.pop(name)


def _theme(master: Any) -> None:
    """Fonts and colours by name, so that the office program offers them too."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode()
    colours = {
        **{"dk1": INK, "lt1": "FFFFFF", "dk2": INK_2, "lt2": GROUND, "hlink": ACCENT},
        **{"folHlink": INK_3, "accent1": ACCENT, "accent2": SERIES[1], "accent3": SERIES[2]},
        **{"accent4": SERIES[3], "accent5": "0F7A5C", "accent6": "E2A01F"},
    }
    for name, colour in colours.items():
        theme = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>',
            theme,
        )
    for kind in ("major", "minor"):
        theme = re.sub(
            rf'(<a:{kind}Font>)<a:latin typeface="[^"]*"/><a:ea typeface=""/>',
            rf'\1<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/>',
            theme,
        )
    theme = theme.replace('script="Hans" typeface="宋体"', f'script="Hans" typeface="{FONT}"')
    part._blob = theme.replace('name="Office Theme"', 'name="一屏"').encode()


def _master(master: Any) -> None:
    places = {"title": TITLE, "body": BODY, "ftr": FOOTER, "sldNum": PAGE_NUMBER}
    for shape in list(master.placeholders):
        kind = shape._element.ph.get("type")
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = places[kind].emu
        frame = shape.text_frame._txBody.bodyPr
        for side in ("lIns", "rIns"):
            frame.set(side, "0")
        frame.set("anchor", "t" if kind in {"title", "body"} else "ctr")
        # Sizes are chosen by the length of the text; nothing else may change them.
        for child in list(frame):
            frame.remove(child)
        if kind in {"ftr", "sldNum"}:
            style = shape.text_frame._txBody.find(qn("a:lstStyle"))
            side = "l" if kind == "ftr" else "r"
            style.getparent().replace(style, _list_style(side, FOOT_SIZE, INK_3))
    above_footer = Box(MARGIN, FOOT - 0.06, CONTENT, 0.01)
    master.shapes._spTree.append(_bar(91, "页脚线", above_footer, LINE))
    master.shapes._spTree.append(_bar(92, "装饰线", Box(MARGIN, 0.3, 0.55, 0.05), ACCENT))
    _text_styles(master._element)


def _text_styles(master: Any) -> None:
    """Titles bold and left; points with a bullet of the accent colour."""
    title = master.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).attrib.update({"sz": "2800", "b": "1"})
    title.insert(0, parse_xml(f'<a:lnSpc {_NAMES}><a:spcPct val="105000"/></a:lnSpc>'))
    body = master.find(f".//{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}")
    body.attrib.update({"marL": "266700", "indent": "-266700"})
    body.find(qn("a:defRPr")).set("sz", "2000")
    for old in (qn("a:spcBef"), qn("a:buFont")):
        body.remove(body.find(old))
    first = (
        '<a:lnSpc {0}><a:spcPct val="110000"/></a:lnSpc>',
        '<a:spcBef {0}><a:spcPts val="900"/></a:spcBef>',
        '<a:buClr {0}><a:schemeClr val="accent1"/></a:buClr>',
        '<a:buFont {0} typeface="Arial"/>',
    )
    for place, element in enumerate(first):
        body.insert(place, parse_xml(element.format(_NAMES)))


def _list_style(side: str, size: int, colour: str) -> Any:
    return parse_xml(
        f'<a:lstStyle {_NAMES}><a:lvl1pPr algn="{side}"><a:defRPr sz="{size}00"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )


def _layout(layout: Any, name: str) -> None:
    layout._element.cSld.set("name", name)
    for shape in list(layout.placeholders):
        if shape._element.ph.get("type") == "dt":
            shape._element.getparent().remove(shape._element)


def _cover(layout: Any) -> None:
    """The cover has its own line and none of the master's."""
    layout._element.set("showMasterSp", "0")
    title, below = layout.placeholders[0], layout.placeholders[1]
    title.left, title.top, title.width, title.height = COVER_TITLE.emu
    below.left, below.top, below.width, below.height = COVER_BELOW.emu
    title.text_frame._txBody.bodyPr.set("anchor", "b")
    style = below.text_frame._txBody.find(qn("a:lstStyle"))
    new = _list_style("l", 24, INK_2)
    level = new[0]
    level.attrib.update({"marL": "0", "indent": "0"})
    level.insert(0, parse_xml(f"<a:buNone {_NAMES}/>"))
    style.getparent().replace(style, new)
    layout.shapes._spTree.append(_bar(93, "装饰线", Box(MARGIN, 1.75, 0.09, 3.7), ACCENT))


def _bar(number: int, name: str, place: Box, colour: str) -> Any:
    """A plain rectangle; as thin as a line, if need be."""
    left, top, width, height = place.emu
    return parse_xml(
        f'<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/>'
        "</a:ln></p:spPr></p:sp>"
    )
