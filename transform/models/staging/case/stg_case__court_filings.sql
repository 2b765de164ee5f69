with

source as (

    {{ latest_rows('case', 'court_filings', ['area_code', 'month']) }}

),

renamed as (

    select

        ---------- ids
        area_code,

        ---------- numbers
        civil as civil_filings,
        administrative as administrative_filings,

        ---------- dates
        month as month_start,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
