select

    ---------- ids
    check_id,
    area_code,
    department_code,

    ---------- strings
    {# A row that names a department judges the department, any other the place itself. #}
    case when department_code is null then 'place' else 'department' end as unit_kind,
    dimension,

    ---------- booleans
    is_passed,

    ---------- dates
    checked_on,

    ---------- origin
    check_id as source_key,
    source_feed,
    source_file,
    source_row

from {{ ref('stg_program__compliance_checks') }}
where checked_on < {{ as_of() }}
