with

source as (

    {{ latest_rows('program', 'compliance_checks', ['check_id']) }}

),

renamed as (

    select

        ---------- ids
        check_id,
        area_code,
        department_code,

        ---------- strings
        dimension,

        ---------- booleans
        passed as is_passed,

        ---------- dates
        checked_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
