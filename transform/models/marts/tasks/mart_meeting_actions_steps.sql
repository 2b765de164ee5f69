{{ config(materialized='view') }}
{{ begun_and_done_steps(
    ref('mart_meeting_actions_list'), begun='会议议定', done='办结', limit='办结时限', verb='办结'
) }}
