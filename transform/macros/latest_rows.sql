{# Rows of a feed as known at the data cut, the latest version per key.

   A later row with the same key replaces the earlier one: by `updated_at` where the feed has
   it, else by load order, then by position in the file. #}
{% macro latest_rows(family, feed, keys, updated_at=none) -%}
    select *
    from {{ source(family, feed) }}
    {% if var('known_then') -%}
    where _loaded_at < {{ as_of() }}
    {%- endif %}
    qualify row_number() over (
        partition by {{ keys | join(', ') }}
        order by
            {% if updated_at %}{{ updated_at }} desc nulls last,{% endif %}
            _loaded_at desc,
            _file desc,
            _row desc
    ) = 1
{%- endmacro %}
