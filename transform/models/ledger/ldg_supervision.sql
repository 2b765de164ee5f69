with

findings_due as (

    {{ ledger_entries_of('findings_due', 'fct_supervision_findings', at='settled_on',
        department='department_code') }}

),

findings_rectified_on_time as (

    {{ ledger_entries_of('findings_rectified_on_time', 'fct_supervision_findings',
        at='settled_on', where='is_rectified_on_time', department='department_code') }}

),

meeting_actions_due as (

    {{ ledger_entries_of('meeting_actions_due', 'fct_meeting_actions', at='settled_on',
        department='department_code') }}

),

meeting_actions_done_on_time as (

    {{ ledger_entries_of('meeting_actions_done_on_time', 'fct_meeting_actions', at='settled_on',
        where='is_done_on_time', department='department_code') }}

),

units_evaluated as (

    {{ ledger_entries_of('units_evaluated', 'int_compliance_results', at='decided_on',
        department='department_code') }}

),

units_compliant as (

    {{ ledger_entries_of('units_compliant', 'int_compliance_results', at='decided_on',
        where='is_compliant', department='department_code') }}

)

select * from findings_due
union all
select * from findings_rectified_on_time
union all
select * from meeting_actions_due
union all
select * from meeting_actions_done_on_time
union all
select * from units_evaluated
union all
select * from units_compliant
