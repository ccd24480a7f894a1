#!/usr/bin/env bash
# MariaDB 11.4.5: MASTER_GTID_WAIT is satisfied by transactions of another server, and by no position at all.
#
# A read that has to see a write asks the primary for its position (@@gtid_binlog_pos) and waits for it at a replica. A GTID is
# domain-server-sequence, and one expects that the very transaction is waited for. Within a domain only the sequence numbers are
# compared: a replica that has 0-7-5000, of another server, counts as having 0-1-100. And the empty position, which a primary
# without a binary log answers, is reached at once on any server. Both say "caught up" of a replica that need not have the write.
#
# Seen on 2026-11-30: MariaDB 11.4.5. 0 is reached, -1 is not within the time. Exit status 0 while it is so.
set -euo pipefail
SERVER_OPTIONS='--log-bin=log --server-id=9 --binlog-format=ROW'
. "$(dirname "$0")/lib/mariadb.sh"

client -e "RESET MASTER; SET GLOBAL gtid_slave_pos = '0-7-5000'"
seen=$(client -N -e "SELECT 'another server, earlier number:', MASTER_GTID_WAIT('0-1-100', 0.2);
  SELECT 'later number:', MASTER_GTID_WAIT('0-7-5001', 0.2);
  SELECT 'empty position:', MASTER_GTID_WAIT('', 0.2)" | tr '\t' ' ')
echo "$seen"
[ "$seen" = 'another server, earlier number: 0
later number: -1
empty position: 0' ]
