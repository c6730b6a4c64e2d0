#!/bin/sh
# Writes .env for docker-compose.yml: fresh passwords and a fresh encryption key, mode 0600.
#   deploy/make-env.sh JWKS_URL ISSUER SECURITY_CONTACT [FILE]
# for example
#   deploy/make-env.sh https://id.example.org/jwks https://id.example.org mailto:security@example.org
# Never overwrites a file: without its encryption key, stored webhook secrets cannot be opened.
set -eu

if [ $# -lt 3 ]; then
  sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
jwks=$1
issuer=$2
contact=$3
file=${4:-.env}

for value in "$jwks" "$issuer" "$contact"; do
  case $value in
    '' | *[!A-Za-z0-9._~:/?#@%=\&+,\;-]*)
      printf 'Not a URI: "%s"\n' "$value" >&2
      exit 2
      ;;
  esac
done
if [ -e "$file" ]; then
  printf '%s exists. Its keys are needed to read what is stored; it is left as it is.\n' "$file" >&2
  exit 1
fi

# hexadecimal, so that no character means anything to compose, SQL or a URL
password() {
  od -An -v -tx1 -N24 /dev/urandom | tr -d ' \n'
}
key() {
  head -c 32 /dev/urandom | base64 | tr -d '\n'
}
key_id=k$(date -u +%Y%m%d)

umask 077
set -C # refuse to write through a file that appeared meanwhile
cat >"$file" <<END
# Made by deploy/make-env.sh. Keep it secret and keep a copy: see docs/operations.md.
MP_JWT_VERIFY_PUBLICKEY_LOCATION=$jwks
MP_JWT_VERIFY_ISSUER=$issuer
FOLLOWTHROUGH_SECURITY_CONTACT=$contact
FOLLOWTHROUGH_SECRETS_KEYS=$key_id:$(key)
FOLLOWTHROUGH_SECRETS_ACTIVE=$key_id
POSTGRES_PASSWORD=$(password)
CONTACTS_OWNER_PASSWORD=$(password)
CONTACTS_APP_PASSWORD=$(password)
COMMITMENTS_OWNER_PASSWORD=$(password)
COMMITMENTS_APP_PASSWORD=$(password)
NOTIFICATIONS_OWNER_PASSWORD=$(password)
NOTIFICATIONS_APP_PASSWORD=$(password)
END
printf 'Wrote %s. Keep a copy of it in a safe place.\n' "$file"
