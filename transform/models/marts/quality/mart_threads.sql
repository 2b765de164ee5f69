select

    ---------- ids
    threads.thread_key,
    threads.area_code,

    ---------- strings
    threads.title,
    areas.area_path,
    threads.channels,

    ---------- numbers
    threads.member_count,
    threads.channel_count,
    threads.closed_count,
    threads.after_closing_count,
    threads.confidence,

    ---------- booleans
    threads.is_open,
    threads.is_declared,

    ---------- timestamps (local wall time)
    threads.first_at,
    threads.last_at

from {{ ref('fct_threads') }} as threads
left join {{ ref('dim_areas') }} as areas
    on threads.area_code = areas.area_code
