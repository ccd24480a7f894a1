#!/usr/bin/env bash
# MariaDB 11.4.5: ALTER TABLE … ENGINE=InnoDB of a MyISAM table that was made with ROW_FORMAT=FIXED fails with error 1005.
#
# The row format is kept as an option of the table, and InnoDB has no FIXED. By default (innodb_strict_mode) the conversion,
# which names no row format at all, is refused with "Wrong create options", and the same for Aria's PAGE. SHOW CREATE TABLE is
# where the option shows. ENGINE=InnoDB ROW_FORMAT=DYNAMIC in one statement converts it. Tools that list
# "ALTER TABLE … ENGINE=InnoDB" for every old table stop at these.
#
# Seen on 2026-11-30: MariaDB 11.4.5. Exit status 0 while it is so.
set -euo pipefail
. "$(dirname "$0")/lib/mariadb.sh"

client f -e 'CREATE TABLE plain (id INT PRIMARY KEY) ENGINE=MyISAM;
  CREATE TABLE fixed (id INT PRIMARY KEY) ENGINE=MyISAM ROW_FORMAT=FIXED;
  CREATE TABLE paged (id INT PRIMARY KEY) ENGINE=Aria ROW_FORMAT=PAGE'
convert() { client f -e "ALTER TABLE $1 ENGINE=InnoDB $2" 2>"$work/error" && echo converted || grep -o 'ERROR [0-9]*' "$work/error"; }
seen="plain: $(convert plain '')
fixed: $(convert fixed '')
paged: $(convert paged '')
fixed with ROW_FORMAT=DYNAMIC: $(convert fixed ROW_FORMAT=DYNAMIC)"
echo "$seen"
[ "$seen" = 'plain: converted
fixed: ERROR 1005
paged: ERROR 1005
fixed with ROW_FORMAT=DYNAMIC: converted' ]
