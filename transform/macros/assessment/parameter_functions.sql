{# Reading the parameters of an item, which are JSON text; and keeping points in their bounds. #}
{% macro parameter_functions() -%}
    create or replace macro assessment.parameter(params, name) as
        json_extract_string(params, '$.' || name)::double;

    {# +1 where more is better, -1 where less is. #}
    create or replace macro assessment.direction(params) as
        case json_extract_string(params, '$.better') when 'lower' then -1 else 1 end;

    create or replace macro assessment.steps(params) as
        from_json(
            json_extract(params, '$.steps'),
            '[{"from": "DOUBLE", "over": "DOUBLE", "points": "DOUBLE"}]'
        );

    create or replace macro assessment.brackets(params) as
        from_json(json_extract(params, '$.brackets'), '[{"to": "DOUBLE", "points": "DOUBLE"}]');

    create or replace macro assessment.has_steps(params) as
        json_exists(params, '$.steps');

    {# The last step that the value reaches; steps are written in rising order. #}
    create or replace macro assessment.step_points(params, value) as
        coalesce(list_extract(list_filter(
            assessment.steps(params),
            lambda step: value >= step['from'] or value > step['over']
        ), -1)['points'], 0);

    {# The first bracket that the rank falls into; ranks behind the last one earn nothing. #}
    create or replace macro assessment.bracket_points(params, peer_rank) as
        coalesce(list_extract(list_filter(
            assessment.brackets(params),
            lambda bracket: peer_rank <= bracket['to']
        ), 1)['points'], 0);

    create or replace macro assessment.step_words(params) as
        array_to_string(list_transform(
            assessment.steps(params),
            lambda step: coalesce(
                format('≥{:g}', step['from']), format('＞{:g}', step['over'])
            ) || format(' {:+g} 分', step['points'])
        ), '、');

    create or replace macro assessment.bracket_words(params) as
        array_to_string(list_transform(
            assessment.brackets(params),
            lambda bracket: format('前 {:g} 名 {:g} 分', bracket['to'], bracket['points'])
        ), '、');

    {# Not least and greatest: they pass over a null, and an unknown would earn full marks. #}
    create or replace macro assessment.clipped(points, most) as
        case when points < 0 then 0 when points > most then most else points end;
{%- endmacro %}
