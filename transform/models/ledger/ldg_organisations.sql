with

grids_with_branch as (

    {{ ledger_entries_of('grids_with_branch', 'int_grids_branches', at='changed_on',
        value='change', key='area_code') }}

),

{# A branch has the stars of its newest rating until the next one or its end. #}
branches_rated as (

    {{ ledger_entries_of('branches_rated', 'fct_branch_ratings', at='rated_on',
        key='branch_id') }}

),

branches_rated_again as (

    {{ ledger_entries_of('branches_rated', 'fct_branch_ratings', at='replaced_on', value='-1',
        key='branch_id') }}

),

branches_four_star as (

    {{ ledger_entries_of('branches_four_star', 'fct_branch_ratings', at='rated_on',
        where='star >= 4', key='branch_id') }}

),

branches_four_star_again as (

    {{ ledger_entries_of('branches_four_star', 'fct_branch_ratings', at='replaced_on',
        where='star >= 4', value='-1', key='branch_id') }}

),

social_orgs_founded as (

    {{ ledger_entries_of('social_orgs', 'fct_social_orgs', at='since') }}

),

social_orgs_dissolved as (

    {{ ledger_entries_of('social_orgs', 'fct_social_orgs', at='until', value='-1') }}

),

{# What a place measures of itself stays out: it flatters. #}
safety_answers as (

    {{ ledger_entries_of('safety_answers', 'fct_surveys', at='wave_on',
        where="kind = 'safety' and is_of_record", value='respondents') }}

),

safety_answers_safe as (

    {{ ledger_entries_of('safety_answers_safe', 'fct_surveys', at='wave_on',
        where="kind = 'safety' and is_of_record", value='positive') }}

)

select * from grids_with_branch
union all
select * from branches_rated
union all
select * from branches_rated_again
union all
select * from branches_four_star
union all
select * from branches_four_star_again
union all
select * from social_orgs_founded
union all
select * from social_orgs_dissolved
union all
select * from safety_answers
union all
select * from safety_answers_safe
