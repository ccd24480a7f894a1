-- What Ticketwire knows of API keys beyond osTicket's key table. It only adds.
-- Can be run by hand as it is. All times are UTC.

-- Keys of Ticketwire's own: osTicket and its plugins do not know them. Their ids begin where osTicket's never get to,
-- because both stand for a caller wherever an api_key_id is kept.
CREATE TABLE IF NOT EXISTS ticketwire_key (
  id                    INT UNSIGNED        NOT NULL AUTO_INCREMENT,
  name                  VARCHAR(128)        NOT NULL,
  active                TINYINT(1) UNSIGNED NOT NULL DEFAULT 1,
  can_create_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  can_update_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  can_read_tickets      TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  can_search_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  can_delete_tickets    TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  can_read_stats        TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  can_manage_subtickets TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  created               DATETIME            NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 AUTO_INCREMENT=900000001;

-- Their secrets: a digest of each and never the secret itself. Two for a while after a rotation.
CREATE TABLE IF NOT EXISTS ticketwire_key_secret (
  digest      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_id      INT UNSIGNED NOT NULL,
  prefix      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created     DATETIME     NOT NULL,
  valid_until DATETIME     NULL,
  PRIMARY KEY (digest),
  KEY of_key (key_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What osTicket's key table has no column for, of its keys and of our own. NULL: no restriction.
CREATE TABLE IF NOT EXISTS ticketwire_key_settings (
  key_id              INT UNSIGNED  NOT NULL,
  departments         VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NULL,
  addresses           TEXT          CHARACTER SET ascii COLLATE ascii_bin NULL,
  expires             DATETIME      NULL,
  requests_per_second INT UNSIGNED  NULL,
  in_flight           INT UNSIGNED  NULL,
  PRIMARY KEY (key_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- When each was last used; written by the gateway once in a while.
CREATE TABLE IF NOT EXISTS ticketwire_key_use (
  key_id    INT UNSIGNED NOT NULL,
  last_used DATETIME     NOT NULL,
  PRIMARY KEY (key_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
