{# What an item earns.

   formula_type  proportional, inverse, threshold_step, baseline, count_deduct, duration,
                 rank_bracket, manual, bonus, veto
   params        JSON text, see the seed `formula_parameters`
   weight        the most that the item can earn
   value         the indicator's value as scored; for manual, bonus and veto what was recorded
   numerator     the count above the line, for count_deduct
   peer_rank     the rank of the value inside the peer group, for rank_bracket
   exposure      square kilometres times 10 000 residents, for the density of count_deduct

   Without a value there are no points, neither 0 nor full. Every item stays between 0 and its
   weight; only a veto takes away. #}
{% macro item_functions() -%}
    create or replace macro assessment.formula_points(
        formula_type, params, weight, value, numerator, peer_rank, exposure
    ) as
        case formula_type
            when 'proportional' then assessment.line_points(params, weight, value)
            when 'inverse' then assessment.line_points(params, weight, value)
            when 'threshold_step' then assessment.threshold_points(params, weight, value)
            when 'baseline' then assessment.baseline_points(params, value)
            when 'count_deduct'
                then assessment.count_points(params, weight, value, numerator, exposure)
            when 'duration' then assessment.duration_points(params, value)
            when 'rank_bracket' then assessment.bracket_points(params, peer_rank)
            when 'manual' then value
            when 'bonus' then value * coalesce(assessment.parameter(params, 'per'), 1)
        end;

    create or replace macro assessment.exact_points(
        formula_type, params, weight, value,
        numerator := null, peer_rank := null, exposure := null
    ) as
        case
            when value is null then null
            when formula_type = 'veto' then assessment.veto_points(params, value)
            else assessment.clipped(
                assessment.formula_points(
                    formula_type, params, weight, value, numerator, peer_rank, exposure
                ),
                weight
            )
        end;

    {# Two decimals, so that the points printed in a table add up to the total printed below. #}
    create or replace macro assessment.item_points(
        formula_type, params, weight, value,
        numerator := null, peer_rank := null, exposure := null
    ) as
        round(assessment.exact_points(
            formula_type, params, weight, value,
            numerator := numerator, peer_rank := peer_rank, exposure := exposure
        )::double, 2);

    {# base items make the score; a bonus comes on top and a veto after everything. #}
    create or replace macro assessment.item_part(formula_type) as
        case when formula_type in ('bonus', 'veto') then formula_type else 'base' end;

    {# A veto that puts the place last, whatever its total. #}
    create or replace macro assessment.puts_last(formula_type, params, value) as
        coalesce(
            formula_type = 'veto'
            and json_extract_string(params, '$.effect') = 'bottom'
            and value >= coalesce(assessment.parameter(params, 'at'), 1),
            false
        );
{%- endmacro %}
