{# A street's own mediation committee needs two mediators; of the others one person is enough. #}
{{ unit_coverage(
    'fct_rosters',
    'register.role',
    needed="case when kind = 'mediator' and level = 'street' then " ~ var('mediators_per_street')
        ~ " else 1 end",
) }}
