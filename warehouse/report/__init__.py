"""Documents for the regular meetings, written from the marts.

A kind, a place and a period become a `Document` (`compose`), which every format writes (`make`).
"""
