{# The clocks of 信访工作条例, petition by petition, all in calendar days (日); a day is counted from
   the one after its beginning. Duties of an office are judged; the two rights of a petitioner
   (art. 35, 36: to ask for review within 30 days of the reply, for recheck within 30 days of the
   review) only run out. The feed brings one moment of each, so that the 30 days that an office
   has for its opinion cannot be judged. #}
with

petitions as (

    select * from {{ ref('fct_petitions') }}

),

begun as (

    {# Art. 22, 23: forwarded, informed or accepted within 15 days of receipt. #}
    select
        petition_id,
        'answer' as clock,
        1 as clock_order,
        true as is_duty,
        15 as limit_days,
        received_at as began_at,
        answer_due_at as due_at,
        first_answer_at as done_at
    from petitions

    union all

    {# Art. 23: who is handed a petition tells the petitioner within 15 days. #}
    select
        petition_id,
        'inform' as clock,
        2 as clock_order,
        true as is_duty,
        15 as limit_days,
        forwarded_at as began_at,
        {{ end_of_day('forwarded_at::date + 15') }} as due_at,
        least(informed_at, accepted_at) as done_at
    from petitions
    where forwarded_at is not null

    union all

    {# Art. 34: 60 days from acceptance, once extended by at most 30. #}
    select
        petition_id,
        'reply' as clock,
        3 as clock_order,
        true as is_duty,
        case when is_extended then 90 else 60 end as limit_days,
        accepted_at as began_at,
        reply_due_at as due_at,
        replied_at as done_at
    from petitions
    where accepted_at is not null

    union all

    select
        petition_id,
        'review' as clock,
        4 as clock_order,
        false as is_duty,
        30 as limit_days,
        replied_at as began_at,
        {{ end_of_day('replied_at::date + 30') }} as due_at,
        review_at as done_at
    from petitions
    where replied_at is not null

    union all

    select
        petition_id,
        'recheck' as clock,
        5 as clock_order,
        false as is_duty,
        30 as limit_days,
        review_at as began_at,
        {{ end_of_day('review_at::date + 30') }} as due_at,
        recheck_at as done_at
    from petitions
    where review_at is not null

),

settled as (

    select
        *,
        {{ settled_at('done_at', 'due_at') }} as settled_at
    from begun

)

select
    *,
    case when settled_at is not null then coalesce(done_at <= due_at, false) end as is_on_time,
    done_at is null and due_at >= {{ as_of() }} as is_running,
    done_at is null and due_at < {{ as_of() }} as is_past_due
from settled
