with

disputes as (

    select * from {{ ref('mart_dispute_list') }}

),

taken as (

    select
        record_id,
        1 as rank_on_a_tie,
        opened_at as step_at,
        '受理' as step,
        department_name as actor,
        initiated as note,
        'done' as look,
        null::timestamp as due_at
    from disputes

    union all

    select
        record_id,
        2 as rank_on_a_tie,
        passed_up_at as step_at,
        '上交' as step,
        department_name as actor,
        accepted_level || '未能调结，移交上一级' as note,
        'watch' as look,
        null::timestamp as due_at
    from disputes
    where passed_up_at is not null

    union all

    {# The limit is a point of its own on the line of time, once it has passed unkept. #}
    select
        record_id,
        3 as rank_on_a_tie,
        due_at as step_at,
        '期限届满' as step,
        null as actor,
        '受理满 {{ site("mediation_limit_days") }} 日未调结' as note,
        'alert' as look,
        due_at
    from disputes
    where time_status in ('overdue', 'closed_late')

    union all

    select
        record_id,
        4 as rank_on_a_tie,
        closed_at as step_at,
        state as step,
        department_name as actor,
        ways as note,
        case
            when is_success then 'done'
            when state = '当事人撤回' then 'done'
            else 'watch'
        end as look,
        null::timestamp as due_at
    from disputes
    where not is_open

    union all

    select
        record_id,
        5 as rank_on_a_tie,
        judicially_confirmed_at as step_at,
        '司法确认' as step,
        '人民法院' as actor,
        '书面协议经法院确认' as note,
        'done' as look,
        null::timestamp as due_at
    from disputes
    where judicially_confirmed_at is not null

    union all

    select
        record_id,
        6 as rank_on_a_tie,
        null::timestamp as step_at,
        '调结' as step,
        department_name as actor,
        '受理之日起 {{ site("mediation_limit_days") }} 日内' as note,
        'future' as look,
        due_at
    from disputes
    where is_open

)

select
    record_id,
    row_number() over (partition by record_id order by step_at asc nulls last, rank_on_a_tie)
        as seq,
    step_at,
    step,
    actor,
    note,
    look,
    due_at
from taken
