{#- What is new at each step of the way from the period before to this one. Everything that an
    aspect does not name is an outcome. -#}
{%- set aspects = {'volume': 3, 'timeliness': 4, 'satisfaction': 5, 'rework': 6} %}
{%- set outcome = 7 %}

with

item_values as (

    select
        item_values.*,
        schemes.minimum_sample,
        schemes.shrink_weight,
        catalogue.better
    from {{ ref('asm_item_values') }} as item_values
    inner join {{ ref('asm_schemes') }} as schemes
        on item_values.scheme_code = schemes.scheme_code
    left join {{ ref('indicators') }} as catalogue
        on item_values.indicator_code = catalogue.indicator_code

),

compared as (

    select distinct
        units.scheme_code,
        units.period_type,
        units.period_start,
        periods.previous_start
    from {{ ref('asm_units') }} as units
    inner join {{ ref('periods') }} as periods
        on units.period_type = periods.period_type
        and units.period_start = periods.period_start
    semi join {{ ref('asm_units') }} as units_before
        on units.scheme_code = units_before.scheme_code
        and periods.previous_start = units_before.period_start

),

item_before as (

    select
        compared.period_start as compared_start,
        item_values.*
    from compared
    inner join item_values
        on compared.scheme_code = item_values.scheme_code
        and compared.previous_start = item_values.period_start

),

{# A sealed period is explained by what was announced: rows that came after the seal have no part
   in its way. #}
item_now as (

    select
        item_values.* replace (
            case when sealed.item_code is null then item_values.value else sealed.value end
                as value,
            case when sealed.item_code is null then item_values.numerator
                else sealed.numerator
            end as numerator,
            case when sealed.item_code is null then item_values.denominator
                else sealed.denominator
            end as denominator
        ),
        {# An item that is new in the scheme had a value before, all the same. #}
        readings.numerator as reading_numerator,
        readings.denominator as reading_denominator,
        readings.value as reading_value
    from compared
    inner join item_values
        on compared.scheme_code = item_values.scheme_code
        and compared.period_start = item_values.period_start
    left join {{ ref('stg_seal__items') }} as sealed
        on item_values.scheme_code = sealed.scheme_code
        and item_values.period_start = sealed.period_start
        and item_values.area_code = sealed.area_code
        and item_values.item_code = sealed.item_code
        and not (item_values.indicator_code is distinct from sealed.indicator_code)
    left join {{ ref('indicator_values') }} as readings
        on item_values.indicator_code = readings.indicator_code
        and item_values.area_code = readings.area_code
        and compared.period_type = readings.period_type
        and compared.previous_start = readings.period_start

),

paired as (

    select
        coalesce(item_now.scheme_code, item_before.scheme_code) as scheme_code,
        coalesce(item_now.period_start, item_before.compared_start) as period_start,
        coalesce(item_now.level, item_before.level) as level,
        coalesce(item_now.area_code, item_before.area_code) as area_code,
        coalesce(item_now.item_code, item_before.item_code) as item_code,
        item_before as old_row,
        item_now as new_row,
        item_before.item_code is not null
            and not (item_before.indicator_code is distinct from item_now.indicator_code)
            as is_same_indicator,
        case coalesce(item_now.aspect, item_before.aspect)
            {%- for aspect, step in aspects.items() %}
            when '{{ aspect }}' then {{ step }}
            {%- endfor %}
            else {{ outcome }}
        end as aspect_step
    from item_before
    full outer join item_now
        on item_before.scheme_code = item_now.scheme_code
        and item_before.compared_start = item_now.period_start
        and item_before.area_code = item_now.area_code
        and item_before.item_code = item_now.item_code

),

{# A place that is no more keeps its old rules to the end of its way. #}
judged as (

    select
        *,
        not bool_or(new_row['item_code'] is not null) over (
            partition by scheme_code, period_start, area_code
        ) as has_ended
    from paired

),

stepped as (

    select
        judged.*,
        steps.step as state,
        steps.step <= 1 or judged.has_ended as has_old_rules,
        steps.step >= 3 as has_new_sample,
        steps.step >= judged.aspect_step as has_new_value
    from judged
    cross join range({{ outcome + 1 }}) as steps (step)

),

ruled as (

    select
        * exclude (old_row, new_row),
        old_row['peer_group'] as group_before,
        new_row['peer_group'] as group_now,
        {%- for name in ['item_no', 'part', 'formula_type', 'params', 'weight', 'scale', 'better',
            'minimum_sample', 'shrink_weight'] %}
        case when has_old_rules then old_row['{{ name }}'] else new_row['{{ name }}'] end
            as {{ name }},
        {%- endfor %}
        {%- for name in ['value', 'numerator', 'denominator'] %}
        case when has_old_rules or is_same_indicator then old_row['{{ name }}']
            else new_row['reading_{{ name }}']
        end as old_{{ name }},
        new_row['{{ name }}'] as new_{{ name }},
        {%- endfor %}
        case when has_new_sample then new_row['exposure'] else old_row['exposure'] end as exposure
    from stepped
    where case when has_old_rules then old_row['item_code'] else new_row['item_code'] end
        is not null

)

select
    state::integer as state,
    scheme_code,
    period_start,
    level,
    case when has_new_sample then group_now else group_before end as peer_group,
    area_code,
    item_code,
    item_no,
    part,
    formula_type,
    params,
    weight,
    scale,
    better,
    minimum_sample,
    shrink_weight,
    exposure,
    case
        when part != 'base' then case when has_new_value then new_value else old_value end
        when not has_new_sample then old_value
        when has_new_value or old_value is null or new_value is null then new_value
        else old_value
    end as value,
    {# The old rate in the new number of pieces; what is only counted waits for its aspect. #}
    case
        when not has_new_sample then old_numerator
        when has_new_value or old_value is null or new_value is null then new_numerator
        when new_denominator is null or formula_type = 'count_deduct' then old_numerator
        else old_value / scale * new_denominator
    end as numerator,
    case when has_new_sample then new_denominator else old_denominator end as denominator
from ruled
