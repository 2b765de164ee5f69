{# Registered and recorded ones count alike; a village needs fewer than a community. #}
{{ unit_coverage(
    'fct_social_orgs',
    "'organisations'",
    needed="case when is_village then " ~ var('organisations_per_village')
        ~ " else " ~ var('organisations_per_community') ~ " end",
) }}
