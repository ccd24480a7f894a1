#!/bin/bash
# healthcheck.sh --connect --innodb_initialized: the server takes connections over TCP, and InnoDB is there.
set -euo pipefail
ask() { mariadb --defaults-extra-file=/var/lib/mysql/.my-healthcheck.cnf --skip-ssl --skip-column-names --batch -e "$1"; }
for check; do
  case $check in
    --connect) [ "$(ask 'SELECT @@skip_networking')" = 0 ] ;;
    --innodb_initialized)
      [ "$(ask "SELECT 1 FROM information_schema.engines WHERE engine = 'InnoDB' AND support IN ('YES', 'DEFAULT')")" = 1 ] ;;
    *) echo "unknown check $check" >&2; exit 1 ;;
  esac
done
