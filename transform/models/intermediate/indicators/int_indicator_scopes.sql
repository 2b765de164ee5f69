{# The letters of the catalogue spelled out: for which levels and kinds of period each indicator is
   kept. Weeks bring the trailing windows with them, quarters the half years; C stands for city and
   province. #}
with

catalogue as (

    select
        indicator_code,
        numerator_measure,
        denominator_measure,
        string_split(levels, ' ') as level_letters,
        string_split(periods, ' ') as period_letters
    from {{ ref('indicators') }}
    where status = 'computed'

),

levels (letter, level) as (

    values
    ('C', 'province'), ('C', 'city'), ('D', 'district'), ('S', 'street'), ('V', 'community'),
    ('G', 'grid')

),

periods (letter, period_type) as (

    values
    ('D', 'day'), ('W', 'week'), ('W', 'last24h'), ('W', 'last7d'), ('M', 'month'),
    ('Q', 'quarter'), ('Q', 'half'), ('Y', 'year')

)

select
    catalogue.indicator_code,
    catalogue.numerator_measure,
    catalogue.denominator_measure,
    levels.level,
    periods.period_type
from catalogue
inner join levels
    on list_contains(catalogue.level_letters, levels.letter)
inner join periods
    on list_contains(catalogue.period_letters, periods.letter)
