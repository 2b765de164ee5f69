with

source as (

    {{ latest_rows('program', 'tasks', ['task_id']) }}

),

renamed as (

    select

        ---------- ids
        task_id,
        area_code,
        department_code,

        ---------- strings
        kind,
        governance,
        title,
        problem,
        measure,
        evidence,

        ---------- numbers
        progress,

        ---------- dates
        started_on,
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
