{# Links that a source declares or that an identity makes, each once, from the later-kept register
   to what it names. #}
with

entries as (

    select * from {{ ref('int_thread_entries') }}

),

disputes as (

    select * from {{ ref('fct_disputes') }}

),

petitions as (

    select * from {{ ref('fct_petitions') }}

),

declared_events as (

    select
        'declared_event' as rule,
        'dispute' as channel,
        disputes.dispute_id as entry_key,
        entries.channel as other_channel,
        entries.entry_key as other_key
    from disputes
    inner join entries
        on disputes.event_id = entries.entry_key
        and entries.channel in ('event', 'hotline')

),

declared_petitions as (

    select
        'declared_petition' as rule,
        'dispute' as channel,
        disputes.dispute_id as entry_key,
        'petition' as other_channel,
        petitions.petition_id as other_key
    from disputes
    inner join petitions
        on disputes.petition_id = petitions.petition_id

),

petition_matters as (

    select
        'same_petition_matter' as rule,
        'petition' as channel,
        petition_id as entry_key,
        'petition' as other_channel,
        first_petition_id as other_key
    from petitions
    where is_repeat

),

{# Of several petitions of the person, the one nearest in time. #}
same_persons as (

    select
        'same_person' as rule,
        'dispute' as channel,
        disputes.dispute_id as entry_key,
        'petition' as other_channel,
        petitions.petition_id as other_key
    from disputes
    inner join petitions
        on disputes.applicant_key = petitions.petitioner_key
        and disputes.area_code = petitions.area_code
        and disputes.accepted_at between petitions.received_at - interval 180 day
            and petitions.received_at + interval 180 day
    where disputes.petition_id is null
    qualify row_number() over (
        partition by disputes.dispute_id
        order by abs(date_diff('second', disputes.accepted_at, petitions.received_at)),
            petitions.petition_id
    ) = 1

)

select * from declared_events
union all
select * from declared_petitions
union all
select * from petition_matters
union all
select * from same_persons
