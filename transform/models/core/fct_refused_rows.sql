{# One row per refused row of a file. #}
select * from {{ ref('stg_meta__refused_rows') }}
