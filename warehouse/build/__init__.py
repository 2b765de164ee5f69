"""Run dbt on a new file, audit it, publish it as a version; history and rollback."""
