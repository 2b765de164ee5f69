{# Pairs of entries of two channels in one community with one subject, close in time, each the
   only possible one for the other. Beside the true days (shift 0) the same with petitions moved
   by 120 days both ways: what still matches then is chance, and says how much of the rest is. #}
with

entries as (

    select * from {{ ref('int_thread_entries') }}

),

subjects as (

    select * from {{ ref('thread_subjects') }}

),

spoken_for as (

    select
        channel,
        entry_key,
        other_channel
    from {{ ref('int_thread_known_links') }}

),

petitions as (

    select
        entries.entry_key,
        entries.community_code,
        entries.person_key,
        subjects.subject,
        shifts.days as shift_days,
        entries.started_at + to_days(shifts.days) as started_at
    from entries
    inner join subjects
        on entries.channel = subjects.channel
        and entries.kind = subjects.term
    cross join (values (0), (-120), (120)) as shifts (days)
    where entries.channel = 'petition'
        and entries.entry_key not in (
            select spoken_for.entry_key from spoken_for
            where spoken_for.channel = 'petition' and spoken_for.other_channel != 'petition'
        )

),

others as (

    select
        entries.channel,
        entries.entry_key,
        entries.community_code,
        entries.person_key,
        entries.started_at,
        subjects.subject
    from entries
    inner join subjects
        on subjects.channel = case when entries.channel = 'hotline' then 'event'
            else entries.channel
        end
        and starts_with(entries.kind, subjects.term)
    where entries.channel in ('dispute', 'hotline')
        and entries.entry_key not in (
            select spoken_for.entry_key from spoken_for
            where spoken_for.channel = entries.channel and spoken_for.other_channel = 'petition'
        )

),

near as (

    select
        petitions.shift_days,
        others.channel,
        others.entry_key,
        petitions.entry_key as petition_id,
        min(others.subject) as subject
    from petitions
    inner join others
        on petitions.community_code = others.community_code
        and petitions.subject = others.subject
        and others.started_at between petitions.started_at - interval 14 day
            and petitions.started_at + interval 14 day
        {# Two known persons that differ are two matters. #}
        and coalesce(petitions.person_key = others.person_key, true)
    group by all

),

unique_pairs as (

    select * from near
    qualify count(*) over (partition by shift_days, channel, entry_key) = 1
        and count(*) over (partition by shift_days, channel, petition_id) = 1

)

select * from unique_pairs
