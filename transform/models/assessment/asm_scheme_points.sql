{{ scheme_rows('scheme_points') }}
