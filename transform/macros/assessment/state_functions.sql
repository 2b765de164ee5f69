{# Scoring of many states at once: what each place has, in a state of affairs that need not be the
   real one. A state is a step of an explanation, a draw of an interval, or a what-if.

   Table functions; `states` names a table or a CTE with a row per state, place and item:
   state, scheme_code, period_start, level, peer_group, area_code, item_code, item_no, part,
   formula_type, params, weight, scale, better, numerator, denominator, value, exposure,
   minimum_sample, shrink_weight. Each gives its rows with more columns:

   drawn_states      is_small_sample, pooled_rate, scored_value
   pointed_states    exact_points, points; needs scored_value
   summed_states     a row per state and place: points, scored_weight, first_points, bonus, veto,
                     puts_last
   scored_states     all three, one after the other

   ranked_states     takes a row per state and place with total, puts_last, first_points and the
                     scheme's ties; gives rank #}
{% macro state_functions() -%}
    create or replace macro assessment.is_small(formula_type, denominator, minimum_sample) as
        coalesce(denominator > 0 and denominator < minimum_sample, false)
        and formula_type not in ('count_deduct', 'bonus', 'veto');

    {# The rate of a small sample, as if `shrink_weight` more pieces of the common kind were in. #}
    create or replace macro assessment.shrunken(
        numerator, denominator, pooled_rate, shrink_weight
    ) as
        (numerator + shrink_weight * pooled_rate) / (denominator + shrink_weight);

    {# Where the entries of a measure begin that make its value at the end of a period. #}
    create or replace macro assessment.entries_since(
        aggregation, window_days, start_at, end_at
    ) as
        case
            when aggregation = 'balance' then timestamp '0001-01-01'
            when window_days is not null then end_at - to_days(window_days)
            else start_at
        end;

    create or replace macro assessment.drawn_states(states) as table
        with pooled as (
            select
                *,
                sum(numerator) over same_item
                    / nullif(sum(denominator) over same_item, 0) as pooled_rate,
                assessment.is_small(formula_type, denominator, minimum_sample) as is_small_sample
            from query_table(states)
            window same_item as (
                partition by state, scheme_code, period_start, level, item_code
            )
        )
        select
            *,
            case when is_small_sample
                then scale * assessment.shrunken(
                    numerator, denominator, pooled_rate, shrink_weight
                )
                else value
            end as scored_value
        from pooled;

    create or replace macro assessment.pointed_states(states) as table
        with ranked as (
            {# Only brackets ask for a rank, and a rank of everything is dear. #}
            select *, null::bigint as peer_rank
            from query_table(states)
            where formula_type != 'rank_bracket'
            union all by name
            select
                *,
                case when value is not null then rank() over (
                    partition by state, scheme_code, period_start, level, peer_group, item_code
                    order by
                        case better when 'lower' then scored_value else -scored_value end
                        nulls last
                ) end as peer_rank
            from query_table(states)
            where formula_type = 'rank_bracket'
        )
        select
            *,
            assessment.exact_points(
                formula_type, params, weight, scored_value,
                numerator := numerator, peer_rank := peer_rank, exposure := exposure
            ) as exact_points,
            assessment.item_points(
                formula_type, params, weight, scored_value,
                numerator := numerator, peer_rank := peer_rank, exposure := exposure
            ) as points
        from ranked;

    create or replace macro assessment.summed_states(states) as table
        select
            state,
            scheme_code,
            period_start,
            level,
            peer_group,
            area_code,
            {# Decimals add up to the same in any order; a last digit must not turn a rank. #}
            coalesce(sum(points::decimal(18, 6)) filter (where part = 'base'), 0)::double as points,
            coalesce(sum(weight) filter (where part = 'base' and points is not null), 0)
                as scored_weight,
            arg_min(points, item_no) filter (where part = 'base') as first_points,
            coalesce(sum(points::decimal(18, 6)) filter (where part = 'bonus'), 0)::double
                as bonus,
            coalesce(sum(points::decimal(18, 6)) filter (where part = 'veto'), 0)::double as veto,
            {# In a case, so that parameters are only read where there is a veto. #}
            bool_or(
                case when part = 'veto' then assessment.puts_last(formula_type, params, value)
                    else false
                end
            ) as puts_last
        from query_table(states)
        group by all;

    create or replace macro assessment.scored_states(states) as table
        with
        drawn as (select * from assessment.drawn_states(states)),
        pointed as (select * from assessment.pointed_states('drawn'))
        select * from assessment.summed_states('pointed');

    {# dense 1 1 2; competition and average 1 1 3, the latter with the mean of the ranks that
       the equals share; first_item lets the points of the first item decide. #}
    create or replace macro assessment.ranked_states(totals) as table
        select
            *,
            case ties when 'dense' then dense_rank() over by_total else rank() over by_total end
                as rank
        from query_table(totals)
        window by_total as (
            partition by state, scheme_code, period_start, level, peer_group
            order by
                puts_last,
                total desc,
                case when ties = 'first_item' then first_points end desc nulls last
        );
{%- endmacro %}
