with

source as (

    {{ latest_rows('volunteer', 'service_records', ['record_id']) }}

),

renamed as (

    select

        ---------- ids
        record_id,
        volunteer_key,
        team_id,
        activity_id,
        area_code,

        ---------- strings
        kind,

        ---------- numbers
        hours,

        ---------- timestamps (local wall time)
        started_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
