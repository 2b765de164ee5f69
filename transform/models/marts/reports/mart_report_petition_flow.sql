{# What became of petitions in a period: the counts that 条例第四十一条 asks of a yearly report
   besides the statistics. Each count is of what happened in the period, whenever the petition came. #}
{%- set moments = {
    'received': 'received_at', 'forwarded': 'forwarded_at', 'informed': 'informed_at',
    'accepted': 'accepted_at', 'replied': 'replied_at', 'closed': 'closed_at',
    'reviewed': 'review_at', 'rechecked': 'recheck_at',
} %}
with

moved as (

    {%- for name, moment in moments.items() %}
    select
        area_code,
        {{ moment }} as at,
        '{{ name }}' as what,
        kind = 'suggestion' as is_suggestion,
        is_repeat,
        is_backlog
    from {{ ref('fct_petitions') }}
    where {{ moment }} is not null

    union all
    {% endfor %}
    select
        area_code,
        held_on::timestamp as at,
        kind as what,
        false as is_suggestion,
        false as is_repeat,
        false as is_backlog
    from {{ ref('fct_hearings') }}

)

select
    bridge.ancestor_code as area_code,
    periods.period_type,
    periods.period_start,
    count(*) filter (where moved.what = 'received') as received,
    count(*) filter (where moved.what = 'received' and moved.is_repeat) as repeated,
    count(*) filter (where moved.what = 'forwarded') as forwarded,
    count(*) filter (where moved.what = 'informed') as informed,
    count(*) filter (where moved.what = 'accepted') as accepted,
    count(*) filter (where moved.what = 'replied') as replied,
    count(*) filter (where moved.what = 'closed') as closed,
    count(*) filter (where moved.what = 'closed' and moved.is_backlog) as backlog_closed,
    count(*) filter (where moved.what = 'reviewed') as reviewed,
    count(*) filter (where moved.what = 'rechecked') as rechecked,
    count(*) filter (where moved.what = 'received' and moved.is_suggestion) as suggestions,
    count(*) filter (where moved.what = 'replied' and moved.is_suggestion) as suggestions_replied,
    count(*) filter (where moved.what = 'hearing') as hearings,
    count(*) filter (where moved.what = 'consultation') as consultations,
    count(*) filter (where moved.what = 'leader_reception') as receptions
from moved
inner join {{ ref('bridge_area_history') }} as bridge
    on moved.area_code = bridge.area_code
    and moved.at >= bridge.held_from
    and moved.at < bridge.held_until
inner join {{ ref('periods') }} as periods
    on moved.at >= periods.start_at
    and moved.at < periods.end_at
where periods.period_type in ('quarter', 'half', 'year')
    and bridge.ancestor_level != 'grid'
group by all
