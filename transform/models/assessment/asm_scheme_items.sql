{{ scheme_rows('scheme_items') }}
