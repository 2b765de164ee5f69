with

source as (

    {{ latest_rows('grid', 'events', ['event_id'], updated_at='updated_at') }}

),

renamed as (

    select

        ---------- ids
        event_id,
        area_code,
        matter_code,
        department_code,

        ---------- strings
        source,
        terminal,
        title,
        urgency,
        settled_level,

        ---------- numbers
        lon,
        lat,
        rework_count,

        ---------- booleans
        valid as is_valid_report,
        on_time as stated_on_time,
        coalesce(time_precision = 'day', false) as is_by_day,

        ---------- timestamps (local wall time)
        reported_at,
        accepted_at,
        filed_at,
        dispatched_at,
        signed_at,
        handled_at,
        checked_at,
        closed_at,
        due_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
