select

    ---------- numbers
    count(*)::bigint as feeds,
    count(*) filter (where freshness in ('late', 'too_late'))::bigint as feeds_late,
    count(*) filter (where freshness = 'none')::bigint as feeds_missing,
    sum(file_count)::bigint as files,
    sum(refused_file_count)::bigint as files_refused,
    sum(row_count)::bigint as rows_in,
    sum(accepted_count)::bigint as rows_accepted,
    sum(refused_count)::bigint as rows_refused,
    (sum(refused_count) * 100.0 / nullif(sum(row_count), 0))::double as refused_percent,

    ---------- timestamps (local wall time)
    {{ as_of() }} as as_of,
    max(last_loaded_at) as last_loaded_at

from {{ ref('mart_data_freshness') }}
