with

source as (

    {{ latest_rows('case', 'reward_tips', ['tip_id']) }}

),

renamed as (

    select

        ---------- ids
        tip_id,
        area_code,

        ---------- booleans
        valid as is_valid,
        reward_due as is_reward_due,

        ---------- dates
        received_on,
        reward_paid_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
