with

source as (

    {{ latest_rows('base', 'social_orgs', ['org_id']) }}

),

renamed as (

    select

        ---------- ids
        org_id,
        area_code,

        ---------- strings
        kind,
        status,

        ---------- booleans
        incubated as is_incubated,

        ---------- dates
        since,
        until,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
