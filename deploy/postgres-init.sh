#!/bin/sh
# Makes the roles and schemas from bootstrap.sql, with the passwords of the environment. The
# Postgres image runs it on an empty data folder; run it again to set changed passwords:
#   docker-compose exec postgres sh /docker-entrypoint-initdb.d/10-roles.sh
# The image's entry point may source this file, so it sets no shell option.

: "${CONTACTS_OWNER_PASSWORD:?}" "${CONTACTS_APP_PASSWORD:?}"
: "${COMMITMENTS_OWNER_PASSWORD:?}" "${COMMITMENTS_APP_PASSWORD:?}"
: "${NOTIFICATIONS_OWNER_PASSWORD:?}" "${NOTIFICATIONS_APP_PASSWORD:?}"

# by \getenv and not as arguments, which every process could read
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 \
  --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-followthrough}" <<'SQL'
\getenv contacts_owner_password CONTACTS_OWNER_PASSWORD
\getenv contacts_app_password CONTACTS_APP_PASSWORD
\getenv commitments_owner_password COMMITMENTS_OWNER_PASSWORD
\getenv commitments_app_password COMMITMENTS_APP_PASSWORD
\getenv notifications_owner_password NOTIFICATIONS_OWNER_PASSWORD
\getenv notifications_app_password NOTIFICATIONS_APP_PASSWORD
\i /etc/followthrough/bootstrap.sql
SQL
