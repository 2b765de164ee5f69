with

source as (

    {{ latest_rows('base', 'surveys', ['survey_id', 'area_code']) }}

),

renamed as (

    select

        ---------- ids
        survey_id,
        area_code,

        ---------- strings
        kind,
        measured_by,

        ---------- numbers
        respondents,
        positive,

        ---------- dates
        wave_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
