with

disputes as (

    select
        *,
        {# What came after the data cut has not happened yet. #}
        case when concluded_at < {{ as_of() }} then concluded_at end as done_at,
        {{ end_of_day('accepted_at::date + ' ~ site('mediation_limit_days')) }} as limit_due_at
    from {{ ref('stg_case__disputes') }}
    where accepted_at < {{ as_of() }}

),

settled as (

    select
        *,
        {# A dispute withdrawn by its parties leaves every denominator. #}
        case when done_at is null or coalesce(result, '') != 'withdrawn'
            then {{ settled_at('done_at', 'limit_due_at') }}
        end as limit_settled_at
    from disputes

)

select

    ---------- ids
    dispute_id,
    area_code,
    event_id,
    petition_id,
    applicant_key,

    ---------- strings
    kind,
    initiated_by,
    mediation,
    org_name,
    case when done_at is not null then result end as result,

    ---------- numbers
    len(list_distinct(list_filter(string_split(mediation, ';'), x -> trim(x) != ''))) as ways_count,

    ---------- booleans
    coalesce(done_at is not null and result != 'withdrawn', false) as is_concluded,
    coalesce(done_at is not null and result in ('success_written', 'success_oral'), false)
        as is_success,
    case when limit_settled_at is not null
        then coalesce(done_at <= limit_due_at, false)
    end as is_settled_within_limit,

    ---------- timestamps (local wall time)
    accepted_at,
    done_at as concluded_at,
    case when passed_up_at < {{ as_of() }} then passed_up_at end as passed_up_at,
    case when judicially_confirmed_at < {{ as_of() }} then judicially_confirmed_at end
        as judicially_confirmed_at,
    limit_due_at,
    limit_settled_at,

    ---------- origin
    dispute_id as source_key,
    source_feed,
    source_file,
    source_row

from settled
