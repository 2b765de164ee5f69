{# Where every row of the facts comes from: the raw file and line behind a ledger entry. #}
{%- set facts = [
    'dim_area_versions',
    'dim_departments',
    'fct_events',
    'fct_event_steps',
    'fct_callbacks',
    'fct_disputes',
    'fct_petitions',
    'fct_petition_ratings',
    'fct_hearings',
    'fct_volunteers',
    'fct_teams',
    'fct_service_records',
    'fct_rosters',
    'fct_facilities',
    'fct_social_orgs',
    'fct_party_branches',
    'fct_branch_ratings',
    'fct_awards',
    'fct_surveys',
    'fct_tasks',
    'fct_loads',
    'fct_score_adjustments',
    'fct_hotline_calls',
    'fct_device_samples',
    'fct_visits',
    'fct_population_records',
    'fct_say_matters',
    'fct_admissions',
    'fct_deliberations',
    'fct_supervision_findings',
    'fct_meeting_actions',
    'fct_compliance_checks',
    'fct_scenario_reports',
    'fct_court_filings',
    'fct_security_incidents',
    'fct_reward_tips',
    'fct_service_orders',
] %}
{%- for fact in facts %}
select
    '{{ fact }}' as source_model,
    source_key,
    source_feed,
    source_file,
    source_row
from {{ ref(fact) }}
{%- if fact == 'fct_loads' %}
{# A file refused as a whole left no row. #}
where source_row is not null
{%- endif %}
{% if not loop.last %}union all{% endif %}
{%- endfor %}
