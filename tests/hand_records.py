"""A handful of records in a warehouse of their own, small enough to be counted on the page.

Eight records in a district of two streets; street A has two communities. The data cut is noon
of 10 March 2026, and the period asked for its last seven days.

| record | place | kind     | state  | opened      | closed      | clock    |
|--------|-------|----------|--------|-------------|-------------|----------|
| R1     | A1    | 邻里纠纷 | 在办   | 03-09 10:00 |             | on_track |
| R2     | A1    | 邻里纠纷 | 已化解 | 03-04 09:00 | 03-08 09:00 | on time  |
| R3     | A2    | 物业纠纷 | 在办   | 03-03 12:00 |             | due_soon |
| R4     | B     | 物业纠纷 | 在办   | 02-01 08:00 |             | overdue  |
| R5     | B     | 邻里纠纷 | 已化解 | 02-28 08:00 | 03-01 08:00 | on time  |
| R6     | A     | 劳动争议 | 已化解 | 02-20 08:00 | 03-05 08:00 | late     |
| R7     | A2    | 邻里纠纷 | 在办   | 03-10 11:59 |             | overdue  |
| R8     | B     | 物业纠纷 | 在办   | 02-27 13:00 |             | on_track |
"""

from datetime import datetime
from pathlib import Path

import duckdb

VERSION = "by-hand"
DISTRICT, STREET_A, STREET_B = "D", "A", "B"
CUT = datetime(2026, 3, 10, 12)

_ROWS = """
    ('R1', '楼道堆物', 'A1', '邻里纠纷', '网格上报', '在办', 'D1', '2026-03-09 10:00', null, 'on_track', 2),
    ('R2', '漏水', 'A1', '邻里纠纷', '来访', '已化解', 'D1', '2026-03-04 09:00', '2026-03-08 09:00', 'closed_on_time', 6),
    ('R3', '电梯费', 'A2', '物业纠纷', '来访', '在办', 'D2', '2026-03-03 12:00', null, 'due_soon', 3),
    ('R4', '物业费', 'B', '物业纠纷', null, '在办', null, '2026-02-01 08:00', null, 'overdue', 1),
    ('R5', '噪声', 'B', '邻里纠纷', '来访', '已化解', 'D2', '2026-02-28 08:00', '2026-03-01 08:00', 'closed_on_time', 7),
    ('R6', '欠薪', 'A', '劳动争议', '热线', '已化解', 'D2', '2026-02-20 08:00', '2026-03-05 08:00', 'closed_late', 8),
    ('R7', '停车', 'A2', '邻里纠纷', '热线', '在办', 'D1', '2026-03-10 11:59', null, 'overdue', 4),
    ('R8', '车位', 'B', '物业纠纷', '热线', '在办', 'D2', '2026-02-27 13:00', null, 'on_track', 5)
"""  # noqa: E501


def write_hand_records(versions: Path) -> str:
    """Write the warehouse below a folder of versions; gives the name of its version."""
    folder = versions / VERSION
    folder.mkdir(parents=True)
    with duckdb.connect(str(folder / "warehouse.duckdb")) as warehouse:
        warehouse.execute("create schema core; create schema marts")
        warehouse.execute("""
            create table core.bridge_area_ancestors as
            from (values
                ('D', 'D', 'district', 0), ('A', 'A', 'street', 0), ('B', 'B', 'street', 0),
                ('A1', 'A1', 'community', 0), ('A2', 'A2', 'community', 0),
                ('A', 'D', 'district', 1), ('B', 'D', 'district', 1),
                ('A1', 'A', 'street', 1), ('A2', 'A', 'street', 1),
                ('A1', 'D', 'district', 2), ('A2', 'D', 'district', 2)
            ) as areas (area_code, ancestor_code, ancestor_level, distance)
        """)
        warehouse.execute("""
            create table marts.mart_event_areas as
            select *, area_code = 'D' as is_root
            from (values
                ('D', '手算区', 'district', 3000::bigint), ('A', '甲街道', 'street', 2000),
                ('B', '乙街道', 'street', null), ('A1', '甲一社区', 'community', 1000),
                ('A2', '甲二社区', 'community', 500)
            ) as areas (area_code, area_name, level, population)
        """)
        warehouse.execute(f"""
            create table marts.mart_hand_list as
            select
                record_id, title, area_code, area_code as area_name, area_code as area_path,
                kind, channel, state, department_code,
                '单位' || department_code as department_name,
                opened_at::timestamp as opened_at,
                closed_at::timestamp as closed_at,
                null::timestamp as due_at,
                time_status,
                closed_at is null as is_open,
                time_status = 'overdue' as is_overdue,
                urgency_place::bigint as urgency_place,
                lower(concat_ws(' ', record_id, title, kind)) as search_text
            from (values {_ROWS}) as records (
                record_id, title, area_code, kind, channel, state, department_code, opened_at,
                closed_at, time_status, urgency_place
            )
        """)
        warehouse.execute("""
            create table marts.mart_hand_steps as
            from (values ('R2', 2, '调解'), ('R2', 1, '受理'), ('R4', 1, '受理'))
                as steps (record_id, seq, step)
        """)
        warehouse.execute("create table marts.mart_hand_totals as select 8 as records")
    return VERSION
