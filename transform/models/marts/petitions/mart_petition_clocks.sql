select
    clocks.petition_id as record_id,
    petitions.area_code,
    petitions.kind,
    petitions.channel,
    petitions.state,
    petitions.department_code,
    petitions.search_text,
    clocks.clock,
    clocks.clock_order::bigint as clock_order,
    case clocks.clock
        when 'answer' then '受理告知'
        when 'inform' then '接收告知'
        when 'reply' then '办理答复'
        when 'review' then '申请复查'
        when 'recheck' then '申请复核'
    end as clock_name,
    case clocks.clock
        when 'answer' then '15 日'
        when 'inform' then '15 日'
        when 'reply' then '60 日，延期 90 日'
        else '30 日'
    end as limit_words,
    case clocks.clock
        when 'answer' then '第二十二、二十三条'
        when 'inform' then '第二十三条'
        when 'reply' then '第三十四条'
        when 'review' then '第三十五条'
        else '第三十六条'
    end as article,
    clocks.is_duty,
    clocks.began_at,
    clocks.due_at,
    clocks.done_at,
    clocks.settled_at,
    clocks.is_on_time,
    {# Closed without the step: nobody waits for it any more. #}
    clocks.is_running and (petitions.is_open or not clocks.is_duty) as is_running,
    clocks.is_past_due and clocks.is_duty and petitions.is_open as is_overdue,
    coalesce(
        clocks.is_running
        and petitions.is_open
        and clocks.is_duty
        and clocks.due_at <= {{ as_of() }} + interval 3 day,
        false
    ) as is_due_soon
from {{ ref('int_petition_clocks') }} as clocks
inner join {{ ref('mart_petition_list') }} as petitions
    on clocks.petition_id = petitions.record_id
order by clock_order, settled_at
