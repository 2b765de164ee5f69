{# The register keeps a branch's newest stars only; the lake keeps what was handed over before, so
   that the stars of past years stay what they were. #}
with

ratings as (

    select
        branch_id,
        star,
        coalesce(rated_on, since) as rated_on,
        source_feed,
        source_file,
        source_row
    from {{ ref('stg_base__party_branch_ratings') }}
    where star is not null
        and coalesce(rated_on, since) < {{ as_of() }}
    {# A rating without its day is of the day of founding, unless that day has its own. #}
    qualify row_number() over (
        partition by branch_id, coalesce(rated_on, since)
        order by loaded_at desc, source_file desc, source_row desc
    ) = 1

)

select
    ratings.branch_id,
    branches.area_code,
    ratings.star,
    ratings.rated_on,
    least(
        lead(ratings.rated_on) over (partition by ratings.branch_id order by ratings.rated_on),
        branches.until
    ) as replaced_on,
    ratings.branch_id || '@' || ratings.rated_on as source_key,
    ratings.source_feed,
    ratings.source_file,
    ratings.source_row
from ratings
inner join {{ ref('fct_party_branches') }} as branches
    on ratings.branch_id = branches.branch_id
