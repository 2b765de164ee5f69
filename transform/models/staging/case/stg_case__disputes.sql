with

source as (

    {{ latest_rows('case', 'disputes', ['dispute_id'], updated_at='updated_at') }}

),

renamed as (

    select

        ---------- ids
        dispute_id,
        area_code,
        event_id,
        petition_id,
        applicant_key,

        ---------- strings
        kind,
        initiated_by,
        mediation,
        org_name,
        result,

        ---------- timestamps (local wall time)
        accepted_at,
        concluded_at,
        passed_up_at,
        judicially_confirmed_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
