with recursive

areas as (

    select * from {{ ref('stg_base__areas') }}

),

ancestors as (

    select
        area_code,
        area_code as ancestor_code,
        0 as distance
    from areas

    union all

    select
        ancestors.area_code,
        parents.parent_code as ancestor_code,
        ancestors.distance + 1 as distance
    from ancestors
    inner join areas as parents
        on ancestors.ancestor_code = parents.area_code
    where parents.parent_code is not null
        {# A register that loops must not hang the build; the test on levels finds it. #}
        and ancestors.distance < 8

)

select
    ancestors.area_code,
    ancestors.ancestor_code,
    areas.level as ancestor_level,
    ancestors.distance
from ancestors
inner join areas
    on ancestors.ancestor_code = areas.area_code
