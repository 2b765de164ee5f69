with

source as (

    {{ latest_rows('base', 'awards', ['award_id']) }}

),

renamed as (

    select

        ---------- ids
        award_id,
        area_code,

        ---------- strings
        kind,
        level,

        ---------- dates
        awarded_on,
        revoked_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
