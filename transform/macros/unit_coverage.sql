{# The days on which a district, street, community or village came to be covered by a register.

   A row of a grid counts for its community; a row of a street or district counts for that unit
   itself, not for what lies in it. Nothing covers a unit before it was set up or after it ended.

   register   the fact with area_code and source_key
   kind       column that tells what covers
   since      first day; `until` is the first day without it
   needed     how many make a unit covered #}
{% macro unit_coverage(register, kind, since='since', until='until', needed='1') -%}
with

services as (

    select
        {{ kind }} as kind,
        units.area_code,
        units.level,
        units.is_village,
        units.is_town,
        greatest(register.{{ since }}, units.valid_from) as since,
        least(register.{{ until }}, units.valid_to) as until,
        register.source_key
    from {{ ref(register) }} as register
    inner join {{ ref('dim_areas') }} as places
        on register.area_code = places.area_code
    inner join {{ ref('int_units') }} as units
        on coalesce(places.community_code, places.area_code) = units.area_code

),

{{ presence_changes('services', ['kind', 'area_code', 'level', 'is_village', 'is_town'], needed) }}
{%- endmacro %}
