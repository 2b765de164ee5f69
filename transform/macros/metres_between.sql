{# Metres between two points, flat: exact to a percent within a city. Null if one is unknown. #}
{% macro metres_between(lon, lat, other_lon, other_lat) -%}
    (111195 * sqrt(
        power({{ lat }} - {{ other_lat }}, 2)
        + power(({{ lon }} - {{ other_lon }}) * cos(radians({{ lat }})), 2)
    ))
{%- endmacro %}
