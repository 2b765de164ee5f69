{# Every number on a screen is a sum of these rows, and every row points to one raw row of a
   file. #}
{%- set themes = [
    'ldg_event_reports',
    'ldg_event_handling',
    'ldg_event_closing',
    'ldg_event_stages',
    'ldg_disputes',
    'ldg_petitions',
    'ldg_petition_channels',
    'ldg_petition_lists',
    'ldg_volunteers',
    'ldg_service_orders',
    'ldg_tasks',
    'ldg_supervision',
    'ldg_platform',
    'ldg_cases',
    'ldg_places',
    'ldg_hotline',
    'ldg_devices',
    'ldg_visits',
    'ldg_population_records',
    'ldg_self_government',
    'ldg_data',
    'ldg_units',
    'ldg_coverage',
    'ldg_organisations',
] %}
{%- for theme in themes %}
select * from {{ ref(theme) }}
{% if not loop.last %}union all{% endif %}
{%- endfor %}
