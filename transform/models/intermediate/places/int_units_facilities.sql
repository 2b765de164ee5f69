{{ unit_coverage('fct_facilities', 'register.kind', since='opened_on', until='closed_on') }}
