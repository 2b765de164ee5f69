{# What is open, in office or registered at the cut, at the place where it is registered. #}
with

united as (

    select
        'facility' as asset_group,
        kind as asset_code,
        area_code,
        facility_id as asset_key
    from {{ ref('fct_facilities') }}
    where coalesce(opened_on < {{ as_of() }}, true)
        and coalesce(closed_on >= {{ as_of() }}, true)

    union all

    select
        'staff' as asset_group,
        role as asset_code,
        area_code,
        person_key as asset_key
    from {{ ref('fct_rosters') }}
    where since < {{ as_of() }}
        and coalesce(until > {{ as_of() }}, true)

    union all

    select
        'organisation' as asset_group,
        'party_branch' as asset_code,
        area_code,
        branch_id as asset_key
    from {{ ref('fct_party_branches') }}
    where coalesce(since < {{ as_of() }}, true)
        and coalesce(until > {{ as_of() }}, true)

    union all

    select
        'organisation' as asset_group,
        'social_org' as asset_code,
        area_code,
        org_id as asset_key
    from {{ ref('fct_social_orgs') }}
    where coalesce(since < {{ as_of() }}, true)
        and coalesce(until > {{ as_of() }}, true)

    union all

    select
        'organisation' as asset_group,
        'team' as asset_code,
        area_code,
        team_id as asset_key
    from {{ ref('fct_teams') }}
    where coalesce(founded_on < {{ as_of() }}, true)
        and coalesce(dissolved_on > {{ as_of() }}, true)

    union all

    select
        'organisation' as asset_group,
        'volunteer' as asset_code,
        area_code,
        volunteer_key as asset_key
    from {{ ref('fct_volunteers') }}
    where coalesce(registered_on < {{ as_of() }}, true)
        and coalesce(withdrawn_on > {{ as_of() }}, true)

)

{# One person may serve several places: counted once in each place above them all. #}
select
    bridge.ancestor_code as area_code,
    united.asset_group,
    united.asset_code,
    count(distinct united.asset_key) as asset_count
from united
inner join {{ ref('bridge_area_ancestors') }} as bridge
    on united.area_code = bridge.area_code
group by all
