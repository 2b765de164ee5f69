with

source as (

    {{ latest_rows('petition', 'petitions', ['petition_id'], updated_at='updated_at') }}

),

renamed as (

    select

        ---------- ids
        petition_id,
        area_code,
        petitioner_key,
        matter_key,
        department_code,

        ---------- strings
        channel,
        kind,
        field,
        leader_in_charge,

        ---------- numbers
        persons,

        ---------- booleans
        extended as is_extended,
        backlog as is_backlog,
        litigation_related as is_litigation_related,

        ---------- timestamps (local wall time)
        received_at,
        forwarded_at,
        informed_at,
        accepted_at,
        replied_at,
        review_at,
        recheck_at,
        closed_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
