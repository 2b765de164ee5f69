with

petitions as (

    select * from {{ ref('fct_petitions') }}

),

departments as (

    select * from {{ ref('dim_departments') }}

),

clocks as (

    select
        *,
        case clock
            when 'answer' then '受理告知'
            when 'inform' then '接收告知'
            when 'reply' then '答复'
            when 'review' then '申请复查'
            when 'recheck' then '申请复核'
        end as clock_name,
        limit_days || ' 日' as limit_words
    from {{ ref('int_petition_clocks') }}

),

named as (

    select
        petitions.*,
        departments.department_name
    from petitions
    left join departments
        on petitions.department_code = departments.department_code

),

{%- set moments = [
    (2, 'forwarded_at', '转送交办', 'department_name', 'null'),
    (3, 'informed_at', '告知', 'department_name', 'null'),
    (4, 'accepted_at', '受理', 'department_name',
        "case when is_extended then '办理期限经批准延长 30 日' end"),
    (6, 'replied_at', '答复', 'department_name', "'出具处理意见'"),
    (8, 'review_at', '复查', "'复查机关'", 'null'),
    (9, 'recheck_at', '复核', "'复核机关'", "'三级程序终结'"),
    (10, 'closed_at', '办结', 'department_name', 'null'),
] %}

taken as (

    select
        petition_id,
        1 as rank_on_a_tie,
        received_at as step_at,
        '登记' as step,
        case channel
            when 'letter' then '来信' when 'visit' then '来访' when 'web' then '网上' else '来电'
        end as actor,
        case when is_repeat then '同一事项第 ' || repeat_number || ' 次，首件 ' || first_petition_id
        end as note,
        case when is_repeat then 'watch' else 'done' end as look,
        null::timestamp as due_at
    from named
    {%- for place, moment, step, actor, note in moments %}

    union all

    select
        petition_id,
        {{ place }} as rank_on_a_tie,
        {{ moment }} as step_at,
        '{{ step }}' as step,
        {{ actor }} as actor,
        {{ note }} as note,
        'done' as look,
        null::timestamp as due_at
    from named
    where {{ moment }} is not null
    {%- endfor %}

),

held as (

    select
        petition_id,
        5 as rank_on_a_tie,
        held_on::timestamp as step_at,
        case kind
            when 'hearing' then '听证' when 'consultation' then '会商' else '领导接访'
        end as step,
        null::varchar as actor,
        null::varchar as note,
        'done' as look,
        null::timestamp as due_at
    from {{ ref('fct_hearings') }}
    where petition_id in (select petitions.petition_id from petitions)

),

rated as (

    select
        petition_id,
        7 as rank_on_a_tie,
        rated_at as step_at,
        '群众评价' as step,
        null::varchar as actor,
        case when is_satisfied then '满意' else '不满意' end as note,
        case when is_satisfied then 'done' else 'watch' end as look,
        null::timestamp as due_at
    from {{ ref('fct_petition_ratings') }}

),

{# A limit that passed unkept is a point of its own on the line of time. #}
missed as (

    select
        petition_id,
        11 as rank_on_a_tie,
        due_at as step_at,
        clock_name || '到期' as step,
        null::varchar as actor,
        '法定 ' || limit_words || '届满未完成' as note,
        'alert' as look,
        due_at
    from clocks
    where is_duty and not is_on_time

),

{# What is still to come: the duties that run, and the rights while they last. #}
ahead as (

    select
        clocks.petition_id,
        11 + clocks.clock_order as rank_on_a_tie,
        null::timestamp as step_at,
        clocks.clock_name as step,
        null::varchar as actor,
        case
            when clocks.is_duty then '法定 ' || clocks.limit_words || '内'
            else '信访人可在 ' || clocks.limit_words || '内提出'
        end as note,
        'future' as look,
        clocks.due_at
    from clocks
    inner join petitions
        on clocks.petition_id = petitions.petition_id
    where clocks.done_at is null
        and (
            clocks.is_running and not clocks.is_duty
            or clocks.is_duty and petitions.closed_at is null
        )

),

united as (

    select * from taken
    union all
    select * from held
    union all
    select * from rated
    union all
    select * from missed
    union all
    select * from ahead

)

select
    petition_id as record_id,
    row_number() over (
        partition by petition_id order by step_at asc nulls last, rank_on_a_tie
    ) as seq,
    step_at,
    step,
    actor,
    note,
    look,
    due_at
from united
