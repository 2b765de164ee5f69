with

links as (

    select
        rule,
        channel,
        other_channel,
        count(*) as link_count,
        min(confidence) as confidence
    from {{ ref('int_thread_links') }}
    group by all

)

select

    ---------- ids
    rules.rule,
    links.channel,
    links.other_channel,

    ---------- strings
    rules.rule_name,
    rules.basis,
    rules.says,

    ---------- numbers
    links.link_count,
    coalesce(links.confidence, rules.confidence)::double as confidence,

    ---------- booleans
    coalesce(coalesce(links.confidence, rules.confidence) >= 0.5, false) as is_used

from {{ ref('thread_rules') }} as rules
inner join links
    on rules.rule = links.rule
