-- Ticketwire's database users: one for each service. Who writes may write its tables and no others; all who read tickets may
-- read the same tables, those that the check at their start asks for.
-- `setup users` runs this file as the server's administrator, in the help desk's database, after the migration: a right
-- on a table can be given only when the table exists. It can be run again, and takes no right away.
-- By hand: replace ${prefix} by osTicket's table prefix and each ${…_password}, then  mariadb DATABASE <users.sql
-- Each statement ends with a semicolon at the end of a line. No user exists without a password, not even for an instant.

CREATE USER IF NOT EXISTS tw_gateway@'%' IDENTIFIED BY '${gateway_password}';
ALTER USER tw_gateway@'%' IDENTIFIED BY '${gateway_password}';
CREATE USER IF NOT EXISTS tw_command@'%' IDENTIFIED BY '${command_password}';
ALTER USER tw_command@'%' IDENTIFIED BY '${command_password}';
CREATE USER IF NOT EXISTS tw_query@'%' IDENTIFIED BY '${query_password}';
ALTER USER tw_query@'%' IDENTIFIED BY '${query_password}';
CREATE USER IF NOT EXISTS tw_subticket@'%' IDENTIFIED BY '${subticket_password}';
ALTER USER tw_subticket@'%' IDENTIFIED BY '${subticket_password}';
CREATE USER IF NOT EXISTS tw_stats@'%' IDENTIFIED BY '${stats_password}';
ALTER USER tw_stats@'%' IDENTIFIED BY '${stats_password}';
CREATE USER IF NOT EXISTS tw_event@'%' IDENTIFIED BY '${event_password}';
ALTER USER tw_event@'%' IDENTIFIED BY '${event_password}';
CREATE USER IF NOT EXISTS tw_webhook@'%' IDENTIFIED BY '${webhook_password}';
ALTER USER tw_webhook@'%' IDENTIFIED BY '${webhook_password}';
CREATE USER IF NOT EXISTS tw_mail@'%' IDENTIFIED BY '${mail_password}';
ALTER USER tw_mail@'%' IDENTIFIED BY '${mail_password}';

-- The binary log: subjects and counts in memory, the feed of events. These rights exist for the whole server only.
GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO tw_query@'%', tw_stats@'%', tw_event@'%';

-- Reference data and API keys: every service keeps them in memory. Of agents, not their passwords.
GRANT SELECT ON ${prefix}api_key TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}config TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}department TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}email TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}email_template TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}email_template_group TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}event TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}filter TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}filter_action TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}filter_rule TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}form TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}form_field TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}help_topic TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}help_topic_form TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}list_items TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}schedule TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}schedule_entry TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}sla TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT (staff_id, dept_id, username, firstname, lastname, email, isactive, onvacation, assigned_only, signature, default_signature_type, timezone)
  ON ${prefix}staff TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}staff_dept_access TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}team TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}team_member TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}ticket_priority TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}ticket_status TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ticketwire_key TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ticketwire_key_secret TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ticketwire_key_settings TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';
GRANT SELECT ON ticketwire_key_use TO tw_gateway@'%', tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_webhook@'%', tw_mail@'%';

-- Tickets and what belongs to them: every service but the gateway and the two that call the outside, webhooks and mails.
-- Mails have files.
GRANT SELECT ON ${prefix}_search TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}attachment TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}canned_response TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}draft TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}file TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}file_chunk TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_mail@'%';
GRANT SELECT ON ${prefix}form_entry TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}form_entry_values TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}organization TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}organization__cdata TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}sequence TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}syslog TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}task TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}thread TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}thread_collaborator TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}thread_entry TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}thread_entry_email TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}thread_entry_merge TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}thread_event TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}thread_referral TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}ticket TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}ticket__cdata TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}user TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}user__cdata TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT (user_id, timezone) ON ${prefix}user_account TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ${prefix}user_email TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ticketwire_command TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%', tw_mail@'%';
GRANT SELECT ON ticketwire_external_id TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';
GRANT SELECT ON ticketwire_mail TO tw_command@'%', tw_query@'%', tw_subticket@'%', tw_stats@'%', tw_event@'%';

-- The gateway administers keys.
GRANT UPDATE ON ${prefix}api_key TO tw_gateway@'%';
GRANT INSERT, UPDATE, DELETE ON ticketwire_key TO tw_gateway@'%';
GRANT INSERT, UPDATE, DELETE ON ticketwire_key_secret TO tw_gateway@'%';
GRANT INSERT, UPDATE, DELETE ON ticketwire_key_settings TO tw_gateway@'%';
GRANT INSERT, UPDATE, DELETE ON ticketwire_key_use TO tw_gateway@'%';

-- The command service is the only one that writes tickets.
GRANT INSERT, DELETE ON ${prefix}_search TO tw_command@'%';
GRANT INSERT, DELETE ON ${prefix}attachment TO tw_command@'%';
GRANT DELETE ON ${prefix}draft TO tw_command@'%';
GRANT INSERT, DELETE ON ${prefix}file TO tw_command@'%';
GRANT INSERT, DELETE ON ${prefix}file_chunk TO tw_command@'%';
GRANT INSERT, DELETE ON ${prefix}form_entry TO tw_command@'%';
GRANT INSERT, UPDATE, DELETE ON ${prefix}form_entry_values TO tw_command@'%';
GRANT INSERT ON ${prefix}organization__cdata TO tw_command@'%';
GRANT UPDATE ON ${prefix}sequence TO tw_command@'%';
GRANT INSERT ON ${prefix}syslog TO tw_command@'%';
GRANT INSERT, UPDATE, DELETE ON ${prefix}thread TO tw_command@'%';
GRANT INSERT, DELETE ON ${prefix}thread_collaborator TO tw_command@'%';
GRANT INSERT, DELETE ON ${prefix}thread_entry TO tw_command@'%';
GRANT INSERT, UPDATE ON ${prefix}thread_entry_email TO tw_command@'%';
GRANT INSERT ON ${prefix}thread_entry_merge TO tw_command@'%';
GRANT INSERT, UPDATE ON ${prefix}thread_event TO tw_command@'%';
GRANT INSERT, DELETE ON ${prefix}thread_referral TO tw_command@'%';
GRANT INSERT, UPDATE, DELETE ON ${prefix}ticket TO tw_command@'%';
GRANT INSERT, UPDATE, DELETE ON ${prefix}ticket__cdata TO tw_command@'%';
GRANT INSERT ON ${prefix}user TO tw_command@'%';
GRANT INSERT ON ${prefix}user__cdata TO tw_command@'%';
GRANT INSERT, UPDATE ON ${prefix}user_email TO tw_command@'%';
GRANT INSERT, DELETE ON ticketwire_command TO tw_command@'%';
GRANT INSERT, DELETE ON ticketwire_external_id TO tw_command@'%';

-- The webhook service keeps subscriptions and deliveries, which no other service reads.
GRANT SELECT, INSERT, UPDATE, DELETE ON ticketwire_webhook TO tw_webhook@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON ticketwire_webhook_attempt TO tw_webhook@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON ticketwire_webhook_delivery TO tw_webhook@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON ticketwire_webhook_partition TO tw_webhook@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON ticketwire_webhook_position TO tw_webhook@'%';

-- The command service decides mails, the mail service sends them: only these two read what they say.
GRANT INSERT ON ticketwire_mail TO tw_command@'%';
GRANT SELECT, INSERT ON ticketwire_mail_text TO tw_command@'%';
GRANT SELECT, UPDATE, DELETE ON ticketwire_mail TO tw_mail@'%';
GRANT SELECT, DELETE ON ticketwire_mail_text TO tw_mail@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON ticketwire_mail_count TO tw_mail@'%';
GRANT SELECT (id, email_id, type, auth_bk, active, host, port, encryption, allow_spoofing) ON ${prefix}email_account TO tw_mail@'%';
