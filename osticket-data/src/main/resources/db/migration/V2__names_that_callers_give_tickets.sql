-- The callers' own names for tickets: each opens one ticket only. Compared byte by byte.
CREATE TABLE ticketwire_external_id (
  api_key_id  INT UNSIGNED NOT NULL,
  external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  ticket_id   INT UNSIGNED NOT NULL,
  created     DATETIME     NOT NULL,
  PRIMARY KEY (api_key_id, external_id),
  KEY ticket (ticket_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
