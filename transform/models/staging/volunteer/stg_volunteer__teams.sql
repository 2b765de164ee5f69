with

source as (

    {{ latest_rows('volunteer', 'teams', ['team_id']) }}

),

renamed as (

    select

        ---------- ids
        team_id,
        area_code,

        ---------- strings
        kind,

        ---------- dates
        founded_on,
        dissolved_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
