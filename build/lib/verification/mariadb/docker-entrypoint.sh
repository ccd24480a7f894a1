#!/bin/bash
# First start: system tables, accounts and database from MARIADB_*, then the scripts of /docker-entrypoint-initdb.d.
set -euo pipefail
data=/var/lib/mysql socket=/run/mysqld/mysqld.sock
[ "${1:-}" != "" ] && [ "${1#-}" = "$1" ] || set -- mariadbd "$@"
[ "$1" = mariadbd ] || exec "$@"
program=$1; shift
if [ "$(id -u)" = 0 ]; then
  chown mysql:mysql "$data"
  exec setpriv --reuid=mysql --regid=mysql --clear-groups "$0" "$program" "$@"
fi
places=(--datadir="$data" --socket="$socket" --pid-file=/run/mysqld/mariadbd.pid)
quoted() { local text=${1//\\/\\\\}; printf "'%s'" "${text//\'/\'\'}"; }
sql() { mariadb --skip-ssl --user=root --socket="$socket" --max-allowed-packet=1G ${MARIADB_DATABASE:+--database="$MARIADB_DATABASE"} "$@"; }

accounts() {
  local password; password=$(quoted "$MARIADB_ROOT_PASSWORD")
  local health; health=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  local host
  for host in 127.0.0.1 ::1 localhost; do
    echo "CREATE USER healthcheck@'$host' IDENTIFIED BY '$health';"
  done
  echo "CREATE USER root@'%' IDENTIFIED BY $password;"
  echo "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;"
  echo "DELETE FROM mysql.global_priv WHERE User = 'root' AND Host NOT IN ('localhost', '%');"
  [ -z "${MARIADB_DATABASE:-}" ] || echo "CREATE DATABASE IF NOT EXISTS \`$MARIADB_DATABASE\`;"
  if [ -n "${MARIADB_USER:-}" ]; then
    echo "CREATE USER $(quoted "$MARIADB_USER")@'%' IDENTIFIED BY $(quoted "${MARIADB_PASSWORD:-}");"
    [ -z "${MARIADB_DATABASE:-}" ] || echo "GRANT ALL ON \`${MARIADB_DATABASE//_/\\_}\`.* TO $(quoted "$MARIADB_USER")@'%';"
  fi
  echo "FLUSH PRIVILEGES; ALTER USER root@localhost IDENTIFIED BY $password;"
  (umask 077; printf '[mariadb-client]\nsocket=%s\nuser=healthcheck\npassword=%s\n' "$socket" "$health" >"$data/.my-healthcheck.cnf")
}

note() { echo "$(date +%T) $*"; }

initialise() {
  [ -n "${MARIADB_ROOT_PASSWORD:-}" ] || { echo 'MARIADB_ROOT_PASSWORD is missing' >&2; exit 1; }
  note "making the system tables"
  mariadb-install-db --no-defaults --force --skip-test-db --auth-root-authentication-method=normal \
    --basedir=/opt/mariadb --datadir="$data" >/dev/null
  mariadbd "${places[@]}" "$@" --skip-networking --skip-log-bin --skip-ssl &
  local server=$! file
  until sql --database= -e 'SELECT 1' >/dev/null 2>&1; do kill -0 $server; sleep 0.2; done
  note "making the accounts"
  accounts | MARIADB_DATABASE= sql mysql
  export MYSQL_PWD=$MARIADB_ROOT_PASSWORD
  shopt -s nullglob
  for file in /docker-entrypoint-initdb.d/*; do
    note "running $file"
    case $file in
      *.sh) bash "$file" ;;
      *.sql) sql <"$file" ;;
      *.sql.gz) gunzip -c "$file" | sql ;;
    esac
  done
  unset MYSQL_PWD
  kill $server
  wait $server
}

[ -f "$data/.my-healthcheck.cnf" ] || initialise "$@"
exec mariadbd "${places[@]}" "$@"
