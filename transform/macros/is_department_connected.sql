{# Whether the register says that a department was connected at a moment. A register in which no
   department has a date does not keep this column: then what they do decides alone. #}
{% macro is_department_connected(department, moment) -%}
    {{ department }} in (
        select departments.department_code
        from {{ ref('dim_departments') }} as departments
        where departments.connected_since <= {{ moment }}
            or not exists (
                select 1 from {{ ref('dim_departments') }} as dated
                where dated.connected_since is not null
            )
    )
{%- endmacro %}
