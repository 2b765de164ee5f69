{# A register handed over again with newer data is one more row, not a replacement: the history
   of use is in the versions. #}
with

source as (

    {{ latest_rows('program', 'scenarios', ['scenario_id', 'last_data_at']) }}

),

renamed as (

    select

        ---------- ids
        scenario_id,
        department_code,

        ---------- strings
        name as scenario_name,
        kind,

        ---------- dates
        online_since,

        ---------- timestamps (local wall time)
        last_data_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
