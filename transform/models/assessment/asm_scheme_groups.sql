select * from {{ ref('scheme_groups') }}
