{# Pairs of entries of two channels in one community with one subject, close in time, each the
   only possible one for the other. Beside the true days (thirds 0) the same with petitions moved
   by one and two thirds of the history, round its end to its beginning: what still matches then is
   chance, and says how much of the rest is. #}
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

history as (

    select
        min(started_at) as first_at,
        date_diff('second', min(started_at), max(started_at)) as seconds
    from others

),

petitions as (

    select
        entries.entry_key,
        entries.community_code,
        entries.person_key,
        subjects.subject,
        shifts.thirds,
        case when shifts.thirds = 0 then entries.started_at
            else history.first_at + to_seconds(
                (
                    date_diff('second', history.first_at, entries.started_at)
                    + history.seconds * shifts.thirds // 3
                ) % greatest(history.seconds, 1)
            )
        end as started_at
    from entries
    inner join subjects
        on entries.channel = subjects.channel
        and entries.kind = subjects.term
    cross join history
    cross join (values (0), (1), (2)) as shifts (thirds)
    where entries.channel = 'petition'
        {# Before the history of the others there is nothing that it could match. #}
        and entries.started_at >= history.first_at - interval 14 day
        and entries.entry_key not in (
            select spoken_for.entry_key from spoken_for
            where spoken_for.channel = 'petition' and spoken_for.other_channel != 'petition'
        )

),

near as (

    select
        petitions.thirds,
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
    qualify count(*) over (partition by thirds, channel, entry_key) = 1
        and count(*) over (partition by thirds, channel, petition_id) = 1

)

select * from unique_pairs
