"""The panels of the alerts page, and what an alert is and leads to in words."""
