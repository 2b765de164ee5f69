with

cameras_due as (

    {{ ledger_entries_of('cameras_due', 'int_camera_days', at='sampled_on') }}

),

cameras_online as (

    {{ ledger_entries_of('cameras_online', 'fct_device_samples', at='sampled_on',
        where='is_camera_of_day and is_online') }}

)

select * from cameras_due
union all
select * from cameras_online
