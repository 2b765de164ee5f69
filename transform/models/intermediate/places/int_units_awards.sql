{# A title counts from the day it was given until the day it was taken away. #}
{{ unit_coverage('fct_awards', 'register.kind', since='awarded_on', until='revoked_on') }}
