{{ config(materialized='view') }}
{{ begun_and_done_steps(
    ref('mart_supervision_findings_list'), begun='发现问题', done='整改完成', limit='整改时限', verb='整改'
) }}
