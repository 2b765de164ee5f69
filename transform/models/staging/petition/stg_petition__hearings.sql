with

source as (

    {{ latest_rows('petition', 'hearings', ['hearing_id']) }}

),

renamed as (

    select

        ---------- ids
        hearing_id,
        petition_id,
        area_code,

        ---------- strings
        kind,

        ---------- dates
        held_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
