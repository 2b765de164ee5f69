{# One function per formula type, before clipping. What each parameter means stands in the seed
   `formula_parameters`. #}
{% macro formula_functions() -%}
    {# proportional, and inverse where zero_at is the larger: a straight line. #}
    create or replace macro assessment.line_points(params, weight, value) as
        weight * (value - assessment.parameter(params, 'zero_at')) / (
            assessment.parameter(params, 'full_at') - assessment.parameter(params, 'zero_at')
        );

    {# threshold_step: full marks from a line on and so many points less per unit short of it,
       from a second line on another rate; or a table of steps. #}
    create or replace macro assessment.threshold_points(params, weight, value) as
        case
            when assessment.has_steps(params)
                then coalesce(assessment.parameter(params, 'base_points'), 0)
                    + assessment.step_points(params, value)
            else weight
                - assessment.parameter(params, 'per_point') * greatest(0, least(
                    assessment.direction(params)
                        * (assessment.parameter(params, 'full_at') - value),
                    assessment.direction(params) * (
                        assessment.parameter(params, 'full_at')
                        - assessment.parameter(params, 'steep_at')
                    )
                ))
                - coalesce(assessment.parameter(params, 'steep_per_point') * greatest(0,
                    assessment.direction(params)
                        * (assessment.parameter(params, 'steep_at') - value)
                ), 0)
        end;

    {# baseline: base points at a base value, so many more or less per unit from it. #}
    create or replace macro assessment.baseline_points(params, value) as
        assessment.parameter(params, 'base_points')
        + assessment.parameter(params, 'per_point') * assessment.direction(params)
            * (value - assessment.parameter(params, 'base_value'));

    {# count_deduct: so many points less per piece, up to a cap (扣完为止 without one). #}
    create or replace macro assessment.counted(params, value, numerator, exposure) as
        case json_extract_string(params, '$.count')
            when 'value' then value
            when 'density' then numerator / nullif(exposure, 0)
            else coalesce(numerator, value)
        end;

    create or replace macro assessment.count_points(params, weight, value, numerator, exposure) as
        weight - assessment.clipped(
            assessment.parameter(params, 'per') * (
                assessment.counted(params, value, numerator, exposure)
                - coalesce(assessment.parameter(params, 'free'), 0)
            ),
            coalesce(assessment.parameter(params, 'cap'), weight)
        );

    {# duration: points per unit of time below a limit. #}
    create or replace macro assessment.duration_points(params, value) as
        (
            assessment.parameter(params, 'limit')
            - value / coalesce(assessment.parameter(params, 'divide_by'), 1)
        ) * assessment.parameter(params, 'per');

    {# veto: what it takes from the total; 0 for one that only puts the place last. #}
    create or replace macro assessment.veto_points(params, value) as
        case
            when value < coalesce(assessment.parameter(params, 'at'), 1) then 0
            else 0 - coalesce(assessment.parameter(params, 'points'), 0) * case
                when value > coalesce(assessment.parameter(params, 'at'), 1)
                    then coalesce(assessment.parameter(params, 'repeat_times'), 1)
                else 1
            end
        end;
{%- endmacro %}
