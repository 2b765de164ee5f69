with

communities_begun as (

    {{ ledger_entries_of('communities', 'int_units', at='valid_from',
        where="level = 'community'") }}

),

communities_ended as (

    {{ ledger_entries_of('communities', 'int_units', at='valid_to', where="level = 'community'",
        value='-1') }}

),

urban_communities_begun as (

    {{ ledger_entries_of('urban_communities', 'int_units', at='valid_from',
        where="level = 'community' and not is_village") }}

),

urban_communities_ended as (

    {{ ledger_entries_of('urban_communities', 'int_units', at='valid_to',
        where="level = 'community' and not is_village", value='-1') }}

),

villages_begun as (

    {{ ledger_entries_of('villages', 'int_units', at='valid_from', where='is_village') }}

),

villages_ended as (

    {{ ledger_entries_of('villages', 'int_units', at='valid_to', where='is_village',
        value='-1') }}

),

streets_begun as (

    {{ ledger_entries_of('streets', 'int_units', at='valid_from', where="level = 'street'") }}

),

streets_ended as (

    {{ ledger_entries_of('streets', 'int_units', at='valid_to', where="level = 'street'",
        value='-1') }}

),

districts_and_streets_begun as (

    {{ ledger_entries_of('districts_and_streets', 'int_units', at='valid_from',
        where="level in ('district', 'street')") }}

),

districts_and_streets_ended as (

    {{ ledger_entries_of('districts_and_streets', 'int_units', at='valid_to',
        where="level in ('district', 'street')", value='-1') }}

),

villages_and_towns_begun as (

    {{ ledger_entries_of('villages_and_towns', 'int_units', at='valid_from',
        where='is_village or is_town') }}

),

villages_and_towns_ended as (

    {{ ledger_entries_of('villages_and_towns', 'int_units', at='valid_to',
        where='is_village or is_town', value='-1') }}

),

streets_and_communities_begun as (

    {{ ledger_entries_of('streets_and_communities', 'int_units', at='valid_from',
        where="level in ('street', 'community')") }}

),

streets_and_communities_ended as (

    {{ ledger_entries_of('streets_and_communities', 'int_units', at='valid_to',
        where="level in ('street', 'community')", value='-1') }}

)

select * from communities_begun
union all
select * from communities_ended
union all
select * from urban_communities_begun
union all
select * from urban_communities_ended
union all
select * from villages_begun
union all
select * from villages_ended
union all
select * from streets_begun
union all
select * from streets_ended
union all
select * from districts_and_streets_begun
union all
select * from districts_and_streets_ended
union all
select * from villages_and_towns_begun
union all
select * from villages_and_towns_ended
union all
select * from streets_and_communities_begun
union all
select * from streets_and_communities_ended
