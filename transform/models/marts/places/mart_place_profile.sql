with

areas as (

    select * from {{ ref('dim_areas') }}
    where is_current

),

bridge as (

    select * from {{ ref('bridge_area_ancestors') }}

),

{# A grid is staffed when somebody is on its roster at the cut. #}
staffed as (

    select distinct area_code
    from {{ ref('fct_rosters') }}
    where role = 'grid_worker'
        and since < {{ as_of() }}
        and coalesce(until > {{ as_of() }}, true)

),

below as (

    select
        bridge.ancestor_code as area_code,
        count(*) filter (where areas.level = 'street') as street_count,
        count(*) filter (where areas.level = 'community') as community_count,
        count(*) filter (where areas.level = 'grid') as grid_count,
        count(staffed.area_code) filter (where areas.level = 'grid') as staffed_grid_count,
        count(silences.area_code) as silent_grid_count
    from areas
    inner join bridge
        on areas.area_code = bridge.area_code
    left join staffed
        on areas.area_code = staffed.area_code
    left join {{ ref('int_grid_silences') }} as silences
        on areas.area_code = silences.area_code
    group by all

),

reported as (

    select
        bridge.ancestor_code as area_code,
        count(*) filter (where events.reported_at >= {{ as_of() }} - interval 30 day)
            as reported_count,
        max(events.reported_at) as last_reported_at
    from {{ ref('fct_events') }} as events
    inner join bridge
        on events.area_code = bridge.area_code
    group by all

),

alerts as (

    select
        bridge.ancestor_code as area_code,
        count(*) as alert_count,
        count(*) filter (where alerts.severity = 'severe') as severe_alert_count
    from {{ ref('mart_alert_list') }} as alerts
    inner join bridge
        on alerts.area_code = bridge.area_code
    group by all

),

joined as (

    select
        areas.*,
        coalesce(levels.level_name, areas.level) as level_name,
        peers.peer_key,
        peers.peer_label,
        peers.peer_count,
        below.* exclude (area_code),
        workers.asset_count as worker_count,
        coalesce(reported.reported_count, 0) as reported_count,
        reported.last_reported_at,
        coalesce(alerts.alert_count, 0) as alert_count,
        coalesce(alerts.severe_alert_count, 0) as severe_alert_count,
        areas.population / workers.asset_count as persons_per_worker,
        areas.households / workers.asset_count as households_per_worker,
        coalesce(reported.reported_count, 0) / workers.asset_count as reports_per_worker
    from areas
    inner join below
        on areas.area_code = below.area_code
    left join {{ ref('dim_levels') }} as levels
        on areas.level = levels.level
    left join {{ ref('int_place_peers') }} as peers
        on areas.area_code = peers.area_code
    left join {{ ref('int_place_assets') }} as workers
        on areas.area_code = workers.area_code
        and workers.asset_code = 'grid_worker'
    left join reported
        on areas.area_code = reported.area_code
    left join alerts
        on areas.area_code = alerts.area_code

)

select
    area_code,
    area_name,
    level,
    level_rank::integer as level_rank,
    level_name,
    kind,
    parent_code,
    area_path,
    is_root,
    peer_key,
    peer_label,
    peer_count,
    population,
    resident_population,
    floating_population,
    households,
    area_km2,
    street_count,
    community_count,
    grid_count,
    staffed_grid_count,
    grid_count - staffed_grid_count as vacant_grid_count,
    silent_grid_count,
    worker_count,
    reported_count,
    last_reported_at,
    alert_count,
    severe_alert_count,
    persons_per_worker,
    households_per_worker,
    reports_per_worker,
    case when peer_key is not null then median(persons_per_worker) over peers end
        as peer_persons_per_worker,
    case when peer_key is not null then median(households_per_worker) over peers end
        as peer_households_per_worker,
    case when peer_key is not null then median(reports_per_worker) over peers end
        as peer_reports_per_worker
from joined
window peers as (partition by peer_key)
