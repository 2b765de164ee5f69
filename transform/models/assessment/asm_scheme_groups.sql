{{ scheme_rows('scheme_groups') }}
