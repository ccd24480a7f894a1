-- Mails that commands have decided, in the same transaction as the change they tell of. It only adds.
-- Can be run by hand as it is. created is in the database's zone; all other times are UTC.
--
-- type: see MailType, e.g. auto-response, ticket-alert; sending order of a ticket: by id.
-- recipients and files are JSON, see MailAddressee and MailFile. done: JSON list of the addresses that have it already,
-- while others are tried again.
-- state: waiting, sent, failed (given up: a dead letter), discarded. A waiting one with claimed_until in the future is
-- in the hands of the process claimed_by. first_failure: when a server first did not take it for now, though it works
-- for others; null while only servers are at fault. resent: when an operator asked for it again.
CREATE TABLE IF NOT EXISTS ticketwire_mail (
  id             BIGINT UNSIGNED   NOT NULL AUTO_INCREMENT,
  command_id     CHAR(36)          CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id      INT UNSIGNED      NOT NULL,
  ticket_number  VARCHAR(20)       NULL,
  entry_id       INT UNSIGNED      NOT NULL DEFAULT 0,
  type           VARCHAR(24)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mailbox_id     INT UNSIGNED      NOT NULL,
  from_name      VARCHAR(255)      NOT NULL,
  from_address   VARCHAR(255)      NOT NULL,
  recipients     MEDIUMTEXT        NOT NULL,
  subject        TEXT              NOT NULL,
  message_id     VARCHAR(320)      NOT NULL,
  in_reply_to    TEXT              NULL,
  mail_references TEXT             NULL,
  files          MEDIUMTEXT        NULL,
  done           TEXT              NULL,
  created        DATETIME          NOT NULL,
  state          VARCHAR(16)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'waiting',
  attempts       INT UNSIGNED      NOT NULL DEFAULT 0,
  next_attempt   DATETIME(3)       NOT NULL,
  first_failure  DATETIME(3)       NULL,
  claimed_by     CHAR(36)          CHARACTER SET ascii COLLATE ascii_bin NULL,
  claimed_until  DATETIME(3)       NULL,
  server         VARCHAR(255)      NULL,
  status         SMALLINT UNSIGNED NULL,
  error          VARCHAR(512)      NULL,
  settled        DATETIME(3)       NULL,
  resent         DATETIME(3)       NULL,
  PRIMARY KEY (id),
  KEY due (state, mailbox_id, next_attempt),
  KEY of_ticket (ticket_id, state, id),
  KEY of_command (command_id),
  KEY of_number (ticket_number),
  KEY aged (settled)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What a mail says: html, or text for a mail of plain text alone. Deleted when the mail is sent or discarded. A table of
-- its own, because osTicket's binary log holds whole rows: the changes of a mail's state would log its text each time.
CREATE TABLE IF NOT EXISTS ticketwire_mail_text (
  mail_id        BIGINT UNSIGNED   NOT NULL,
  html           MEDIUMTEXT        NULL,
  text           MEDIUMTEXT        NULL,
  PRIMARY KEY (mail_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- How many mails were handed over in a minute, for the limits. address: SHA-256 of one recipient's, in lower case; 32 zero
-- bytes for all. Its row of minute 0 is locked by who counts.
CREATE TABLE IF NOT EXISTS ticketwire_mail_count (
  minute         INT UNSIGNED      NOT NULL,
  address        BINARY(32)        NOT NULL,
  number         INT               NOT NULL,
  PRIMARY KEY (address, minute),
  KEY aged (minute)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
