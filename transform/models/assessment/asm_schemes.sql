select * from {{ ref('schemes') }}
