{# A place whose parent, name or figures change has one row per stretch of time. Between two of
   them the later one counts from its first day; the first counts for all that came before, so
   that nothing reported too early is lost. #}
{%- set always = "date '1900-01-01'" %}
{%- set for_ever = "date '9999-12-31'" %}
with

told as (

    select
        *,
        row_number() over (
            partition by area_code order by loaded_at, source_file, source_row
        ) as told_no
    from {{ ref('stg_base__areas') }}

),

{# A row without dates says how the place has always been: it replaces all that was told before. #}
standing as (

    select
        *,
        max(told_no) filter (where valid_from is null and valid_to is null)
            over (partition by area_code) as standing_no,
        valid_from < {{ as_of() }} as is_begun
    from told

),

judged as (

    select
        *,
        coalesce(told_no >= standing_no, true) as is_told,
        count(*) filter (
            where coalesce(told_no >= standing_no, true) and coalesce(is_begun, true)
        ) over (partition by area_code) as begun_count
    from standing

),

{# What is announced for later is not in force yet; a place that is all future keeps its rows. #}
in_force as (

    select
        *,
        is_told and (coalesce(is_begun, true) or begun_count = 0) as is_in_force
    from judged

),

numbered as (

    select
        *,
        row_number() over (
            partition by area_code, is_in_force order by valid_from nulls first, told_no
        ) as version_no,
        lead(valid_from) over (
            partition by area_code, is_in_force order by valid_from nulls first, told_no
        ) as next_from
    from in_force

)

select
    area_code,
    case when is_in_force then version_no end as version_no,
    is_in_force,
    is_in_force and next_from is null as is_latest,
    case when is_in_force then if(version_no = 1, {{ always }}, valid_from) end as held_from,
    case when is_in_force then coalesce(next_from, {{ for_ever }}) end as held_until,
    area_name,
    level,
    parent_code,
    kind,
    peer_group,
    resident_population,
    floating_population,
    households,
    area_km2,
    lon,
    lat,
    geometry,
    min(valid_from) filter (where is_in_force and version_no = 1)
        over (partition by area_code) as place_from,
    valid_from,
    {# A version ends where the next begins, whatever its own last day says. #}
    case when is_in_force then coalesce(next_from, valid_to) else valid_to end as valid_to,
    area_code || '#' || case
        when is_in_force then version_no::varchar
        else 'not-in-force-' || told_no
    end as source_key,
    source_feed,
    source_file,
    source_row
from numbered
