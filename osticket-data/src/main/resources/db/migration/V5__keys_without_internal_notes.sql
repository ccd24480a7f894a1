-- Whether an API key is told of internal notes. It only adds. Can be run by hand as it is.
ALTER TABLE ticketwire_key_settings
  ADD COLUMN IF NOT EXISTS sees_notes TINYINT(1) UNSIGNED NOT NULL DEFAULT 1 AFTER addresses;
