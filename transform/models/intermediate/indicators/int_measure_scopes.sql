{# Where a measure is needed at all: what no indicator keeps is not added up. #}
select
    numerator_measure as measure_code,
    level,
    period_type
from {{ ref('int_indicator_scopes') }}

union

select
    denominator_measure as measure_code,
    level,
    period_type
from {{ ref('int_indicator_scopes') }}
where denominator_measure is not null
