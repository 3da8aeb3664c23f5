#!/bin/sh
# Run once by the postgres image, on an empty volume: a login and a database for the register, a login for Temporal,
# whose schema tool makes its own two databases.
set -eu

psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set guichet="$GUICHET_DB_PASSWORD" --set temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
-- createrole: the migration makes the role that writes the journal without owning it.
create role guichet login createrole password :'guichet';
create database guichet owner guichet;
revoke connect on database guichet from public;

create role temporal login createdb password :'temporal';
SQL
