{{ scheme_rows('schemes') }}
