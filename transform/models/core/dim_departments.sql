select * from {{ ref('stg_base__departments') }}
