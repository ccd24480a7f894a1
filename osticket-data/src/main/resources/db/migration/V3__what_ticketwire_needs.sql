-- What Ticketwire cannot work without. It only adds; nothing of osTicket's is changed or removed, and what is there already stays:
-- versions 1 and 2 made the same, and the indexes that are a script of their own now.
-- Can be run by hand: replace ${prefix} by osTicket's table prefix, usually ost_.

-- The inbox: one row per command, written in the transaction that applied it. Times are the database's own, as osTicket's are.
CREATE TABLE IF NOT EXISTS ticketwire_command (
  id              CHAR(36)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind            VARCHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  api_key_id      INT UNSIGNED     NOT NULL,
  ticket_id       INT UNSIGNED     NULL,
  ticket_number   VARCHAR(20)      NULL,
  fingerprint     CHAR(64)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state           VARCHAR(10)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome         MEDIUMTEXT       NULL,
  attempts        INT UNSIGNED     NOT NULL DEFAULT 1,
  traceparent     VARCHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  topic_partition INT UNSIGNED     NULL,
  topic_offset    BIGINT UNSIGNED  NULL,
  accepted_at     DATETIME(3)      NULL,
  applied_at      DATETIME(3)      NOT NULL,
  PRIMARY KEY (id),
  KEY expiry (applied_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The permissions that the plugin adds; where it was never installed, nobody has them yet.
ALTER TABLE ${prefix}api_key WAIT 10
  ADD COLUMN IF NOT EXISTS can_update_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_create_tickets,
  ADD COLUMN IF NOT EXISTS can_read_tickets      TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_update_tickets,
  ADD COLUMN IF NOT EXISTS can_search_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_read_tickets,
  ADD COLUMN IF NOT EXISTS can_delete_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_search_tickets,
  ADD COLUMN IF NOT EXISTS can_read_stats        TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_delete_tickets,
  ADD COLUMN IF NOT EXISTS can_manage_subtickets TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_read_stats;

-- The callers' own names for tickets: each opens one ticket only. Compared byte by byte.
CREATE TABLE IF NOT EXISTS ticketwire_external_id (
  api_key_id  INT UNSIGNED NOT NULL,
  external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  ticket_id   INT UNSIGNED NOT NULL,
  created     DATETIME     NOT NULL,
  PRIMARY KEY (api_key_id, external_id),
  KEY ticket (ticket_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- More than speed: new numbers are read back FOR UPDATE through it, and without it that would lock every ticket.
-- Built while the help desk works.
ALTER TABLE ${prefix}ticket WAIT 10
  ADD INDEX IF NOT EXISTS ticketwire_number (number),
  ALGORITHM=NOCOPY, LOCK=NONE;
