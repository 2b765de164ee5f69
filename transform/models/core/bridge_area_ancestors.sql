{# Where every place belongs now; where it belonged when is `bridge_area_history`. #}
select
    area_code,
    ancestor_code,
    ancestor_level,
    distance
from {{ ref('bridge_area_history') }}
where held_until = date '9999-12-31'
