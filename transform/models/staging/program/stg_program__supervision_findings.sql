with

source as (

    {{ latest_rows('program', 'supervision_findings', ['finding_id']) }}

),

renamed as (

    select

        ---------- ids
        finding_id,
        area_code,
        department_code,

        ---------- strings
        kind,
        title,
        evidence,

        ---------- dates
        found_on,
        due_on,
        rectified_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
