"""来源与常态 of the data page: how a source became a feed, and how often ranges are left."""

from __future__ import annotations

import polars as pl

from pages.kit.data import cached
from pages.kit.data_tables import percent, plain_table, scrolled
from pages.kit.filters import choose
from pages.kit.formats import NO_VALUE, moment, number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read import sources as read_sources

#: A feed whose points lie outside their place more often than this is to be looked at, %.
DOUBTED = 5.0


def sources(scope: Scope) -> None:
    """Every feed and source, and the mapping of the chosen one column by column."""
    known = cached(read_sources.sources, scope)
    if known.is_empty():
        nothing_here("还没有装载", "把文件放进报送目录，或在 sources.toml 里说明来源。")
        return
    mapped = known.filter("is_mapped")
    # Alone it fills the window; with a mapping below, both are to be seen.
    scrolled(sources_table(known), None if mapped.is_empty() else 360, "来源")
    if mapped.is_empty():
        return
    names = {
        f"{feed}|{source}": f"{name} ← {source}"
        for feed, name, source in mapped.select("feed_code", "feed_name", "source").iter_rows()
    }
    chosen = choose("看一个来源的映射", "source", names) or next(iter(names))
    feed_code, _, source = chosen.partition("|")
    columns = cached(read_sources.source_columns, scope, feed_code=feed_code, source=source)
    scrolled(columns_table(columns), 360, "映射")


def trends_panel(scope: Scope) -> None:
    """How often the daily values of each indicator left their expected range."""
    caption = "街道及以上的日值，近一年 · 越出常态的占比是误报率的上限"
    with panel("pn_data_trends", "常态模型", caption):
        found = cached(read_sources.trends, scope)
        if found.is_empty():
            nothing_here("尚无可判断的日值。", "历史满八周后，这里给出各指标越出常态的占比。")
            return
        scrolled(trends_table(found), None, "常态模型")


def sources_table(known: pl.DataFrame) -> Markup:
    """One line per feed and source."""
    return plain_table(
        ["数据源", "来源", "文件", "行", "接收", "隔离或略去", "点位落在所属地外", "最近装载"],
        [
            [
                row["feed_name"],
                _source(row),
                number(row["file_count"]),
                number(row["row_count"]),
                number(row["accepted_count"]),
                number(row["refused_count"]),
                points(row),
                moment(row["last_loaded_at"]),
            ]
            for row in known.to_dicts()
        ],
        right={2, 3, 4, 5},
    )


def _source(row: dict[str, object]) -> Markup | str:
    if not row["is_mapped"]:
        return "约定格式"
    told = "；".join(
        str(row[name]) for name in ("file_patterns", "settings", "left_out_reasons") if row[name]
    )
    return tag("span", tag("b", str(row["source"])), f" {told}", title=told, class_="long")


def points(row: dict[str, object]) -> Markup | str:
    """How many points lie outside their declared place, and the system that would fit."""
    checked, outside = row["checked_count"], row["outside_count"]
    if not isinstance(checked, int) or not isinstance(outside, int) or not checked:
        return NO_VALUE
    share = 100 * outside / checked
    said = f"{number(outside)} / {number(checked)}（{percent(share)}）"
    if row["fitting_coordinates"]:
        said += f" 若按 {row['fitting_coordinates']} 解释则在内"
    if share <= DOUBTED:
        return said
    return tag("span", Markup(mark("watch", "12px")), f" {said}", title=said)


def columns_table(columns: pl.DataFrame) -> Markup:
    """Column by column: what the feed has, where it comes from, how it is converted."""
    return plain_table(
        ["约定列", "取自", "转换"],
        [
            [
                tag("span", row["column_title"]),
                tag("span", row["origin"], title=row["origin"], class_="long"),
                tag("span", row["conversion"] or NO_VALUE, title=row["conversion"], class_="long"),
            ]
            for row in columns.to_dicts()
        ],
    )


def trends_table(trends: pl.DataFrame) -> Markup:
    """How often the daily values of each indicator left their expected range."""
    return plain_table(
        ["指标", "可判断的日数", "高于常态", "低于常态", "合计占比"],
        [
            [
                f"{row['indicator_name']} {row['indicator_code']}",
                number(row["judged_count"]),
                number(row["above_count"]),
                number(row["below_count"]),
                f"{row['outside_share']:.2f}%",
            ]
            for row in trends.to_dicts()
        ],
        right={1, 2, 3, 4},
    )
