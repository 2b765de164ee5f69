{# Which kind of period each report is about. #}
select *
from (
    values
    ('weekly', 'week'),
    ('monthly', 'month'),
    ('quarterly', 'quarter'),
    ('half-yearly', 'half'),
    ('annual', 'year')
) as kinds (report, period_type)
