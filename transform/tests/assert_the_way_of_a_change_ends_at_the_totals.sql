{{ config(description='The last step of an explanation is the total that is published') }}
{# A sealed period ends at what was announced; what was decided since is in its corrections. #}
select
    steps.scheme_code,
    steps.period_start,
    steps.area_code,
    steps.total as total_of_the_way,
    totals.total
from {{ ref('asm_rank_steps') }} as steps
inner join {{ ref('asm_totals') }} as totals
    on steps.scheme_code = totals.scheme_code
    and steps.period_start = totals.period_start
    and steps.area_code = totals.area_code
anti join {{ ref('stg_seal__seals') }} as seals
    on steps.scheme_code = seals.scheme_code
    and steps.period_start = seals.period_start
where steps.step_no = 7
    and abs(steps.total - totals.total) > 0.001
