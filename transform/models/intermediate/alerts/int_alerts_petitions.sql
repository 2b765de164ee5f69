{# 重访: the same petitioner on the same matter twice or more in 30 days, not closed yet. #}
with

recent as (

    select
        *,
        count(*) over (partition by first_petition_id) as times,
        row_number() over (
            partition by first_petition_id order by received_at desc, petition_id desc
        ) as newest_first
    from {{ ref('fct_petitions') }}
    where received_at >= {{ as_of() }} - interval 30 day

)

select
    'repeat_petition' as kind,
    'watch' as status,
    first_petition_id as subject_key,
    coalesce(field, '其他') || '类信访' as subject,
    area_code,
    department_code,
    null::varchar as event_id,
    petition_id,
    times as event_count,
    null::double as usual_count,
    null::double as hours,
    received_at as since_at,
    case
        when leader_in_charge is not null then '领导包案'
        when replied_at is not null then '已答复'
        when accepted_at is not null then '办理中'
        else '待受理'
    end as last_action,
    null::double as lon,
    null::double as lat
from recent
where newest_first = 1
    and times >= 2
    and closed_at is null
