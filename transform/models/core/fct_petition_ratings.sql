select
    ratings.petition_id,
    petitions.area_code,
    petitions.department_code,
    ratings.is_satisfied,
    petitions.replied_at,
    ratings.rated_at,
    ratings.petition_id as source_key,
    ratings.source_feed,
    ratings.source_file,
    ratings.source_row
from {{ ref('stg_petition__ratings') }} as ratings
inner join {{ ref('fct_petitions') }} as petitions
    on ratings.petition_id = petitions.petition_id
where ratings.rated_at < {{ as_of() }}
