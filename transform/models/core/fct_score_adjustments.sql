{# Systems print a deduction as 2 or as -2; here its points are always what is added to the total.
   A veto has none: it works on the rank, not on the sum. #}
select

    ---------- ids
    adjustment_id,
    scheme_code,
    area_code,

    ---------- strings
    kind,
    reason,
    decided_by,

    ---------- numbers
    case kind
        when 'deduction' then -abs(points)
        when 'veto' then 0
        else points
    end as points,

    ---------- dates
    period_start,
    decided_on,

    ---------- origin
    adjustment_id as source_key,
    source_feed,
    source_file,
    source_row

from {{ ref('stg_program__score_adjustments') }}
where decided_on < {{ as_of() }}
