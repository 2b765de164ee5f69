with

source as (

    {{ latest_rows('grid', 'deliberations', ['outcome_id']) }}

),

renamed as (

    select

        ---------- ids
        outcome_id,
        area_code,

        ---------- strings
        body,

        ---------- dates
        met_on,
        due_on,
        implemented_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
