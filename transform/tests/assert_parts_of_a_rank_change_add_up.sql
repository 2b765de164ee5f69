{{ config(description='The parts of a change add up to the change of the total and of the rank') }}
select
    scheme_code,
    period_start,
    area_code
from {{ ref('asm_rank_changes') }}
group by all
having abs(sum(total_part) - (any_value(total) - any_value(previous_total))) > 0.001
    or sum(rank_part) != any_value(previous_rank) - any_value(rank)
