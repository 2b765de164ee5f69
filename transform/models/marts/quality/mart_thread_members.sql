select

    ---------- ids
    members.thread_key,
    members.channel,
    members.entry_key,

    ---------- strings
    members.title,
    areas.area_path,
    members.rule,
    rules.rule_name,
    rules.says as rule_says,
    members.basis,
    members.linked_channel,
    members.linked_key,

    ---------- numbers
    members.position,
    members.confidence,

    ---------- booleans
    members.is_after_closing,

    ---------- timestamps (local wall time)
    members.started_at,
    members.ended_at,

    ---------- origin
    members.source_file,
    members.source_row

from {{ ref('fct_thread_members') }} as members
left join {{ ref('thread_rules') }} as rules
    on members.rule = rules.rule
left join {{ ref('dim_areas') }} as areas
    on members.area_code = areas.area_code
