"""Assessment schemes: those that come with the product, and a site's own in their place.

A site keeps its own in `<var>/schemes/`, in the files and columns of the seeds: `schemes.csv` and
`scheme_items.csv`, and where it needs them `scheme_points.csv` (points given by hand) and
`scheme_groups.csv` (peer groups of a year). A scheme that stands there replaces the seed's scheme
of the same code wholly.
"""

from warehouse.schemes.parameters import wrong_parameters
from warehouse.schemes.site import SchemeError, read_schemes, site_schemes, write_schemes

__all__ = ["SchemeError", "read_schemes", "site_schemes", "write_schemes", "wrong_parameters"]
