with

source as (

    {{ latest_rows('base', 'departments', ['department_code']) }}

),

renamed as (

    select

        ---------- ids
        department_code,

        ---------- strings
        department_name,

        ---------- dates
        connected_since,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
