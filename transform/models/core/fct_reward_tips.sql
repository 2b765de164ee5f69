{# A reward is owed for a tip that proved true; a system that does not say whether one is owed has
   none to pay as far as we know. #}
select

    ---------- ids
    tip_id,
    area_code,

    ---------- booleans
    is_valid,
    coalesce(is_valid and is_reward_due, false) as is_reward_due,

    ---------- dates
    received_on,
    case when reward_paid_on < {{ as_of() }} then reward_paid_on end as reward_paid_on,

    ---------- origin
    tip_id as source_key,
    source_feed,
    source_file,
    source_row

from {{ ref('stg_case__reward_tips') }}
where received_on < {{ as_of() }}
