with

source as (

    {{ latest_rows('case', 'security_incidents', ['area_code', 'month']) }}

),

renamed as (

    select

        ---------- ids
        area_code,

        ---------- numbers
        criminal as criminal_cases,
        public_order as public_order_cases,

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
