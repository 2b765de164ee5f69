with

source as (

    {{ latest_rows('grid', 'admissions', ['task_id']) }}

),

renamed as (

    select

        ---------- ids
        task_id,
        department_code,
        area_code,

        ---------- strings
        admission_no,

        ---------- dates
        given_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
