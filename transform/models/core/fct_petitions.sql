with

petitions as (

    select
        * exclude (
            forwarded_at, informed_at, accepted_at, replied_at, review_at, recheck_at, closed_at
        ),
        {# What came after the data cut has not happened yet. #}
        {%- for moment in [
            'forwarded_at', 'informed_at', 'accepted_at', 'replied_at', 'review_at', 'recheck_at',
            'closed_at'
        ] %}
        case when {{ moment }} < {{ as_of() }} then {{ moment }} end as {{ moment }},
        {%- endfor %}
        {# The first sign of life: forwarded, the petitioner informed, or accepted. #}
        least(
            case when forwarded_at < {{ as_of() }} then forwarded_at end,
            case when informed_at < {{ as_of() }} then informed_at end,
            case when accepted_at < {{ as_of() }} then accepted_at end
        ) as first_answer_at
    from {{ ref('stg_petition__petitions') }}
    where received_at < {{ as_of() }}

),

clocks as (

    {# 信访工作条例 art. 22–23: 15 days; art. 34: 60 days, with one extension of at most 30. The
       text says 日, so calendar days; the day of receipt does not count. #}
    select
        *,
        {{ end_of_day('received_at::date + 15') }} as answer_due_at,
        case when accepted_at is not null
            then {{ end_of_day('accepted_at::date + (case when is_extended then 90 else 60 end)') }}
        end as reply_due_at
    from petitions

),

sequenced as (

    select
        *,
        case when petitioner_key is not null and matter_key is not null
            then row_number() over same_matter
        else 1 end as repeat_number,
        case when petitioner_key is not null and matter_key is not null
            then first_value(petition_id) over same_matter
        else petition_id end as first_petition_id
    from clocks
    window same_matter as (
        partition by petitioner_key, matter_key order by received_at, petition_id
    )

),

{# Any later one counts, also where another came before the reply. #}
came_back as (

    select distinct replied.petition_id
    from clocks as replied
    inner join clocks as later
        on replied.petitioner_key = later.petitioner_key
        and replied.matter_key = later.matter_key
        and replied.replied_at < later.received_at
        and {{ end_of_day('replied.replied_at::date + 90') }} >= later.received_at

)

select

    ---------- ids
    petition_id,
    area_code,
    department_code,
    petitioner_key,
    matter_key,
    first_petition_id,

    ---------- strings
    channel,
    kind,
    field,
    leader_in_charge,

    ---------- numbers
    persons,
    repeat_number,

    ---------- booleans
    coalesce(is_extended, false) as is_extended,
    is_backlog,
    coalesce(is_litigation_related, false) as is_litigation_related,
    repeat_number > 1 as is_repeat,
    case when {{ settled_at('first_answer_at', 'answer_due_at') }} is not null
        then coalesce(first_answer_at <= answer_due_at, false)
    end as is_answered_on_time,
    case when {{ settled_at('replied_at', 'reply_due_at') }} is not null
        then coalesce(replied_at <= reply_due_at, false)
    end as is_replied_on_time,
    {# Known 90 days after the reply: did the same petitioner come back on the same matter? #}
    petition_id in (select came_back.petition_id from came_back) as has_repeat_within_90_days,

    ---------- timestamps (local wall time)
    received_at,
    forwarded_at,
    informed_at,
    first_answer_at,
    answer_due_at,
    {{ settled_at('first_answer_at', 'answer_due_at') }} as answer_settled_at,
    accepted_at,
    replied_at,
    reply_due_at,
    {{ settled_at('replied_at', 'reply_due_at') }} as reply_settled_at,
    case when replied_at::date + 90 < {{ as_of() }}::date
        then {{ end_of_day('replied_at::date + 90') }}
    end as resolution_known_at,
    review_at,
    recheck_at,
    closed_at,
    {# Lists of a year (存量, 包案) keep what was closed until the year is over. #}
    case when date_trunc('year', closed_at) + interval 1 year < {{ as_of() }}
        then date_trunc('year', closed_at) + interval 1 year
    end as lists_left_at,

    ---------- origin
    petition_id as source_key,
    source_feed,
    source_file,
    source_row

from sequenced
