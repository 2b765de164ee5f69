{# All links with how sure they are. A pair that is only near in place, subject and time is as
   sure as the share of such pairs that chance does not explain: chance makes as many as on the
   shifted days, on average, and two standard deviations of a Poisson count more, so that a few
   pairs never look surer than they are. #}
with

pairs as (

    select * from {{ ref('int_thread_pairs') }}

),

counted as (

    select
        channel,
        count(*) filter (where thirds = 0) as true_pairs,
        count(*) filter (where thirds != 0) / 2.0 as chance_pairs
    from pairs
    group by all

),

trust as (

    select
        channel,
        greatest(
            1 - (chance_pairs + 2 * sqrt(greatest(chance_pairs, 1))) / nullif(true_pairs, 0), 0
        ) as confidence
    from counted

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
    where pairs.thirds = 0

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
