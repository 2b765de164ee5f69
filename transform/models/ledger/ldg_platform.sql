with

{# The register of departments has no date of foundation. #}
departments as (

    {{ ledger_entries_of('departments', 'dim_departments', at="date '2000-01-01'",
        area=root_area(), department='department_code') }}

),

{# In the trailing window of the measure catalogue (30 days): they acted on events ... #}
departments_acting as (

    {{ ledger_entries_of('departments_connected', 'int_departments_acting', at='acted_at',
        where='is_connected', key='department_code', area=root_area(),
        department='department_code') }}

),

{# ... or a system or scenario of theirs had data. #}
departments_with_data as (

    {{ ledger_entries_of('departments_connected', 'fct_scenario_reports', at='last_data_at',
        where='is_department_connected', key='department_code', department='department_code') }}

),

scenarios_online as (

    {{ ledger_entries_of('scenarios_online', 'fct_scenario_reports', at='online_since',
        where="kind = 'scenario' and report_number = 1", key='scenario_id',
        department='department_code') }}

),

{# In the trailing window of the measure catalogue (30 days). #}
scenarios_in_use as (

    {{ ledger_entries_of('scenarios_in_use', 'fct_scenario_reports', at='last_data_at',
        where="kind = 'scenario'", key='scenario_id', department='department_code') }}

)

select * from departments
union all
select * from departments_acting
union all
select * from departments_with_data
union all
select * from scenarios_online
union all
select * from scenarios_in_use
