with

source as (

    {{ latest_rows('grid', 'hotline_calls', ['date', 'hour']) }}

),

renamed as (

    select

        ---------- numbers
        calls_in,
        calls_answered,
        tickets,
        direct_answers,
        "hour" as called_hour,

        ---------- dates
        "date" as called_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
