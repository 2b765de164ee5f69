{# A place that only moves changes the ground of every place above it that it left or came to;
   what is above both is as large as before. #}
with

versions as (

    select * from {{ ref('dim_area_versions') }}
    where is_in_force

),

moves as (

    select
        area_code,
        area_name,
        held_from as changed_on,
        lag(parent_code) over (partition by area_code order by version_no) as former_parent,
        parent_code as new_parent
    from versions
    qualify former_parent is distinct from new_parent and version_no > 1

),

chains as (

    select
        moves.area_code,
        moves.area_name,
        moves.changed_on,
        bridge.ancestor_code,
        bridge.held_from = moves.changed_on as is_new
    from moves
    inner join {{ ref('bridge_area_history') }} as bridge
        on moves.area_code = bridge.area_code
        and bridge.distance > 0
        and (moves.changed_on = bridge.held_from or moves.changed_on = bridge.held_until)

),

grounds as (

    select
        ancestor_code as area_code,
        changed_on,
        area_name || if(bool_or(is_new), '划入', '划出') as change_zh
    from chains
    group by ancestor_code, changed_on, area_code, area_name
    having bool_or(is_new) != bool_or(not is_new)

),

lives as (

    select
        area_code,
        valid_from as changed_on,
        '设立' as change_zh
    from {{ ref('dim_areas') }}
    where valid_from is not null

    union all

    select
        area_code,
        valid_to as changed_on,
        '撤销' as change_zh
    from {{ ref('dim_areas') }}
    where valid_to is not null

),

united as (

    select * from grounds
    union all
    select * from lives

)

select
    area_code,
    changed_on,
    strftime(changed_on, '%Y-%m-%d') || ' ' || string_agg(change_zh, '、' order by change_zh)
        as change_zh
from united
where changed_on < {{ as_of() }}
group by area_code, changed_on
