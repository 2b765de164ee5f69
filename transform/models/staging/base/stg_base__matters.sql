with

source as (

    {{ latest_rows('base', 'matters', ['matter_code']) }}

),

renamed as (

    select

        ---------- ids
        matter_code,

        ---------- strings
        matter_name,
        line,
        class_name,
        subclass_name,
        kind,
        limit_unit,

        ---------- numbers
        limit_value,

        ---------- booleans
        small_matter as is_small_matter,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
