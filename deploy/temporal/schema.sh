#!/bin/sh
# Temporal's two databases and their tables; run again at every deployment, it brings them to this version.
set -eu

for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  schema=${pair##*:}
  temporal-sql-tool --database "$database" create
  temporal-sql-tool --database "$database" setup-schema --version 0.0 ||
    echo "$database has its version table already"
  temporal-sql-tool --database "$database" update-schema --schema-name "postgresql/v12/$schema"
done
