{# A number that says nothing (无, 待补) admits nothing: a number has a digit. #}
select
    task_id,
    area_code,
    department_code,
    given_on,
    admission_no,
    coalesce(regexp_matches(admission_no, '\d'), false) as is_admitted,
    task_id as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_grid__admissions') }}
where given_on < {{ as_of() }}
