{# What a place's items come to.

   points, scored_weight   of the base items that could be scored, and what they could have earned
   total_points            the full score: items that cannot be scored leave the scale, and the
                           rest is stretched to it
   bonus, deduction        positive both; correction is signed; veto is negative or 0

   No place falls below 0. #}
{% macro total_functions() -%}
    create or replace macro assessment.stretched(points, scored_weight, total_points) as
        round(points * total_points / nullif(scored_weight, 0), 2);

    create or replace macro assessment.total_of(
        points, scored_weight, total_points,
        bonus := 0, deduction := 0, correction := 0, veto := 0
    ) as
        round(assessment.clipped(
            assessment.stretched(points, scored_weight, total_points)
            + bonus - deduction + correction + veto,
            total_points + bonus + greatest(correction, 0)
        )::double, 2);
{%- endmacro %}
