with recursive

versions as (

    select * from {{ ref('dim_area_versions') }}
    where is_in_force

),

ancestors as (

    select
        area_code,
        area_code as ancestor_code,
        0 as distance,
        date '1900-01-01' as held_from,
        date '9999-12-31' as held_until
    from versions
    where is_latest

    union all

    {# Above a place that moves, the chain is cut where either of the two changes. #}
    select
        ancestors.area_code,
        parents.parent_code as ancestor_code,
        ancestors.distance + 1 as distance,
        greatest(ancestors.held_from, parents.held_from) as held_from,
        least(ancestors.held_until, parents.held_until) as held_until
    from ancestors
    inner join versions as parents
        on ancestors.ancestor_code = parents.area_code
        and ancestors.held_from < parents.held_until
        and ancestors.held_until > parents.held_from
    where parents.parent_code is not null
        {# A register that loops must not hang the build; the test on levels finds it. #}
        and ancestors.distance < 8

)

select
    ancestors.area_code,
    ancestors.ancestor_code,
    latest.level as ancestor_level,
    ancestors.distance,
    ancestors.held_from,
    ancestors.held_until
from ancestors
inner join versions as latest
    on ancestors.ancestor_code = latest.area_code
    and latest.is_latest
