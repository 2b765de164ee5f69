{# How every feed came: as the contract says, or through a mapping of the site. #}
with

loads as (

    select
        feed_code,
        source,
        count(distinct file) filter (where status = 'loaded') as file_count,
        sum(row_count)::bigint as row_count,
        sum(accepted_count)::bigint as accepted_count,
        sum(refused_count)::bigint as refused_count,
        max(loaded_at) as last_loaded_at
    from {{ ref('stg_meta__loads') }}
    group by all

),

points as (

    select
        feed_code,
        source,
        sum(checked_count)::bigint as checked_count,
        sum(outside_count)::bigint as outside_count,
        max(coordinates) as coordinates,
        max(fitting_coordinates) as fitting_coordinates
    from {{ ref('stg_meta__points') }}
    group by all

),

mappings as (

    select
        feed_code,
        source,
        file_patterns,
        settings,
        left_out_reasons
    from {{ ref('stg_meta__mappings') }}
    qualify row_number() over (
        partition by feed_code, source order by loaded_at desc, "position" asc
    ) = 1

)

select
    loads.feed_code,
    feeds.feed_name,
    loads.source,
    mappings.source is not null as is_mapped,
    mappings.file_patterns,
    mappings.settings,
    nullif(mappings.left_out_reasons, '') as left_out_reasons,
    loads.file_count,
    loads.row_count,
    loads.accepted_count,
    loads.refused_count,
    points.checked_count,
    points.outside_count,
    points.coordinates,
    points.fitting_coordinates,
    loads.last_loaded_at
from loads
inner join {{ ref('feeds') }} as feeds
    on loads.feed_code = feeds.feed_code
left join mappings
    on loads.feed_code = mappings.feed_code
    and loads.source = mappings.source
left join points
    on loads.feed_code = points.feed_code
    and loads.source = points.source
