with

source as (

    {{ latest_rows('base', 'party_branches', ['branch_id', 'rated_on']) }}

),

renamed as (

    select

        ---------- ids
        branch_id,
        area_code,

        ---------- numbers
        star,

        ---------- dates
        rated_on,
        since,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
