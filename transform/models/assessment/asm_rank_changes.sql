{#- What each step of the way is called; corrections come from the seals. -#}
{%- set aspects = {1: 'correction', 2: 'method', 3: 'volume', 4: 'timeliness',
    5: 'satisfaction', 6: 'rework', 7: 'outcome'} %}

with

steps as (

    select
        *,
        total - lag(total) over way as total_part,
        {# Up is good: a rank that gets smaller is a gain. #}
        lag(rank) over way - rank as rank_part
    from {{ ref('asm_rank_steps') }}
    window way as (partition by scheme_code, period_start, area_code order by step_no)

),

{# Places ranked in both periods, among the same peers. #}
ends as (

    select
        scheme_code,
        period_start,
        area_code,
        min_by(total, step_no) as total_before,
        min_by(rank, step_no) as rank_before,
        max_by(total, step_no) as total_now,
        max_by(rank, step_no) as rank_now
    from steps
    group by all
    having count(*) = {{ aspects | length + 1 }}
        and count(distinct peer_group) = 1

),

{# What was announced, where a period is sealed; then the seal's word counts, even a silence. #}
announced as (

    select
        ends.*,
        case when seals_before.scheme_code is null then ends.total_before
            else sealed_before.total
        end as previous_total,
        case when seals_before.scheme_code is null then ends.rank_before
            else sealed_before.rank
        end as previous_rank,
        case when seals_now.scheme_code is null then ends.total_now else sealed_now.total end
            as total,
        case when seals_now.scheme_code is null then ends.rank_now else sealed_now.rank end
            as rank
    from ends
    inner join {{ ref('asm_schemes') }} as schemes
        on ends.scheme_code = schemes.scheme_code
    inner join {{ ref('periods') }} as periods
        on schemes.period_type = periods.period_type
        and ends.period_start = periods.period_start
    left join {{ ref('stg_seal__seals') }} as seals_before
        on ends.scheme_code = seals_before.scheme_code
        and periods.previous_start = seals_before.period_start
    left join {{ ref('stg_seal__units') }} as sealed_before
        on ends.scheme_code = sealed_before.scheme_code
        and periods.previous_start = sealed_before.period_start
        and ends.area_code = sealed_before.area_code
    left join {{ ref('stg_seal__seals') }} as seals_now
        on ends.scheme_code = seals_now.scheme_code
        and ends.period_start = seals_now.period_start
    left join {{ ref('stg_seal__units') }} as sealed_now
        on ends.scheme_code = sealed_now.scheme_code
        and ends.period_start = sealed_now.period_start
        and ends.area_code = sealed_now.area_code

),

{# Rows that came after the seal are a correction, as a decision to correct is. #}
parts as (

    select
        announced.*,
        steps.step_no,
        case steps.step_no
            {%- for step, aspect in aspects.items() %}
            when {{ step }} then '{{ aspect }}'
            {%- endfor %}
        end as aspect,
        steps.total_part
            + case when steps.step_no = 1
                then (announced.total_before - announced.previous_total)
                    + (announced.total - announced.total_now)
                else 0
            end as total_part,
        steps.rank_part
            + case when steps.step_no = 1
                then (announced.previous_rank - announced.rank_before)
                    + (announced.rank_now - announced.rank)
                else 0
            end as rank_part
    from steps
    inner join announced
        on steps.scheme_code = announced.scheme_code
        and steps.period_start = announced.period_start
        and steps.area_code = announced.area_code
    where steps.step_no > 0

)

select
    scheme_code,
    period_start,
    area_code,
    step_no::integer as step_no,
    aspect,
    previous_total,
    total,
    previous_rank::integer as previous_rank,
    rank::integer as rank,
    {# Totals have two decimals, so their parts have. #}
    round(total_part, 2) as total_part,
    rank_part::integer as rank_part
from parts
where previous_rank is not null
    and rank is not null
