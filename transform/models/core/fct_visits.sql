{# A week is judged when it is over, on its last day. More visits than were owed in one grid do
   not stand in for those that another grid missed. #}
select
    area_code,
    week_start,
    case when week_start + 7 <= {{ as_of() }}::date then week_start + 6 end as settled_on,
    required_count,
    done_count,
    least(done_count, required_count) as done_as_required,
    area_code || '|' || strftime(week_start, '%Y-%m-%d') as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_grid__visits') }}
where week_start < {{ as_of() }}
