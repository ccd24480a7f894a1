-- Webhooks: who is told of ticket events by HTTP, what is to be delivered, and what was answered. It only adds.
-- Can be run by hand as it is. All times are UTC.

-- Whether an API key may have webhooks.
ALTER TABLE ticketwire_key_settings
  ADD COLUMN IF NOT EXISTS may_subscribe TINYINT(1) UNSIGNED NOT NULL DEFAULT 0 AFTER sees_notes;

-- A subscription. filter and template are JSON; sealed is the encrypted JSON of address, headers and secrets.
-- fingerprint and idempotency: SHA-256 of the request's content and of its Idempotency-Key, to know a repeated one.
-- state: active, paused, disabled; reason says why it is not active: owner, operator, failing, gone, key.
CREATE TABLE IF NOT EXISTS ticketwire_webhook (
  id             INT UNSIGNED   NOT NULL AUTO_INCREMENT,
  key_id         INT UNSIGNED   NOT NULL,
  description    VARCHAR(255)   NOT NULL DEFAULT '',
  filter         TEXT           NOT NULL,
  template       MEDIUMTEXT     NULL,
  sealed         BLOB           NOT NULL,
  state          VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason         VARCHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  failing_since  DATETIME(3)    NULL,
  last_success   DATETIME(3)    NULL,
  missed_since   DATETIME(3)    NULL,
  revision       INT UNSIGNED   NOT NULL,
  fingerprint    CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency    CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  created        DATETIME(3)    NOT NULL,
  changed        DATETIME(3)    NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY once (key_id, idempotency),
  KEY of_key (key_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Per partition of the events: the first record that has not become deliveries yet, and the process that makes them.
CREATE TABLE IF NOT EXISTS ticketwire_webhook_partition (
  partition_id SMALLINT UNSIGNED NOT NULL,
  next_offset  BIGINT UNSIGNED   NOT NULL,
  owner        VARCHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  PRIMARY KEY (partition_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The same of a single subscription that is not as far: new, paused, or with too many deliveries waiting.
-- Without a row it is as far as its partition.
CREATE TABLE IF NOT EXISTS ticketwire_webhook_position (
  subscription_id INT UNSIGNED      NOT NULL,
  partition_id    SMALLINT UNSIGNED NOT NULL,
  next_offset     BIGINT UNSIGNED   NOT NULL,
  PRIMARY KEY (subscription_id, partition_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- An event for a subscription. repeat_number: 0, higher when it was asked for again. The event itself is in the topic,
-- at partition_id and record_offset; body only of what is not, such as a test.
-- state: pending, requested (again), discarding (not wanted any more), both of which the partition's owner takes;
-- delivered, failed (given up), discarded.
CREATE TABLE IF NOT EXISTS ticketwire_webhook_delivery (
  id              BIGINT UNSIGNED   NOT NULL AUTO_INCREMENT,
  subscription_id INT UNSIGNED      NOT NULL,
  event_id        VARCHAR(128)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  repeat_number   SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  type            VARCHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_number   VARCHAR(20)       NULL,
  event_time      DATETIME(3)       NOT NULL,
  partition_id    SMALLINT UNSIGNED NOT NULL,
  record_offset   BIGINT UNSIGNED   NULL,
  body            MEDIUMBLOB        NULL,
  state           VARCHAR(16)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts        INT UNSIGNED      NOT NULL DEFAULT 0,
  first_failure   DATETIME(3)       NULL,
  next_attempt    DATETIME(3)       NULL,
  created         DATETIME(3)       NOT NULL,
  settled         DATETIME(3)       NULL,
  PRIMARY KEY (id),
  UNIQUE KEY once (subscription_id, event_id, repeat_number),
  KEY waiting (state, partition_id, subscription_id, id),
  KEY of_subscription (subscription_id, id),
  KEY aged (created)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One try. status: HTTP's, or NULL with error saying what happened instead. answer: the beginning of the body.
CREATE TABLE IF NOT EXISTS ticketwire_webhook_attempt (
  delivery_id     BIGINT UNSIGNED   NOT NULL,
  number          INT UNSIGNED      NOT NULL,
  subscription_id INT UNSIGNED      NOT NULL,
  started         DATETIME(3)       NOT NULL,
  duration_ms     INT UNSIGNED      NOT NULL,
  status          SMALLINT UNSIGNED NULL,
  error           VARCHAR(32)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  answer          VARBINARY(1024)   NULL,
  PRIMARY KEY (delivery_id, number),
  KEY of_subscription (subscription_id, started),
  KEY aged (started)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Operators look for what was done to a ticket. Built while the help desk works.
ALTER TABLE ticketwire_command WAIT 10
  ADD INDEX IF NOT EXISTS of_ticket (ticket_number),
  ALGORITHM=NOCOPY, LOCK=NONE;
