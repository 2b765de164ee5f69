select * from {{ ref('scheme_items') }}
