{# What can belong to a thread. Of the events: all that a dispute names, and all disputes
   (矛盾纠纷) and other subjects of the list. A ticket of the hotline (12345) is an event too. #}
with

named_events as (

    select distinct event_id from {{ ref('fct_disputes') }}
    where event_id is not null

),

events as (

    select
        case when events.source = 'hotline' then 'hotline' else 'event' end as channel,
        events.event_id as entry_key,
        events.area_code,
        coalesce(nullif(trim(events.title), ''), matters.matter_name, '未命名事项') as title,
        matters.subclass_name as kind,
        null::varchar as person_key,
        events.reported_at as started_at,
        events.closed_at as ended_at,
        events.source_feed,
        events.source_file,
        events.source_row
    from {{ ref('fct_events') }} as events
    left join {{ ref('dim_matters') }} as matters
        on events.matter_code = matters.matter_code
    where events.event_id in (select named_events.event_id from named_events)
        or matters.subclass_name in (
            select subjects.term from {{ ref('thread_subjects') }} as subjects
            where subjects.channel = 'event'
        )

),

disputes as (

    select
        'dispute' as channel,
        dispute_id as entry_key,
        area_code,
        kind || case when ends_with(kind, '纠纷') then '' else '纠纷' end as title,
        kind,
        applicant_key as person_key,
        accepted_at as started_at,
        concluded_at as ended_at,
        source_feed,
        source_file,
        source_row
    from {{ ref('fct_disputes') }}

),

petitions as (

    select
        'petition' as channel,
        petition_id as entry_key,
        area_code,
        coalesce(field, '其他') || '类信访' as title,
        field as kind,
        petitioner_key as person_key,
        received_at as started_at,
        coalesce(closed_at, replied_at) as ended_at,
        source_feed,
        source_file,
        source_row
    from {{ ref('fct_petitions') }}

),

united as (

    select * from events
    union all
    select * from disputes
    union all
    select * from petitions

)

select
    united.*,
    coalesce(areas.community_code, united.area_code) as community_code
from united
left join {{ ref('dim_areas') }} as areas
    on united.area_code = areas.area_code
