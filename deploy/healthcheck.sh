#!/bin/bash
# healthcheck PORT PATH: whether GET http://127.0.0.1:PORT/PATH answers 200. Bash alone, because the
# runtime images have no HTTP client, and a JVM every ten seconds would cost more than the service.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
IFS= read -r -t 4 status <&3
case $status in
  'HTTP/1.1 200 '*) ;;
  *)
    printf '%s\n' "$status" >&2
    exit 1
    ;;
esac
