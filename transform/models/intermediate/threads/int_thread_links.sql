{# All links with how sure they are. A pair that is only near in place, subject and time is as
   sure as the share of such pairs that chance does not explain. #}
with

pairs as (

    select * from {{ ref('int_thread_pairs') }}

),

trust as (

    select
        channel,
        greatest(
            1 - count(*) filter (where shift_days != 0) / 2.0
            / nullif(count(*) filter (where shift_days = 0), 0), 0
        ) as confidence
    from pairs
    group by all

),

inferred as (

    select
        'same_place_subject' as rule,
        pairs.channel,
        pairs.entry_key,
        'petition' as other_channel,
        pairs.petition_id as other_key,
        trust.confidence
    from pairs
    inner join trust
        on pairs.channel = trust.channel
    where pairs.shift_days = 0

),

united as (

    select
        *,
        null::double as confidence
    from {{ ref('int_thread_known_links') }}
    union all
    select * from inferred

)

select
    united.rule,
    united.channel,
    united.entry_key,
    united.other_channel,
    united.other_key,
    rules.basis,
    coalesce(united.confidence, rules.confidence)::double as confidence
from united
inner join {{ ref('thread_rules') }} as rules
    on united.rule = rules.rule
