select * from {{ ref('scheme_points') }}
