#!/usr/bin/env bash
# MariaDB 11.4.5 writes rows that were rolled back into its row-based log, followed by ROLLBACK TO as a statement.
#
# A transaction is usually logged at its commit, without what ROLLBACK TO SAVEPOINT took back. If it has also made a temporary
# table since the savepoint, or written to a table of an engine without transactions, the rows that were taken back stay in the
# log, and the text "ROLLBACK TO `s`" follows them. A replica runs that text. A reader that hands over row events as they come,
# because the transaction ends with a commit, tells of a row that nobody ever saw: here (2), while the table holds 1 and 3.
#
# Seen on 2026-11-30: MariaDB 11.4.5, read by SHOW BINLOG EVENTS. Exit status 0 while it is so.
set -euo pipefail
SERVER_OPTIONS='--log-bin=log --server-id=1 --binlog-format=ROW'
. "$(dirname "$0")/lib/mariadb.sh"

client f -e 'CREATE TABLE t (id INT PRIMARY KEY); CREATE TABLE plain (id INT) ENGINE=Aria TRANSACTIONAL=0'
run() { # run STATEMENT-BEHIND-THE-SAVEPOINT
  client f -e "DELETE FROM t; FLUSH BINARY LOGS"
  client f -e "BEGIN; INSERT INTO t VALUES (1); SAVEPOINT s; INSERT INTO t VALUES (2); $1; ROLLBACK TO s; INSERT INTO t VALUES (3); COMMIT" 2>/dev/null
  echo "table: $(client f -N -e 'SELECT GROUP_CONCAT(id ORDER BY id) FROM t')"
  client -N -e "SHOW BINLOG EVENTS IN '$(client -N -e 'SHOW MASTER STATUS' | cut -f1)'" |
    awk -F '\t' '$3 == "Table_map" {ours = $6 ~ /f\.t\)/} $3 ~ /^Write_rows/ && ours {print "row"} $6 ~ /^ROLLBACK TO/ {print "ROLLBACK TO"}'
}
savepoint=$(run 'DO 1')
temporary=$(run 'CREATE TEMPORARY TABLE made (id INT)')
engine=$(run 'INSERT INTO plain VALUES (1)')
printf '%s\n' "savepoint alone:" "$savepoint" "with a temporary table:" "$temporary" "with another engine:" "$engine"
[ "$savepoint" = 'table: 1,3
row
row' ]
kept='table: 1,3
row
row
ROLLBACK TO
row'
[ "$engine" = "$kept" ]
[ "$temporary" = "$kept" ]
