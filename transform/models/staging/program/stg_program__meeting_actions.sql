with

source as (

    {{ latest_rows('program', 'meeting_actions', ['action_id']) }}

),

renamed as (

    select

        ---------- ids
        action_id,
        area_code,
        department_code,

        ---------- strings
        title,

        ---------- dates
        meeting_on,
        due_on,
        done_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
