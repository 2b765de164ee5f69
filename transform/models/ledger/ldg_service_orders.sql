with

service_orders_due as (

    {{ ledger_entries_of('service_orders_due', 'fct_service_orders', at='settled_at') }}

),

service_orders_done as (

    {{ ledger_entries_of('service_orders_done', 'fct_service_orders', at='settled_at',
        where='is_done') }}

),

service_orders_rated as (

    {{ ledger_entries_of('service_orders_rated', 'fct_service_orders', at='done_at',
        where='rating is not null') }}

),

service_orders_praised as (

    {{ ledger_entries_of('service_orders_praised', 'fct_service_orders', at='done_at',
        where='rating >= 4') }}

)

select * from service_orders_due
union all
select * from service_orders_done
union all
select * from service_orders_rated
union all
select * from service_orders_praised
