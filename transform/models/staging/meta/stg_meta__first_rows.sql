with

source as (

    select
        _load_id,
        _feed,
        _file,
        _row,
        _source
    from {{ source('meta', 'lake_rows') }}
    where _load_id is not null
    {%- if var('known_then') %}
        and _loaded_at < {{ as_of() }}
    {%- endif %}

),

{# A workbook is one file with several sheets: `file.xlsx#sheet`. #}
first_rows as (

    select
        _load_id as load_id,
        _feed as feed_code,
        split_part(_file, '#', 1) as file,
        _source as source,
        min(_file) as source_file,
        arg_min(_row, (_file, _row)) as source_row,
        count(*) as row_count
    from source
    group by all

)

select * from first_rows
