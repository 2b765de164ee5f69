select
    *,
    department_code as source_key
from {{ ref('stg_base__departments') }}
