{# Dwell per stage (平均停留时长): working hours of every step that leaves a stage, without the
   steps of items that were rejected or cancelled in the end, and of those whose times are days. #}
{%- set stages = ['report', 'dispatch', 'handle', 'check'] %}
with

{%- for stage in stages %}

stage_hours_{{ stage }} as (

    {{ ledger_entries_of('stage_hours_' ~ stage, 'fct_event_steps', at='"at"',
        value='stage_seconds / 3600.0', department='department_code',
        where="stage_left = '" ~ stage ~ "' and stage_seconds is not null and not is_dropped") }}

),

stage_exits_{{ stage }} as (

    {{ ledger_entries_of('stage_exits_' ~ stage, 'fct_event_steps', at='"at"',
        department='department_code',
        where="stage_left = '" ~ stage ~ "' and stage_seconds is not null and not is_dropped") }}

){{ ',' if not loop.last }}
{%- endfor %}

{% for stage in stages -%}
select * from stage_hours_{{ stage }}
union all
select * from stage_exits_{{ stage }}
{% if not loop.last %}union all
{% endif %}
{%- endfor %}
