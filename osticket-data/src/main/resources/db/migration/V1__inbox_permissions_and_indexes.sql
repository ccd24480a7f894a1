-- What osTicket's schema lacks for Ticketwire. It only adds; nothing of osTicket's is changed or removed.
-- Can be run by hand: replace ${prefix} by osTicket's table prefix, usually ost_.

-- The inbox: one row per command, written in the transaction that applied it. Times are the database's own, as osTicket's are.
CREATE TABLE ticketwire_command (
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
ALTER TABLE ${prefix}api_key
  ADD COLUMN IF NOT EXISTS can_update_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_create_tickets,
  ADD COLUMN IF NOT EXISTS can_read_tickets      TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_update_tickets,
  ADD COLUMN IF NOT EXISTS can_search_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_read_tickets,
  ADD COLUMN IF NOT EXISTS can_delete_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_search_tickets,
  ADD COLUMN IF NOT EXISTS can_read_stats        TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_delete_tickets,
  ADD COLUMN IF NOT EXISTS can_manage_subtickets TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER can_read_stats;

-- Look-up and uniqueness by number; pages by age within a status or department; newest changes. Built while the help desk works.
ALTER TABLE ${prefix}ticket
  ADD INDEX IF NOT EXISTS ticketwire_number (number),
  ADD INDEX IF NOT EXISTS ticketwire_status_created (status_id, created),
  ADD INDEX IF NOT EXISTS ticketwire_dept_created (dept_id, created),
  ADD INDEX IF NOT EXISTS ticketwire_updated (updated),
  ALGORITHM=INPLACE, LOCK=NONE;
