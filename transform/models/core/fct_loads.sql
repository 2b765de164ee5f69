{# One row per file that a load took in or refused. #}
select * from {{ ref('stg_meta__loads') }}
