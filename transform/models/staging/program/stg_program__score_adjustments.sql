with

source as (

    {{ latest_rows('program', 'score_adjustments', ['adjustment_id']) }}

),

renamed as (

    select

        ---------- ids
        adjustment_id,
        scheme_code,
        area_code,

        ---------- strings
        kind,
        reason,
        decided_by,

        ---------- numbers
        points,

        ---------- dates
        period_start,
        decided_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
