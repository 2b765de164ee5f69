{# When the platform began to run: with its first grid event. What lies before are imports of single
   feeds, with no whole period to compare with. #}
select min(earliest_at)::timestamp as began_at
from {{ ref('fct_loads') }}
where feed_code = 'grid/events'
    and status = 'loaded'
    and accepted_count > 0
