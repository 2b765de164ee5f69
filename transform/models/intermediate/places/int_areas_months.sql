{# The months in which a street (or the root, where there are no streets) owed a hearing: every
   month since the first one on record. #}
with

owing as (

    select * from {{ ref('dim_areas') }}
    where level = 'street' or is_root

),

months as (

    select unnest(
        generate_series(
            (select date_trunc('month', min(held_on)) from {{ ref('fct_hearings') }}),
            {{ as_of() }} - interval 1 microsecond,
            interval 1 month
        )
    )::date as month_start

)

select
    owing.area_code,
    months.month_start,
    owing.source_key
from owing
cross join months
