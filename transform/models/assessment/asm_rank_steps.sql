{# The way from the period before to this one, for all places of a peer group at once: total and
   rank after each step. The first is the period before as the data of today give it, the last
   is this period. #}
with

summed as (

    select * from assessment.scored_states('{{ ref("asm_change_states") }}')

),

{# Who competes: until the samples are renewed those ranked before, then those ranked now. What
   was decided about a place changes with its aspect: a correction first, a deduction last. #}
fields as (

    select
        summed.*,
        schemes.total_points,
        schemes.ties,
        case when summed.state < 1 then before.correction else now.correction end as correction,
        case when summed.state < 7 then before.deduction else now.deduction end as deduction,
        coalesce(case when summed.state < 3 then before.is_ranked else now.is_ranked end, false)
            as is_ranked
    from summed
    inner join {{ ref('asm_schemes') }} as schemes
        on summed.scheme_code = schemes.scheme_code
    inner join {{ ref('periods') }} as periods
        on schemes.period_type = periods.period_type
        and summed.period_start = periods.period_start
    left join {{ ref('asm_totals') }} as before
        on summed.scheme_code = before.scheme_code
        and periods.previous_start = before.period_start
        and summed.area_code = before.area_code
    left join {{ ref('asm_totals') }} as now
        on summed.scheme_code = now.scheme_code
        and summed.period_start = now.period_start
        and summed.area_code = now.area_code

),

totalled as (

    select
        *,
        {# On the way nothing may be left to score; then the place stays where it was. #}
        last_value(assessment.total_of(
            points, scored_weight, total_points,
            bonus := bonus, deduction := coalesce(deduction, 0),
            correction := coalesce(correction, 0), veto := veto
        ) ignore nulls) over (
            partition by scheme_code, period_start, area_code order by state
        ) as total
    from fields

),

competing as (

    select * from totalled
    where is_ranked

)

select
    scheme_code,
    period_start,
    level,
    peer_group,
    area_code,
    state as step_no,
    total,
    rank
from assessment.ranked_states(competing)
