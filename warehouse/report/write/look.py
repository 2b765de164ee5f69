"""Colours and type of the office files: those of the screens on a light ground."""

from __future__ import annotations

INK = "15212B"
INK_2 = "43535F"
INK_3 = "5F6F7B"
LINE = "D9E0E6"
LINE_2 = "B9C4CD"
GROUND = "EBEFF3"
ACCENT = "12609E"
WATCH = "9A5B00"
ALERT = "BF2F1C"
#: What differs from the accent in a chart is grey: the eye looks for the accent.
SERIES = (ACCENT, "9FB0BD", "5F6F7B", "C9D3DB")
#: Words of a status that are coloured where they stand alone in a cell.
STATUS = {"关注": WATCH, "黄牌": WATCH, "严重": ALERT, "红牌": ALERT, "超期": ALERT}
#: Screens have it everywhere in China; where it is missing the program takes its own 黑体.
FONT = "微软雅黑"
