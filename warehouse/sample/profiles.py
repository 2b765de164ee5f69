"""The sample places by name."""

from __future__ import annotations

from warehouse.sample.county import COUNTY
from warehouse.sample.district import DISTRICT
from warehouse.sample.prefecture import CITY
from warehouse.sample.province import PROVINCE

PROFILES = {profile.name: profile for profile in (DISTRICT, CITY, COUNTY, PROVINCE)}
