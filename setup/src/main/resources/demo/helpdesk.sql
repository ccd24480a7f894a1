-- The demo help desk of Ticketwire: Harbour Bikes, a bicycle rental that does not exist.
-- The tables of osTicket 1.18 with the columns of its API and subticket plugins, table prefix ost_.
SET NAMES utf8mb4;
SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
SET foreign_key_checks = 0;

CREATE TABLE `ost__search` (
  `object_type` varchar(8) NOT NULL,
  `object_id` int(11) unsigned NOT NULL,
  `title` text DEFAULT NULL,
  `content` text DEFAULT NULL,
  PRIMARY KEY (`object_type`,`object_id`),
  FULLTEXT KEY `search` (`title`,`content`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_api_key` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `isactive` tinyint(1) NOT NULL DEFAULT 1,
  `ipaddr` varchar(64) NOT NULL,
  `apikey` varchar(255) NOT NULL,
  `can_create_tickets` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `can_update_tickets` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `can_read_tickets` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `can_search_tickets` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `can_delete_tickets` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `can_read_stats` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `can_manage_subtickets` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `can_exec_cron` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `notes` text DEFAULT NULL,
  `updated` datetime NOT NULL,
  `created` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `apikey` (`apikey`),
  KEY `ipaddr` (`ipaddr`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_attachment` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `object_id` int(11) unsigned NOT NULL,
  `type` char(1) NOT NULL,
  `file_id` int(11) unsigned NOT NULL,
  `name` varchar(255) DEFAULT NULL,
  `inline` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `lang` varchar(16) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `file-type` (`object_id`,`file_id`,`type`),
  UNIQUE KEY `file_object` (`file_id`,`object_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_canned_response` (
  `canned_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `dept_id` int(10) unsigned NOT NULL DEFAULT 0,
  `isenabled` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `title` varchar(255) NOT NULL DEFAULT '',
  `response` text NOT NULL,
  `lang` varchar(16) NOT NULL DEFAULT 'en_US',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`canned_id`),
  UNIQUE KEY `title` (`title`),
  KEY `dept_id` (`dept_id`),
  KEY `active` (`isenabled`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_config` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `namespace` varchar(64) NOT NULL,
  `key` varchar(64) NOT NULL,
  `value` text NOT NULL,
  `updated` timestamp NOT NULL DEFAULT current_timestamp(),
  PRIMARY KEY (`id`),
  UNIQUE KEY `namespace` (`namespace`,`key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_content` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `isactive` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `type` varchar(32) NOT NULL DEFAULT 'other',
  `name` varchar(255) NOT NULL,
  `body` text NOT NULL,
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_department` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `pid` int(11) unsigned DEFAULT NULL,
  `tpl_id` int(10) unsigned NOT NULL DEFAULT 0,
  `sla_id` int(10) unsigned NOT NULL DEFAULT 0,
  `schedule_id` int(10) unsigned NOT NULL DEFAULT 0,
  `email_id` int(10) unsigned NOT NULL DEFAULT 0,
  `autoresp_email_id` int(10) unsigned NOT NULL DEFAULT 0,
  `manager_id` int(10) unsigned NOT NULL DEFAULT 0,
  `flags` int(10) unsigned NOT NULL DEFAULT 0,
  `name` varchar(128) NOT NULL DEFAULT '',
  `signature` text NOT NULL,
  `ispublic` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `group_membership` tinyint(1) NOT NULL DEFAULT 0,
  `ticket_auto_response` tinyint(1) NOT NULL DEFAULT 1,
  `message_auto_response` tinyint(1) NOT NULL DEFAULT 0,
  `path` varchar(128) NOT NULL DEFAULT '/',
  `updated` datetime NOT NULL,
  `created` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`,`pid`),
  KEY `manager_id` (`manager_id`),
  KEY `autoresp_email_id` (`autoresp_email_id`),
  KEY `tpl_id` (`tpl_id`),
  KEY `flags` (`flags`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_draft` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `staff_id` int(11) unsigned NOT NULL,
  `namespace` varchar(32) NOT NULL DEFAULT '',
  `body` text NOT NULL,
  `extra` text DEFAULT NULL,
  `created` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `staff_id` (`staff_id`),
  KEY `namespace` (`namespace`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_email` (
  `email_id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `noautoresp` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `priority_id` int(11) unsigned NOT NULL DEFAULT 2,
  `dept_id` int(11) unsigned NOT NULL DEFAULT 0,
  `topic_id` int(11) unsigned NOT NULL DEFAULT 0,
  `email` varchar(255) NOT NULL DEFAULT '',
  `name` varchar(255) NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`email_id`),
  UNIQUE KEY `email` (`email`),
  KEY `priority_id` (`priority_id`),
  KEY `dept_id` (`dept_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_email_account` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `email_id` int(11) unsigned NOT NULL,
  `type` enum('mailbox','smtp') NOT NULL DEFAULT 'mailbox',
  `auth_bk` varchar(128) NOT NULL,
  `auth_id` varchar(16) DEFAULT NULL,
  `active` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `host` varchar(128) NOT NULL DEFAULT '',
  `port` int(11) NOT NULL,
  `folder` varchar(255) DEFAULT NULL,
  `protocol` enum('IMAP','POP','SMTP','OTHER') NOT NULL DEFAULT 'OTHER',
  `encryption` enum('NONE','AUTO','SSL') NOT NULL DEFAULT 'AUTO',
  `fetchfreq` tinyint(3) unsigned NOT NULL DEFAULT 5,
  `fetchmax` tinyint(4) unsigned DEFAULT 30,
  `postfetch` enum('archive','delete','nothing') NOT NULL DEFAULT 'nothing',
  `archivefolder` varchar(255) DEFAULT NULL,
  `allow_spoofing` tinyint(1) unsigned DEFAULT 0,
  `num_errors` int(11) unsigned NOT NULL DEFAULT 0,
  `last_error_msg` tinytext DEFAULT NULL,
  `last_error` datetime DEFAULT NULL,
  `last_activity` datetime DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  PRIMARY KEY (`id`),
  KEY `email_id` (`email_id`),
  KEY `type` (`type`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_email_template` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `tpl_id` int(11) unsigned NOT NULL,
  `code_name` varchar(32) NOT NULL,
  `subject` varchar(255) NOT NULL DEFAULT '',
  `body` text NOT NULL,
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `template_lookup` (`tpl_id`,`code_name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_email_template_group` (
  `tpl_id` int(11) NOT NULL AUTO_INCREMENT,
  `isactive` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `name` varchar(32) NOT NULL DEFAULT '',
  `lang` varchar(16) NOT NULL DEFAULT 'en_US',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` timestamp NOT NULL,
  PRIMARY KEY (`tpl_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_event` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(60) NOT NULL,
  `description` varchar(60) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_faq` (
  `faq_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `category_id` int(10) unsigned NOT NULL DEFAULT 0,
  `ispublished` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `question` varchar(255) NOT NULL,
  `answer` text NOT NULL,
  `keywords` tinytext DEFAULT NULL,
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`faq_id`),
  UNIQUE KEY `question` (`question`),
  KEY `category_id` (`category_id`),
  KEY `ispublished` (`ispublished`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_faq_category` (
  `category_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `category_pid` int(10) unsigned DEFAULT NULL,
  `ispublic` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `name` varchar(125) DEFAULT NULL,
  `description` text NOT NULL,
  `notes` tinytext NOT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`category_id`),
  KEY `ispublic` (`ispublic`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_faq_topic` (
  `faq_id` int(10) unsigned NOT NULL,
  `topic_id` int(10) unsigned NOT NULL,
  PRIMARY KEY (`faq_id`,`topic_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_file` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `ft` char(1) NOT NULL DEFAULT 'T',
  `bk` char(1) NOT NULL DEFAULT 'D',
  `type` varchar(255) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
  `size` bigint(20) unsigned NOT NULL DEFAULT 0,
  `key` varchar(86) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `signature` varchar(86) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(255) NOT NULL DEFAULT '',
  `attrs` varchar(255) DEFAULT NULL,
  `created` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ft` (`ft`),
  KEY `key` (`key`),
  KEY `signature` (`signature`),
  KEY `type` (`type`),
  KEY `created` (`created`),
  KEY `size` (`size`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_file_chunk` (
  `file_id` int(11) NOT NULL,
  `chunk_id` int(11) NOT NULL,
  `filedata` longblob NOT NULL,
  PRIMARY KEY (`file_id`,`chunk_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_filter` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `execorder` int(10) unsigned NOT NULL DEFAULT 99,
  `isactive` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `flags` int(10) unsigned DEFAULT 0,
  `status` int(11) unsigned NOT NULL DEFAULT 0,
  `match_all_rules` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `stop_onmatch` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `target` enum('Any','Web','Email','API') NOT NULL DEFAULT 'Any',
  `email_id` int(10) unsigned NOT NULL DEFAULT 0,
  `name` varchar(32) NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `target` (`target`),
  KEY `email_id` (`email_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_filter_action` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `filter_id` int(10) unsigned NOT NULL,
  `sort` int(10) unsigned NOT NULL DEFAULT 0,
  `type` varchar(24) NOT NULL,
  `configuration` text DEFAULT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `filter_id` (`filter_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_filter_rule` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `filter_id` int(10) unsigned NOT NULL DEFAULT 0,
  `what` varchar(32) NOT NULL,
  `how` enum('equal','not_equal','contains','dn_contain','starts','ends','match','not_match') NOT NULL,
  `val` varchar(255) NOT NULL,
  `isactive` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `notes` tinytext NOT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `filter` (`filter_id`,`what`,`how`,`val`),
  KEY `filter_id` (`filter_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_form` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `pid` int(10) unsigned DEFAULT NULL,
  `type` varchar(8) NOT NULL DEFAULT 'G',
  `flags` int(10) unsigned NOT NULL DEFAULT 1,
  `title` varchar(255) NOT NULL,
  `instructions` varchar(512) DEFAULT NULL,
  `name` varchar(64) NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `type` (`type`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_form_entry` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `form_id` int(11) unsigned NOT NULL,
  `object_id` int(11) unsigned DEFAULT NULL,
  `object_type` char(1) NOT NULL DEFAULT 'T',
  `sort` int(11) unsigned NOT NULL DEFAULT 1,
  `extra` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `entry_lookup` (`object_type`,`object_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_form_entry_values` (
  `entry_id` int(11) unsigned NOT NULL,
  `field_id` int(11) unsigned NOT NULL,
  `value` text DEFAULT NULL,
  `value_id` int(11) DEFAULT NULL,
  PRIMARY KEY (`entry_id`,`field_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_form_field` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `form_id` int(11) unsigned NOT NULL,
  `flags` int(10) unsigned DEFAULT 1,
  `type` varchar(255) NOT NULL DEFAULT 'text',
  `label` varchar(255) NOT NULL,
  `name` varchar(64) NOT NULL,
  `configuration` text DEFAULT NULL,
  `sort` int(11) unsigned NOT NULL,
  `hint` varchar(512) DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `form_id` (`form_id`),
  KEY `sort` (`sort`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_group` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `role_id` int(11) unsigned NOT NULL,
  `flags` int(11) unsigned NOT NULL DEFAULT 1,
  `name` varchar(120) NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `role_id` (`role_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_help_topic` (
  `topic_id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `topic_pid` int(10) unsigned NOT NULL DEFAULT 0,
  `ispublic` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `noautoresp` tinyint(3) unsigned NOT NULL DEFAULT 0,
  `flags` int(10) unsigned DEFAULT 0,
  `status_id` int(10) unsigned NOT NULL DEFAULT 0,
  `priority_id` int(10) unsigned NOT NULL DEFAULT 0,
  `dept_id` int(10) unsigned NOT NULL DEFAULT 0,
  `staff_id` int(10) unsigned NOT NULL DEFAULT 0,
  `team_id` int(10) unsigned NOT NULL DEFAULT 0,
  `sla_id` int(10) unsigned NOT NULL DEFAULT 0,
  `page_id` int(10) unsigned NOT NULL DEFAULT 0,
  `sequence_id` int(10) unsigned NOT NULL DEFAULT 0,
  `sort` int(10) unsigned NOT NULL DEFAULT 0,
  `topic` varchar(128) NOT NULL DEFAULT '',
  `number_format` varchar(32) DEFAULT NULL,
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`topic_id`),
  UNIQUE KEY `topic` (`topic`,`topic_pid`),
  KEY `topic_pid` (`topic_pid`),
  KEY `priority_id` (`priority_id`),
  KEY `dept_id` (`dept_id`),
  KEY `staff_id` (`staff_id`,`team_id`),
  KEY `sla_id` (`sla_id`),
  KEY `page_id` (`page_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_help_topic_form` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `topic_id` int(11) unsigned NOT NULL DEFAULT 0,
  `form_id` int(10) unsigned NOT NULL DEFAULT 0,
  `sort` int(10) unsigned NOT NULL DEFAULT 1,
  `extra` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `topic-form` (`topic_id`,`form_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_list` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) NOT NULL,
  `name_plural` varchar(255) DEFAULT NULL,
  `sort_mode` enum('Alpha','-Alpha','SortCol') NOT NULL DEFAULT 'Alpha',
  `masks` int(11) unsigned NOT NULL DEFAULT 0,
  `type` varchar(16) DEFAULT NULL,
  `configuration` text NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `type` (`type`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_list_items` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `list_id` int(11) DEFAULT NULL,
  `status` int(11) unsigned NOT NULL DEFAULT 1,
  `value` varchar(255) NOT NULL,
  `extra` varchar(255) DEFAULT NULL,
  `sort` int(11) NOT NULL DEFAULT 1,
  `properties` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `list_item_lookup` (`list_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_lock` (
  `lock_id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `staff_id` int(10) unsigned NOT NULL DEFAULT 0,
  `expire` datetime DEFAULT NULL,
  `code` varchar(20) DEFAULT NULL,
  `created` datetime NOT NULL,
  PRIMARY KEY (`lock_id`),
  KEY `staff_id` (`staff_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_note` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `pid` int(11) unsigned DEFAULT NULL,
  `staff_id` int(11) unsigned NOT NULL DEFAULT 0,
  `ext_id` varchar(10) DEFAULT NULL,
  `body` text DEFAULT NULL,
  `status` int(11) unsigned NOT NULL DEFAULT 0,
  `sort` int(11) unsigned NOT NULL DEFAULT 0,
  `created` timestamp NOT NULL DEFAULT '0000-00-00 00:00:00',
  `updated` timestamp NOT NULL DEFAULT '0000-00-00 00:00:00' ON UPDATE current_timestamp(),
  PRIMARY KEY (`id`),
  KEY `ext_id` (`ext_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_organization` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(128) NOT NULL DEFAULT '',
  `manager` varchar(16) NOT NULL DEFAULT '',
  `status` int(11) unsigned NOT NULL DEFAULT 0,
  `domain` varchar(256) NOT NULL DEFAULT '',
  `extra` text DEFAULT NULL,
  `created` timestamp NULL DEFAULT NULL,
  `updated` timestamp NULL DEFAULT NULL ON UPDATE current_timestamp(),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_organization__cdata` (
  `org_id` int(11) unsigned NOT NULL,
  `name` mediumtext DEFAULT NULL,
  `address` mediumtext DEFAULT NULL,
  `phone` mediumtext DEFAULT NULL,
  `website` mediumtext DEFAULT NULL,
  `notes` mediumtext DEFAULT NULL,
  PRIMARY KEY (`org_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_plugin` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(255) NOT NULL,
  `install_path` varchar(60) NOT NULL,
  `isphar` tinyint(1) NOT NULL DEFAULT 0,
  `isactive` tinyint(1) NOT NULL DEFAULT 0,
  `version` varchar(64) DEFAULT NULL,
  `notes` text DEFAULT NULL,
  `installed` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `install_path` (`install_path`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_plugin_instance` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `plugin_id` int(11) unsigned NOT NULL,
  `flags` int(10) NOT NULL DEFAULT 0,
  `name` varchar(255) NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `plugin_id` (`plugin_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_queue` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `parent_id` int(11) unsigned NOT NULL DEFAULT 0,
  `columns_id` int(11) unsigned DEFAULT NULL,
  `sort_id` int(11) unsigned DEFAULT NULL,
  `flags` int(11) unsigned NOT NULL DEFAULT 0,
  `staff_id` int(11) unsigned NOT NULL DEFAULT 0,
  `sort` int(11) unsigned NOT NULL DEFAULT 0,
  `title` varchar(60) DEFAULT NULL,
  `config` text DEFAULT NULL,
  `filter` varchar(64) DEFAULT NULL,
  `root` varchar(32) DEFAULT NULL,
  `path` varchar(80) NOT NULL DEFAULT '/',
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `staff_id` (`staff_id`),
  KEY `parent_id` (`parent_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_queue_column` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `flags` int(10) unsigned NOT NULL DEFAULT 0,
  `name` varchar(64) NOT NULL DEFAULT '',
  `primary` varchar(64) NOT NULL DEFAULT '',
  `secondary` varchar(64) DEFAULT NULL,
  `filter` varchar(32) DEFAULT NULL,
  `truncate` varchar(16) DEFAULT NULL,
  `annotations` text DEFAULT NULL,
  `conditions` text DEFAULT NULL,
  `extra` text DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_queue_columns` (
  `queue_id` int(11) unsigned NOT NULL,
  `column_id` int(11) unsigned NOT NULL,
  `staff_id` int(11) unsigned NOT NULL,
  `bits` int(10) unsigned NOT NULL DEFAULT 0,
  `sort` int(10) unsigned NOT NULL DEFAULT 1,
  `heading` varchar(64) DEFAULT NULL,
  `width` int(10) unsigned NOT NULL DEFAULT 100,
  PRIMARY KEY (`queue_id`,`column_id`,`staff_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_queue_config` (
  `queue_id` int(11) unsigned NOT NULL,
  `staff_id` int(11) unsigned NOT NULL,
  `setting` text DEFAULT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`queue_id`,`staff_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_queue_export` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `queue_id` int(11) unsigned NOT NULL,
  `path` varchar(64) NOT NULL DEFAULT '',
  `heading` varchar(64) DEFAULT NULL,
  `sort` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  KEY `queue_id` (`queue_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_queue_sort` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `root` varchar(32) DEFAULT NULL,
  `name` varchar(64) NOT NULL DEFAULT '',
  `columns` text DEFAULT NULL,
  `updated` datetime DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_queue_sorts` (
  `queue_id` int(11) unsigned NOT NULL,
  `sort_id` int(11) unsigned NOT NULL,
  `bits` int(11) unsigned NOT NULL DEFAULT 0,
  `sort` int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`queue_id`,`sort_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_role` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `flags` int(10) unsigned NOT NULL DEFAULT 1,
  `name` varchar(64) DEFAULT NULL,
  `permissions` text DEFAULT NULL,
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_schedule` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `flags` int(11) unsigned NOT NULL DEFAULT 0,
  `name` varchar(255) NOT NULL,
  `timezone` varchar(64) DEFAULT NULL,
  `description` varchar(255) NOT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_schedule_entry` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `schedule_id` int(11) unsigned NOT NULL DEFAULT 0,
  `flags` int(11) unsigned NOT NULL DEFAULT 0,
  `sort` tinyint(3) unsigned NOT NULL DEFAULT 0,
  `name` varchar(255) NOT NULL,
  `repeats` varchar(16) NOT NULL DEFAULT 'never',
  `starts_on` date DEFAULT NULL,
  `starts_at` time DEFAULT NULL,
  `ends_on` date DEFAULT NULL,
  `ends_at` time DEFAULT NULL,
  `stops_on` datetime DEFAULT NULL,
  `day` tinyint(4) DEFAULT NULL,
  `week` tinyint(4) DEFAULT NULL,
  `month` tinyint(4) DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `schedule_id` (`schedule_id`),
  KEY `repeats` (`repeats`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_sequence` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(64) DEFAULT NULL,
  `flags` int(10) unsigned DEFAULT NULL,
  `next` bigint(20) unsigned NOT NULL DEFAULT 1,
  `increment` int(11) DEFAULT 1,
  `padding` char(1) DEFAULT '0',
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_session` (
  `session_id` varchar(255) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
  `session_data` blob DEFAULT NULL,
  `session_expire` datetime DEFAULT NULL,
  `session_updated` datetime DEFAULT NULL,
  `user_id` varchar(16) NOT NULL DEFAULT '0',
  `user_ip` varchar(64) NOT NULL,
  `user_agent` varchar(255) NOT NULL,
  PRIMARY KEY (`session_id`),
  KEY `updated` (`session_updated`),
  KEY `user_id` (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;

CREATE TABLE `ost_sla` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `schedule_id` int(10) unsigned NOT NULL DEFAULT 0,
  `flags` int(10) unsigned NOT NULL DEFAULT 3,
  `grace_period` int(10) unsigned NOT NULL DEFAULT 0,
  `name` varchar(64) NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_staff` (
  `staff_id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `dept_id` int(10) unsigned NOT NULL DEFAULT 0,
  `role_id` int(10) unsigned NOT NULL DEFAULT 0,
  `username` varchar(32) NOT NULL DEFAULT '',
  `firstname` varchar(32) DEFAULT NULL,
  `lastname` varchar(32) DEFAULT NULL,
  `passwd` varchar(128) DEFAULT NULL,
  `backend` varchar(32) DEFAULT NULL,
  `email` varchar(255) DEFAULT NULL,
  `phone` varchar(24) NOT NULL DEFAULT '',
  `phone_ext` varchar(6) DEFAULT NULL,
  `mobile` varchar(24) NOT NULL DEFAULT '',
  `signature` text NOT NULL,
  `lang` varchar(16) DEFAULT NULL,
  `timezone` varchar(64) DEFAULT NULL,
  `locale` varchar(16) DEFAULT NULL,
  `notes` text DEFAULT NULL,
  `isactive` tinyint(1) NOT NULL DEFAULT 1,
  `isadmin` tinyint(1) NOT NULL DEFAULT 0,
  `isvisible` tinyint(1) unsigned NOT NULL DEFAULT 1,
  `onvacation` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `assigned_only` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `show_assigned_tickets` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `change_passwd` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `max_page_size` int(11) unsigned NOT NULL DEFAULT 0,
  `auto_refresh_rate` int(10) unsigned NOT NULL DEFAULT 0,
  `default_signature_type` enum('none','mine','dept') NOT NULL DEFAULT 'none',
  `default_paper_size` enum('Letter','Legal','Ledger','A4','A3') NOT NULL DEFAULT 'Letter',
  `extra` text DEFAULT NULL,
  `permissions` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `lastlogin` datetime DEFAULT NULL,
  `passwdreset` datetime DEFAULT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`staff_id`),
  UNIQUE KEY `username` (`username`),
  KEY `dept_id` (`dept_id`),
  KEY `issuperuser` (`isadmin`),
  KEY `isactive` (`isactive`),
  KEY `onvacation` (`onvacation`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_staff_dept_access` (
  `staff_id` int(10) unsigned NOT NULL DEFAULT 0,
  `dept_id` int(10) unsigned NOT NULL DEFAULT 0,
  `role_id` int(10) unsigned NOT NULL DEFAULT 0,
  `flags` int(10) unsigned NOT NULL DEFAULT 1,
  PRIMARY KEY (`staff_id`,`dept_id`),
  KEY `dept_id` (`dept_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_syslog` (
  `log_id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `log_type` enum('Debug','Warning','Error') NOT NULL,
  `title` varchar(255) NOT NULL,
  `log` text NOT NULL,
  `logger` varchar(64) NOT NULL,
  `ip_address` varchar(64) NOT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`log_id`),
  KEY `log_type` (`log_type`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_task` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `object_id` int(11) NOT NULL DEFAULT 0,
  `object_type` char(1) NOT NULL,
  `number` varchar(20) DEFAULT NULL,
  `dept_id` int(10) unsigned NOT NULL DEFAULT 0,
  `staff_id` int(10) unsigned NOT NULL DEFAULT 0,
  `team_id` int(10) unsigned NOT NULL DEFAULT 0,
  `lock_id` int(11) unsigned NOT NULL DEFAULT 0,
  `flags` int(10) unsigned NOT NULL DEFAULT 0,
  `duedate` datetime DEFAULT NULL,
  `closed` datetime DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `dept_id` (`dept_id`),
  KEY `staff_id` (`staff_id`),
  KEY `team_id` (`team_id`),
  KEY `created` (`created`),
  KEY `object` (`object_id`,`object_type`),
  KEY `flags` (`flags`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_task__cdata` (
  `task_id` int(11) unsigned NOT NULL,
  `title` mediumtext DEFAULT NULL,
  PRIMARY KEY (`task_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_team` (
  `team_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `lead_id` int(10) unsigned NOT NULL DEFAULT 0,
  `flags` int(10) unsigned NOT NULL DEFAULT 1,
  `name` varchar(125) NOT NULL DEFAULT '',
  `notes` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`team_id`),
  UNIQUE KEY `name` (`name`),
  KEY `lead_id` (`lead_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_team_member` (
  `team_id` int(10) unsigned NOT NULL DEFAULT 0,
  `staff_id` int(10) unsigned NOT NULL,
  `flags` int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`team_id`,`staff_id`),
  KEY `staff_id` (`staff_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_thread` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `object_id` int(11) unsigned NOT NULL,
  `object_type` char(1) NOT NULL,
  `extra` text DEFAULT NULL,
  `lastresponse` datetime DEFAULT NULL,
  `lastmessage` datetime DEFAULT NULL,
  `created` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `object_id` (`object_id`),
  KEY `object_type` (`object_type`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_thread_collaborator` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `flags` int(10) unsigned NOT NULL DEFAULT 1,
  `thread_id` int(11) unsigned NOT NULL DEFAULT 0,
  `user_id` int(11) unsigned NOT NULL DEFAULT 0,
  `role` char(1) NOT NULL DEFAULT 'M',
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `collab` (`thread_id`,`user_id`),
  KEY `user_id` (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_thread_entry` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `pid` int(11) unsigned NOT NULL DEFAULT 0,
  `thread_id` int(11) unsigned NOT NULL DEFAULT 0,
  `staff_id` int(11) unsigned NOT NULL DEFAULT 0,
  `user_id` int(11) unsigned NOT NULL DEFAULT 0,
  `type` char(1) NOT NULL DEFAULT '',
  `flags` int(11) unsigned NOT NULL DEFAULT 0,
  `poster` varchar(128) NOT NULL DEFAULT '',
  `editor` int(10) unsigned DEFAULT NULL,
  `editor_type` char(1) DEFAULT NULL,
  `source` varchar(32) NOT NULL DEFAULT '',
  `title` varchar(255) DEFAULT NULL,
  `body` text NOT NULL,
  `format` varchar(16) NOT NULL DEFAULT 'html',
  `ip_address` varchar(64) NOT NULL DEFAULT '',
  `extra` text DEFAULT NULL,
  `recipients` text DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `pid` (`pid`),
  KEY `thread_id` (`thread_id`),
  KEY `staff_id` (`staff_id`),
  KEY `type` (`type`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_thread_entry_email` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `thread_entry_id` int(11) unsigned NOT NULL,
  `email_id` int(11) unsigned DEFAULT NULL,
  `mid` varchar(255) NOT NULL,
  `headers` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `thread_entry_id` (`thread_entry_id`),
  KEY `mid` (`mid`),
  KEY `email_id` (`email_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_thread_entry_merge` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `thread_entry_id` int(11) unsigned NOT NULL,
  `data` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `thread_entry_id` (`thread_entry_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_thread_event` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `thread_id` int(11) unsigned NOT NULL DEFAULT 0,
  `thread_type` char(1) NOT NULL DEFAULT '',
  `event_id` int(11) unsigned DEFAULT NULL,
  `staff_id` int(11) unsigned NOT NULL,
  `team_id` int(11) unsigned NOT NULL,
  `dept_id` int(11) unsigned NOT NULL,
  `topic_id` int(11) unsigned NOT NULL,
  `data` varchar(1024) DEFAULT NULL,
  `username` varchar(128) NOT NULL DEFAULT 'SYSTEM',
  `uid` int(11) unsigned DEFAULT NULL,
  `uid_type` char(1) NOT NULL DEFAULT 'S',
  `annulled` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `timestamp` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ticket_state` (`thread_id`,`event_id`,`timestamp`),
  KEY `ticket_stats` (`timestamp`,`event_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_thread_referral` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `thread_id` int(11) unsigned NOT NULL,
  `object_id` int(11) unsigned NOT NULL,
  `object_type` char(1) NOT NULL,
  `created` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ref` (`object_id`,`object_type`,`thread_id`),
  KEY `thread_id` (`thread_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_ticket` (
  `ticket_id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `ticket_pid` int(11) unsigned DEFAULT NULL,
  `number` varchar(20) DEFAULT NULL,
  `user_id` int(11) unsigned NOT NULL DEFAULT 0,
  `user_email_id` int(11) unsigned NOT NULL DEFAULT 0,
  `status_id` int(10) unsigned NOT NULL DEFAULT 0,
  `dept_id` int(10) unsigned NOT NULL DEFAULT 0,
  `sla_id` int(10) unsigned NOT NULL DEFAULT 0,
  `topic_id` int(10) unsigned NOT NULL DEFAULT 0,
  `staff_id` int(10) unsigned NOT NULL DEFAULT 0,
  `team_id` int(10) unsigned NOT NULL DEFAULT 0,
  `email_id` int(11) unsigned NOT NULL DEFAULT 0,
  `lock_id` int(11) unsigned NOT NULL DEFAULT 0,
  `flags` int(10) unsigned NOT NULL DEFAULT 0,
  `sort` int(11) unsigned NOT NULL DEFAULT 0,
  `ip_address` varchar(64) NOT NULL DEFAULT '',
  `source` enum('Web','Email','Phone','API','Other') NOT NULL DEFAULT 'Other',
  `source_extra` varchar(40) DEFAULT NULL,
  `isoverdue` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `isanswered` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `duedate` datetime DEFAULT NULL,
  `est_duedate` datetime DEFAULT NULL,
  `reopened` datetime DEFAULT NULL,
  `closed` datetime DEFAULT NULL,
  `lastupdate` datetime DEFAULT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  `version` int(11) DEFAULT 0,
  PRIMARY KEY (`ticket_id`),
  KEY `user_id` (`user_id`),
  KEY `dept_id` (`dept_id`),
  KEY `staff_id` (`staff_id`),
  KEY `team_id` (`team_id`),
  KEY `status_id` (`status_id`),
  KEY `created` (`created`),
  KEY `closed` (`closed`),
  KEY `duedate` (`duedate`),
  KEY `topic_id` (`topic_id`),
  KEY `sla_id` (`sla_id`),
  KEY `ticket_pid` (`ticket_pid`),
  KEY `idx_ticket_pid` (`ticket_pid`),
  KEY `idx_ticket_hierarchy` (`ticket_id`,`ticket_pid`,`status_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_ticket__cdata` (
  `ticket_id` int(11) unsigned NOT NULL,
  `subject` mediumtext DEFAULT NULL,
  `priority` mediumtext DEFAULT NULL,
  `bike` mediumtext DEFAULT NULL,
  PRIMARY KEY (`ticket_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_ticket_hierarchy_metadata` (
  `ticket_id` int(11) unsigned NOT NULL,
  `auto_close_enabled` tinyint(1) DEFAULT 1,
  `inherit_settings` text DEFAULT NULL,
  `dependency_type` enum('blocks','depends_on','relates_to') DEFAULT 'relates_to',
  `max_children` int(11) DEFAULT 50,
  `created` timestamp NULL DEFAULT current_timestamp(),
  `updated` timestamp NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`ticket_id`),
  CONSTRAINT `fk_hierarchy_ticket` FOREIGN KEY (`ticket_id`) REFERENCES `ost_ticket` (`ticket_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `ost_ticket_priority` (
  `priority_id` tinyint(4) NOT NULL AUTO_INCREMENT,
  `priority` varchar(60) NOT NULL DEFAULT '',
  `priority_desc` varchar(30) NOT NULL DEFAULT '',
  `priority_color` varchar(7) NOT NULL DEFAULT '',
  `priority_urgency` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `ispublic` tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`priority_id`),
  UNIQUE KEY `priority` (`priority`),
  KEY `priority_urgency` (`priority_urgency`),
  KEY `ispublic` (`ispublic`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_ticket_progress` (
  `parent_id` int(11) unsigned NOT NULL,
  `total_children` int(11) DEFAULT 0,
  `completed_children` int(11) DEFAULT 0,
  `in_progress_children` int(11) DEFAULT 0,
  `pending_children` int(11) DEFAULT 0,
  `last_calculated` timestamp NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`parent_id`),
  CONSTRAINT `fk_progress_ticket` FOREIGN KEY (`parent_id`) REFERENCES `ost_ticket` (`ticket_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `ost_ticket_status` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(60) NOT NULL DEFAULT '',
  `state` varchar(16) DEFAULT NULL,
  `mode` int(11) unsigned NOT NULL DEFAULT 0,
  `flags` int(11) unsigned NOT NULL DEFAULT 0,
  `sort` int(11) unsigned NOT NULL DEFAULT 0,
  `properties` text NOT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`),
  KEY `state` (`state`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_translation` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `object_hash` char(16) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `type` enum('phrase','article','override') DEFAULT NULL,
  `flags` int(10) unsigned NOT NULL DEFAULT 0,
  `revision` int(11) unsigned DEFAULT NULL,
  `agent_id` int(10) unsigned NOT NULL DEFAULT 0,
  `lang` varchar(16) NOT NULL DEFAULT '',
  `text` mediumtext NOT NULL,
  `source_text` text DEFAULT NULL,
  `updated` timestamp NULL DEFAULT NULL ON UPDATE current_timestamp(),
  PRIMARY KEY (`id`),
  KEY `type` (`type`,`lang`),
  KEY `object_hash` (`object_hash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_user` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `org_id` int(10) unsigned NOT NULL,
  `default_email_id` int(10) NOT NULL,
  `status` int(11) unsigned NOT NULL DEFAULT 0,
  `name` varchar(128) NOT NULL,
  `created` datetime NOT NULL,
  `updated` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `org_id` (`org_id`),
  KEY `default_email_id` (`default_email_id`),
  KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_user__cdata` (
  `user_id` int(11) unsigned NOT NULL,
  `email` mediumtext DEFAULT NULL,
  `name` mediumtext DEFAULT NULL,
  `phone` mediumtext DEFAULT NULL,
  `notes` mediumtext DEFAULT NULL,
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_user_account` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `user_id` int(10) unsigned NOT NULL,
  `status` int(11) unsigned NOT NULL DEFAULT 0,
  `timezone` varchar(64) DEFAULT NULL,
  `lang` varchar(16) DEFAULT NULL,
  `username` varchar(64) DEFAULT NULL,
  `passwd` varchar(128) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `backend` varchar(32) DEFAULT NULL,
  `extra` text DEFAULT NULL,
  `registered` timestamp NULL DEFAULT current_timestamp(),
  PRIMARY KEY (`id`),
  UNIQUE KEY `username` (`username`),
  KEY `user_id` (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE `ost_user_email` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `user_id` int(10) unsigned NOT NULL,
  `flags` int(10) unsigned NOT NULL DEFAULT 0,
  `address` varchar(255) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `address` (`address`),
  KEY `user_email_lookup` (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

START TRANSACTION;

-- Settings. False is the empty text.
INSERT INTO `ost_config` (`namespace`, `key`, `value`, `updated`) VALUES
  ('core', 'schema_signature', '5fb92bef17f3b603659e024c01cc7a59', '2026-01-05 08:00:00'),
  ('core', 'admin_email', 'admin@harbourbikes.example', '2026-01-05 08:00:00'),
  ('core', 'helpdesk_url', 'http://127.0.0.1/', '2026-01-05 08:00:00'),
  ('core', 'helpdesk_title', 'Harbour Bikes Help Desk', '2026-01-05 08:00:00'),
  ('core', 'default_timezone', 'UTC', '2026-01-05 08:00:00'),
  ('core', 'system_language', 'en_US', '2026-01-05 08:00:00'),
  ('core', 'isonline', '1', '2026-01-05 08:00:00'),
  ('core', 'default_dept_id', '1', '2026-01-05 08:00:00'),
  ('core', 'default_sla_id', '1', '2026-01-05 08:00:00'),
  ('core', 'default_priority_id', '2', '2026-01-05 08:00:00'),
  ('core', 'default_ticket_status_id', '1', '2026-01-05 08:00:00'),
  ('core', 'default_help_topic', '1', '2026-01-05 08:00:00'),
  ('core', 'default_email_id', '1', '2026-01-05 08:00:00'),
  ('core', 'alert_email_id', '2', '2026-01-05 08:00:00'),
  ('core', 'default_template_id', '1', '2026-01-05 08:00:00'),
  ('core', 'schedule_id', '1', '2026-01-05 08:00:00'),
  ('core', 'ticket_number_format', '######', '2026-01-05 08:00:00'),
  ('core', 'ticket_sequence_id', '0', '2026-01-05 08:00:00'),
  ('core', 'task_number_format', 'T-####', '2026-01-05 08:00:00'),
  ('core', 'task_sequence_id', '2', '2026-01-05 08:00:00'),
  ('core', 'enable_richtext', '1', '2026-01-05 08:00:00'),
  ('core', 'allow_attachments', '1', '2026-01-05 08:00:00'),
  ('core', 'default_storage_bk', 'D', '2026-01-05 08:00:00'),
  ('core', 'max_file_size', '16777216', '2026-01-05 08:00:00'),
  ('core', 'allowed_filetypes', '.pdf, .png, .jpg, .jpeg, .gif, .txt, .csv, .doc, .docx, .xls, .xlsx, .zip', '2026-01-05 08:00:00'),
  ('core', 'files_req_auth', '1', '2026-01-05 08:00:00'),
  ('core', 'allow_external_images', '', '2026-01-05 08:00:00'),
  ('core', 'embedded_domain_whitelist', 'youtube.com, vimeo.com, player.vimeo.com', '2026-01-05 08:00:00'),
  ('core', 'auto_claim_tickets', '1', '2026-01-05 08:00:00'),
  ('core', 'auto_refer_closed', '1', '2026-01-05 08:00:00'),
  ('core', 'collaborator_ticket_visibility', '1', '2026-01-05 08:00:00'),
  ('core', 'disable_agent_collabs', '', '2026-01-05 08:00:00'),
  ('core', 'require_topic_to_close', '', '2026-01-05 08:00:00'),
  ('core', 'message_autoresponder_collabs', '1', '2026-01-05 08:00:00'),
  ('core', 'add_email_collabs', '1', '2026-01-05 08:00:00'),
  ('core', 'client_registration', 'public', '2026-01-05 08:00:00'),
  ('core', 'accept_unregistered_email', '1', '2026-01-05 08:00:00'),
  ('core', 'verify_email_addrs', '0', '2026-01-05 08:00:00'),
  ('core', 'allow_auth_tokens', '1', '2026-01-05 08:00:00'),
  ('core', 'max_open_tickets', '', '2026-01-05 08:00:00'),
  ('core', 'agent_name_format', 'full', '2026-01-05 08:00:00'),
  ('core', 'client_name_format', 'original', '2026-01-05 08:00:00'),
  ('core', 'ticket_lock', '2', '2026-01-05 08:00:00'),
  ('core', 'autolock_minutes', '5', '2026-01-05 08:00:00'),
  ('core', 'log_level', '2', '2026-01-05 08:00:00'),
  ('core', 'ticket_autoresponder', '1', '2026-01-05 08:00:00'),
  ('core', 'message_autoresponder', '1', '2026-01-05 08:00:00'),
  ('core', 'ticket_notice_active', '1', '2026-01-05 08:00:00'),
  ('core', 'ticket_alert_active', '1', '2026-01-05 08:00:00'),
  ('core', 'ticket_alert_admin', '1', '2026-01-05 08:00:00'),
  ('core', 'ticket_alert_dept_manager', '1', '2026-01-05 08:00:00'),
  ('core', 'ticket_alert_dept_members', '', '2026-01-05 08:00:00'),
  ('core', 'ticket_alert_acct_manager', '', '2026-01-05 08:00:00'),
  ('core', 'message_alert_active', '1', '2026-01-05 08:00:00'),
  ('core', 'message_alert_laststaff', '1', '2026-01-05 08:00:00'),
  ('core', 'message_alert_assigned', '1', '2026-01-05 08:00:00'),
  ('core', 'message_alert_dept_manager', '', '2026-01-05 08:00:00'),
  ('core', 'message_alert_acct_manager', '', '2026-01-05 08:00:00'),
  ('core', 'note_alert_active', '', '2026-01-05 08:00:00'),
  ('core', 'note_alert_laststaff', '1', '2026-01-05 08:00:00'),
  ('core', 'note_alert_assigned', '1', '2026-01-05 08:00:00'),
  ('core', 'note_alert_dept_manager', '', '2026-01-05 08:00:00'),
  ('core', 'assigned_alert_active', '1', '2026-01-05 08:00:00'),
  ('core', 'assigned_alert_staff', '1', '2026-01-05 08:00:00'),
  ('core', 'assigned_alert_team_lead', '', '2026-01-05 08:00:00'),
  ('core', 'assigned_alert_team_members', '', '2026-01-05 08:00:00'),
  ('core', 'transfer_alert_active', '', '2026-01-05 08:00:00'),
  ('core', 'transfer_alert_assigned', '', '2026-01-05 08:00:00'),
  ('core', 'transfer_alert_dept_manager', '1', '2026-01-05 08:00:00'),
  ('core', 'transfer_alert_dept_members', '', '2026-01-05 08:00:00'),
  ('core', 'overdue_alert_active', '1', '2026-01-05 08:00:00'),
  ('core', 'overdue_alert_assigned', '1', '2026-01-05 08:00:00'),
  ('core', 'overdue_alert_dept_manager', '1', '2026-01-05 08:00:00'),
  ('core', 'overdue_alert_dept_members', '', '2026-01-05 08:00:00'),
  ('core', 'send_sys_errors', '1', '2026-01-05 08:00:00'),
  ('core', 'send_sql_errors', '1', '2026-01-05 08:00:00'),
  ('core', 'max_page_size', '25', '2026-01-05 08:00:00'),
  ('core', 'enable_kb', '', '2026-01-05 08:00:00'),
  ('core', 'reply_separator', '~~ write above this line ~~', '2026-01-05 08:00:00'),
  ('mysqlsearch', 'reindex', '1', '2026-01-05 08:00:00'),
  ('schedule.1', 'configuration', '{"holidays":[2]}', '2026-01-05 08:00:00'),
  ('plugin.1.instance.1', 'enabled', '1', '2026-01-05 08:00:00'),
  ('plugin.2.instance.2', 'max_depth', '3', '2026-01-05 08:00:00'),
  ('plugin.2.instance.2', 'max_children', '50', '2026-01-05 08:00:00'),
  ('plugin.3.instance.3', 'enabled', '1', '2026-01-05 08:00:00'),
  ('plugin.4.instance.4', 'enabled', '1', '2026-01-05 08:00:00');

INSERT INTO `ost_plugin` (`id`, `name`, `install_path`, `isphar`, `isactive`, `version`, `notes`, `installed`) VALUES
  (1, 'Markdown', 'plugins/markdown-support', 0, 1, '2.2.1', NULL, '2026-01-05 08:00:00'),
  (2, 'Subtickets', 'plugins/subticket-manager', 0, 1, '2.0.3', NULL, '2026-01-05 08:00:00'),
  (3, 'Wildcard keys', 'plugins/api-key-wildcard', 0, 1, '2.0.1', NULL, '2026-01-05 08:00:00'),
  (4, 'Ticket API', 'plugins/api-endpoints', 0, 1, '2.3.4', NULL, '2026-01-05 08:00:00');

INSERT INTO `ost_plugin_instance` (`id`, `plugin_id`, `flags`, `name`, `notes`, `created`, `updated`) VALUES
  (1, 1, 1, 'Markdown', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 2, 1, 'Subtickets', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 3, 1, 'Wildcard keys', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, 4, 1, 'Ticket API', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00');

-- Keys for this machine only.
INSERT INTO `ost_api_key` (`id`, `isactive`, `ipaddr`, `apikey`, `can_create_tickets`, `can_update_tickets`, `can_read_tickets`, `can_search_tickets`, `can_delete_tickets`, `can_read_stats`, `can_manage_subtickets`, `can_exec_cron`, `notes`, `updated`, `created`) VALUES
  (1, 1, '127.0.0.1', 'DEMOFULLACCESS', 1, 1, 1, 1, 1, 1, 1, 1, 'may do everything', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 1, '127.0.0.1', 'DEMOREADONLY', 0, 0, 1, 1, 0, 1, 0, 0, 'may read, search and count', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

-- The last one is not active any more.
INSERT INTO `ost_department` (`id`, `pid`, `tpl_id`, `sla_id`, `schedule_id`, `email_id`, `autoresp_email_id`, `manager_id`, `flags`, `name`, `signature`, `ispublic`, `group_membership`, `ticket_auto_response`, `message_auto_response`, `path`, `updated`, `created`) VALUES
  (1, NULL, 0, 0, 0, 0, 0, 1, 4, 'Front Desk', 'Your friends at the front desk', 1, 1, 1, 1, '/1/', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, NULL, 0, 2, 0, 0, 0, 2, 4, 'Workshop', 'The workshop by the harbour', 1, 0, 1, 1, '/2/', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 2, 0, 0, 0, 0, 0, 2, 4, 'Wheels', '', 1, 0, 1, 0, '/2/3/', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, NULL, 0, 0, 0, 3, 0, 3, 4, 'Accounts', 'Accounts, open on weekdays', 1, 0, 1, 0, '/4/', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (5, NULL, 0, 0, 0, 0, 0, 0, 0, 'Boat Rental', '', 0, 0, 1, 0, '/5/', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_ticket_priority` (`priority_id`, `priority`, `priority_desc`, `priority_color`, `priority_urgency`, `ispublic`) VALUES
  (1, 'low', 'Low', '#e6f4ea', 4, 1),
  (2, 'normal', 'Normal', '#ffffff', 3, 1),
  (3, 'high', 'High', '#fff0d6', 2, 1),
  (4, 'emergency', 'Emergency', '#fbdcdc', 1, 1);

INSERT INTO `ost_ticket_status` (`id`, `name`, `state`, `mode`, `flags`, `sort`, `properties`, `created`, `updated`) VALUES
  (1, 'Open', 'open', 3, 0, 1, '{"description":"Somebody has to act."}', '2026-01-05 08:00:00', '0000-00-00 00:00:00'),
  (2, 'Resolved', 'closed', 1, 0, 2, '{"allowreopen":true,"reopenstatus":0,"description":"Solved, may come back."}', '2026-01-05 08:00:00', '0000-00-00 00:00:00'),
  (3, 'Closed', 'closed', 3, 0, 3, '{"allowreopen":true,"reopenstatus":0,"description":"Done."}', '2026-01-05 08:00:00', '0000-00-00 00:00:00'),
  (4, 'Archived', 'archived', 3, 0, 4, '{"description":"Kept for the record."}', '2026-01-05 08:00:00', '0000-00-00 00:00:00'),
  (5, 'Deleted', 'deleted', 3, 0, 5, '{"description":"About to be removed."}', '2026-01-05 08:00:00', '0000-00-00 00:00:00'),
  (6, 'Waiting for Parts', 'open', 1, 0, 6, '{"description":"The part is on its way."}', '2026-01-05 08:00:00', '0000-00-00 00:00:00');

INSERT INTO `ost_schedule` (`id`, `flags`, `name`, `timezone`, `description`, `created`, `updated`) VALUES
  (1, 1, 'Opening hours', NULL, 'Monday to Friday, and Saturday morning', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 0, 'Closed days', NULL, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 1, 'Around the clock', NULL, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_schedule_entry` (`id`, `schedule_id`, `flags`, `sort`, `name`, `repeats`, `starts_on`, `starts_at`, `ends_on`, `ends_at`, `stops_on`, `day`, `week`, `month`, `created`, `updated`) VALUES
  (1, 1, 0, 0, 'Monday', 'weekly', '2025-01-06', '09:00:00', '2025-01-06', '18:00:00', NULL, 1, NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 1, 0, 0, 'Tuesday', 'weekly', '2025-01-07', '09:00:00', '2025-01-07', '18:00:00', NULL, 2, NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 1, 0, 0, 'Wednesday', 'weekly', '2025-01-08', '09:00:00', '2025-01-08', '18:00:00', NULL, 3, NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, 1, 0, 0, 'Thursday', 'weekly', '2025-01-09', '09:00:00', '2025-01-09', '18:00:00', NULL, 4, NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (5, 1, 0, 0, 'Friday', 'weekly', '2025-01-10', '09:00:00', '2025-01-10', '18:00:00', NULL, 5, NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (6, 1, 0, 0, 'Saturday', 'weekly', '2025-01-11', '09:00:00', '2025-01-11', '13:00:00', NULL, 6, NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (7, 2, 0, 0, 'New Year', 'yearly', '2025-01-01', '00:00:00', '2025-01-01', '23:59:59', NULL, 1, NULL, 1, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (8, 2, 0, 0, 'Regatta day', 'yearly', '2025-06-14', '00:00:00', '2025-06-14', '23:59:59', NULL, 6, 2, 6, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (9, 3, 0, 0, 'Every day', 'daily', '2025-01-01', '00:00:00', '2025-01-01', '23:59:59', NULL, NULL, NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_sla` (`id`, `schedule_id`, `flags`, `grace_period`, `name`, `notes`, `created`, `updated`) VALUES
  (1, 0, 3, 24, 'Standard', 'A day of opening hours', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 3, 3, 4, 'Rider stranded', 'Four hours, at any time', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_role` (`id`, `flags`, `name`, `permissions`, `notes`, `created`, `updated`) VALUES
  (1, 1, 'Lead', '{"ticket.assign":1,"ticket.close":1,"ticket.create":1,"ticket.delete":1,"ticket.edit":1,"thread.edit":1,"ticket.link":1,"ticket.markanswered":1,"ticket.merge":1,"ticket.reply":1,"ticket.refer":1,"ticket.release":1,"ticket.transfer":1,"task.assign":1,"task.close":1,"task.create":1,"task.delete":1,"task.edit":1,"task.reply":1,"task.transfer":1,"canned.manage":1}', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 1, 'Member', '{"ticket.assign":1,"ticket.close":1,"ticket.create":1,"ticket.edit":1,"ticket.reply":1,"ticket.release":1,"ticket.transfer":1,"task.create":1,"task.reply":1}', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00');

-- Agents without a password: nobody can log in before an administrator sets one. The last is on vacation.
INSERT INTO `ost_staff` (`staff_id`, `dept_id`, `role_id`, `username`, `firstname`, `lastname`, `email`, `phone`, `mobile`, `signature`, `isactive`, `isadmin`, `isvisible`, `onvacation`, `max_page_size`, `default_signature_type`, `default_paper_size`, `permissions`, `created`, `updated`) VALUES
  (1, 1, 1, 'mira', 'Mira', 'Holm', 'mira@harbourbikes.example', '', '', '', 1, 1, 1, 0, 25, 'none', 'A4', '{"user.create":1,"user.edit":1,"org.create":1,"org.edit":1,"visibility.agents":1,"visibility.departments":1}', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 2, 1, 'tomasz', 'Tomasz', 'Wójcik', 'tomasz@harbourbikes.example', '', '', '', 1, 0, 1, 0, 25, 'none', 'A4', '{}', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 4, 2, 'ines', 'Inês', 'Prado', 'ines@harbourbikes.example', '', '', '', 1, 0, 1, 0, 25, 'none', 'A4', '{}', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, 3, 2, 'joris', 'Joris', 'de Wit', 'joris@harbourbikes.example', '', '', '', 1, 0, 1, 1, 25, 'none', 'A4', '{}', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_staff_dept_access` (`staff_id`, `dept_id`, `role_id`, `flags`) VALUES
  (1, 2, 1, 1),
  (1, 4, 1, 1),
  (2, 3, 1, 1);

INSERT INTO `ost_team` (`team_id`, `lead_id`, `flags`, `name`, `notes`, `created`, `updated`) VALUES
  (1, 2, 1, 'Road crew', 'Goes where riders are stranded', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_team_member` (`team_id`, `staff_id`, `flags`) VALUES
  (1, 2, 1),
  (1, 4, 1);

INSERT INTO `ost_sequence` (`id`, `name`, `flags`, `next`, `increment`, `padding`, `updated`) VALUES
  (1, 'Tickets', 1, 1, 1, '0', '2026-01-05 08:00:00'),
  (2, 'Tasks', 1, 1, 1, '0', '2026-01-05 08:00:00'),
  (3, 'Repairs', 0, 4, 1, '0', '2026-01-05 08:00:00');

INSERT INTO `ost_email` (`email_id`, `noautoresp`, `priority_id`, `dept_id`, `topic_id`, `email`, `name`, `created`, `updated`) VALUES
  (1, 0, 2, 1, 0, 'hello@harbourbikes.example', 'Harbour Bikes', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 0, 2, 1, 0, 'alerts@harbourbikes.example', 'Harbour Bikes Alerts', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 0, 2, 4, 0, 'accounts@harbourbikes.example', 'Harbour Bikes Accounts', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_email_template_group` (`tpl_id`, `isactive`, `name`, `lang`, `notes`, `created`, `updated`) VALUES
  (1, 1, 'House style', 'en_US', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_email_template` (`id`, `tpl_id`, `code_name`, `subject`, `body`, `created`, `updated`) VALUES
  (1, 1, 'ticket.autoresp', 'We have your request %{ticket.number}', '<p>Hello %{recipient.name.first},</p><p>thanks for writing. Your request has the number <b>%{ticket.number}</b>; see it at <a href="%{recipient.ticket_link}">this page</a>.</p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 1, 'ticket.alert', 'New: %{ticket.subject}', '<p>%{ticket.name} wrote to %{ticket.dept.name}:</p>%{message}<p><a href="%{ticket.staff_link}">Open the ticket</a></p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 1, 'ticket.reply', 'Re: %{ticket.subject} (%{ticket.number})', '%{response}<p>%{signature}</p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, 1, 'note.alert', 'Note on %{ticket.number}', '%{note.message}<p><a href="%{ticket.staff_link}">Open the ticket</a></p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (5, 1, 'assigned.alert', 'Yours: %{ticket.subject}', '<p>%{assigner} gave you %{ticket.number}.</p>%{comments}', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (6, 1, 'ticket.autoreply', 'About your request %{ticket.number}', '<p>Hello %{recipient.name.first},</p>%{response}<p>%{signature}</p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (7, 1, 'ticket.overlimit', 'Please let us catch up', '<p>Hello %{ticket.name.first},</p><p>you have as many open requests with us as we can take. Add to one of them instead of opening another.</p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (8, 1, 'message.autoresp', 'We have your answer to %{ticket.number}', '<p>Hello %{recipient.name.first},</p><p>your answer is with us. The whole conversation is on <a href="%{recipient.ticket_link}">this page</a>.</p><p>%{signature}</p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (9, 1, 'message.alert', 'Answer: %{ticket.subject}', '<p>%{poster} wrote about %{ticket.number}:</p>%{message}<p><a href="%{ticket.staff_link}">Open the ticket</a></p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (10, 1, 'ticket.activity.notice', 'News about %{ticket.number}', '<p>%{poster} wrote:</p>%{message}<p>See <a href="%{recipient.ticket_link}">the whole conversation</a>.</p>', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

-- Forms: users, tickets, company, organisations, tasks, and one of our own for repairs.
INSERT INTO `ost_form` (`id`, `pid`, `type`, `flags`, `title`, `instructions`, `name`, `created`, `updated`) VALUES
  (1, NULL, 'U', 1, 'About you', NULL, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, NULL, 'T', 1, 'Your request', 'What can we do for you?', '', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, NULL, 'C', 1, 'About us', NULL, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, NULL, 'O', 1, 'About a company', NULL, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (5, NULL, 'A', 1, 'Task', NULL, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (6, NULL, 'G', 1, 'Repair', NULL, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_form_field` (`id`, `form_id`, `flags`, `type`, `label`, `name`, `configuration`, `sort`, `hint`, `created`, `updated`) VALUES
  (1, 1, 489395, 'text', 'E-mail', 'email', '{"size":40,"length":64,"validator":"email"}', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 1, 489395, 'text', 'Name', 'name', '{"size":40,"length":64}', 2, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 1, 13057, 'phone', 'Telephone', 'phone', NULL, 3, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, 1, 12289, 'memo', 'Notes', 'notes', '{"rows":4,"cols":40}', 4, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (10, 2, 489265, 'text', 'Summary', 'subject', '{"size":40,"length":80}', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (11, 2, 480547, 'thread', 'What happened', 'message', NULL, 2, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (12, 2, 274609, 'priority', 'Urgency', 'priority', NULL, 3, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (13, 2, 13057, 'text', 'Bike', 'bike', '{"size":12,"length":12}', 4, 'The number on the frame', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (20, 3, 291249, 'text', 'Name', 'name', '{"size":40,"length":64}', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (21, 3, 274705, 'text', 'Web site', 'website', '{"size":40,"length":64}', 2, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (22, 3, 274705, 'phone', 'Telephone', 'phone', '{"ext":false}', 3, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (23, 3, 12545, 'memo', 'Address', 'address', '{"rows":2,"cols":40,"html":false,"length":100}', 4, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (30, 4, 489395, 'text', 'Name', 'name', '{"size":40,"length":64}', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (31, 4, 13057, 'memo', 'Address', 'address', '{"rows":2,"cols":40,"html":false,"length":100}', 2, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (40, 5, 487601, 'text', 'Title', 'title', '{"size":40,"length":80}', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (41, 5, 413939, 'thread', 'Details', 'description', NULL, 2, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (50, 6, 13057, 'choices', 'Part', 'part', '{"choices":"wheel:Wheel\\nbrake:Brake\\nlock:Lock","default":"","prompt":"","multiselect":false}', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (51, 6, 13057, 'bool', 'Can be ridden', 'rideable', '{"desc":"It still rolls"}', 2, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (52, 6, 13057, 'memo', 'Where it stands', 'place', '{"rows":2,"cols":40,"html":false,"length":0}', 3, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00');

-- Repairs have numbers of their own.
INSERT INTO `ost_help_topic` (`topic_id`, `topic_pid`, `ispublic`, `noautoresp`, `flags`, `status_id`, `priority_id`, `dept_id`, `staff_id`, `team_id`, `sla_id`, `page_id`, `sequence_id`, `sort`, `topic`, `number_format`, `notes`, `created`, `updated`) VALUES
  (1, 0, 1, 0, 2, 0, 2, 1, 0, 0, 0, 0, 0, 1, 'Question', NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 0, 1, 0, 3, 0, 3, 2, 0, 0, 2, 0, 3, 2, 'Repair', 'R-####', NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 2, 1, 0, 2, 0, 0, 3, 0, 1, 0, 0, 0, 3, 'Flat tyre', NULL, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_help_topic_form` (`id`, `topic_id`, `form_id`, `sort`, `extra`) VALUES
  (1, 1, 2, 1, '{"disable":[]}'),
  (2, 2, 2, 1, '{"disable":[]}'),
  (3, 2, 6, 2, '{"disable":[]}'),
  (4, 3, 2, 1, '{"disable":[]}');

INSERT INTO `ost_filter` (`id`, `execorder`, `isactive`, `flags`, `status`, `match_all_rules`, `stop_onmatch`, `target`, `email_id`, `name`, `notes`, `created`, `updated`) VALUES
  (1, 99, 1, 0, 0, 0, 0, 'Email', 0, 'SYSTEM BAN LIST', 'Senders that are turned away', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 1, 1, 0, 0, 0, 0, 'Any', 0, 'Stranded riders', 'They come first', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_filter_rule` (`id`, `filter_id`, `what`, `how`, `val`, `isactive`, `notes`, `created`, `updated`) VALUES
  (1, 1, 'email', 'equal', 'nobody@spam.example', 1, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 2, 'field.10', 'contains', 'stranded', 1, '', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_filter_action` (`id`, `filter_id`, `sort`, `type`, `configuration`, `updated`) VALUES
  (1, 1, 1, 'reject', '[]', '2026-01-05 08:00:00'),
  (2, 2, 1, 'pri', '{"priority":"4"}', '2026-01-05 08:00:00'),
  (3, 2, 2, 'team', '{"team_id":"1"}', '2026-01-05 08:00:00');

-- Kinds of events; osTicket looks them up by name.
INSERT INTO `ost_event` (`id`, `name`, `description`) VALUES
  (1, 'created', NULL),
  (2, 'closed', NULL),
  (3, 'reopened', NULL),
  (4, 'assigned', NULL),
  (5, 'released', NULL),
  (6, 'transferred', NULL),
  (7, 'referred', NULL),
  (8, 'overdue', NULL),
  (9, 'edited', NULL),
  (10, 'viewed', NULL),
  (11, 'error', NULL),
  (12, 'collab', NULL),
  (13, 'resent', NULL),
  (14, 'deleted', NULL),
  (15, 'merged', NULL),
  (16, 'unlinked', NULL),
  (17, 'linked', NULL),
  (18, 'login', NULL),
  (19, 'logout', NULL),
  (20, 'message', NULL),
  (21, 'note', NULL);

INSERT INTO `ost_list` (`id`, `name`, `name_plural`, `sort_mode`, `masks`, `type`, `configuration`, `created`, `updated`) VALUES
  (1, 'Ticket Status', 'Ticket Statuses', 'SortCol', 13, 'ticket-status', '{"handler":"TicketStatusList"}', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_organization` (`id`, `name`, `manager`, `status`, `domain`, `created`, `updated`) VALUES
  (1, 'Harbour Hostel', '', 8, 'hostel.example', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_user` (`id`, `org_id`, `default_email_id`, `status`, `name`, `created`, `updated`) VALUES
  (1, 0, 1, 0, 'Ayla Demir', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 1, 2, 0, 'Björn Åkesson', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 0, 3, 0, 'Chiara Neri', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, 0, 4, 0, 'Sean O''Dowd', '2026-01-05 08:00:00', '2026-01-05 08:00:00');

INSERT INTO `ost_user_email` (`id`, `user_id`, `flags`, `address`) VALUES
  (1, 1, 0, 'ayla@mail.example'),
  (2, 2, 0, 'desk@hostel.example'),
  (3, 3, 0, 'chiara@mail.example'),
  (4, 4, 0, 'sean@mail.example');

INSERT INTO `ost_user__cdata` (`user_id`, `email`, `name`, `phone`, `notes`) VALUES
  (1, NULL, NULL, '4915112345', ''),
  (2, NULL, NULL, '', ''),
  (3, NULL, NULL, '', ''),
  (4, NULL, NULL, '', '');

-- Tickets: 602882 and 602883 hang under 602881.
INSERT INTO `ost_ticket` (`ticket_id`, `ticket_pid`, `number`, `user_id`, `status_id`, `dept_id`, `sla_id`, `topic_id`, `staff_id`, `team_id`, `email_id`, `lock_id`, `flags`, `sort`, `ip_address`, `source`, `isoverdue`, `isanswered`, `duedate`, `est_duedate`, `reopened`, `closed`, `lastupdate`, `created`, `updated`, `version`) VALUES
  (1, NULL, '480113', 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 1, NULL, NULL, NULL, NULL, '2026-01-06 09:10:00', '2026-01-06 09:10:00', '2026-01-06 10:02:00', 0),
  (2, NULL, 'R-0001', 2, 6, 2, 2, 2, 2, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, NULL, '2026-01-06 10:30:00', '2026-01-06 10:30:00', '2026-01-06 11:15:00', 0),
  (3, NULL, 'R-0002', 1, 1, 2, 2, 2, 0, 1, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, NULL, '2026-01-07 21:40:00', '2026-01-07 21:40:00', '2026-01-07 21:40:00', 0),
  (4, NULL, '517204', 3, 3, 4, 1, 1, 3, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 1, NULL, NULL, NULL, '2026-01-07 15:30:00', '2026-01-07 15:30:00', '2026-01-07 12:05:00', '2026-01-07 15:30:00', 0),
  (5, NULL, '602881', 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, NULL, '2026-01-08 08:45:00', '2026-01-08 08:45:00', '2026-01-08 08:45:00', 0),
  (6, 5, '602882', 2, 1, 2, 2, 0, 2, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, NULL, '2026-01-08 08:50:00', '2026-01-08 08:50:00', '2026-01-08 08:50:00', 0),
  (7, 5, '602883', 2, 3, 4, 1, 0, 3, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, '2026-01-08 16:00:00', '2026-01-08 16:00:00', '2026-01-08 08:52:00', '2026-01-08 16:00:00', 0),
  (8, NULL, '731950', 4, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, NULL, '2026-01-09 14:20:00', '2026-01-09 14:20:00', '2026-01-09 14:20:00', 0),
  (9, NULL, '744012', 3, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, '2026-01-09 19:30:00', '2026-01-09 19:30:00', '2026-01-09 18:00:00', '2026-01-09 19:30:00', 0),
  (10, NULL, 'R-0003', 4, 1, 3, 1, 2, 0, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, NULL, '2026-01-12 11:00:00', '2026-01-12 11:00:00', '2026-01-12 11:00:00', 0),
  (11, NULL, '805533', 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, NULL, '2026-01-13 16:16:00', '2026-01-13 16:16:00', '2026-01-13 16:16:00', 0),
  (12, NULL, '811790', 2, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, '127.0.0.1', 'API', 0, 0, NULL, NULL, NULL, '2026-01-20 09:00:00', '2026-01-20 09:00:00', '2026-01-14 13:00:00', '2026-01-20 09:00:00', 0);

INSERT INTO `ost_ticket__cdata` (`ticket_id`, `subject`, `priority`, `bike`) VALUES
  (1, 'Where can I leave my bike at night?', '2', ''),
  (2, 'Brake squeaks on guest bike', '3', 'HB-0217'),
  (3, 'Stranded on the ferry with a broken lock', '4', 'HB-0031'),
  (4, 'Invoice shows 8 instead of 3 days', '2', ''),
  (5, 'Twelve bikes for the summer party', '2', ''),
  (6, 'Summer party: prepare the bikes', '2', ''),
  (7, 'Summer party: offer and deposit', '2', ''),
  (8, 'A bell that plays a tune', '1', ''),
  (9, 'Helmet left in the tram', '2', ''),
  (10, 'Rear wheel out of true', '3', 'HB-0109'),
  (11, 'Größere Körbe für "Lastenräder" < 30 kg?', '2', ''),
  (12, 'Old key cards', '2', '');

INSERT INTO `ost_thread` (`id`, `object_id`, `object_type`, `extra`, `lastresponse`, `lastmessage`, `created`) VALUES
  (1, 1, 'T', NULL, '2026-01-06 10:02:00', '2026-01-06 09:10:00', '2026-01-06 09:10:00'),
  (2, 2, 'T', NULL, NULL, '2026-01-06 10:30:00', '2026-01-06 10:30:00'),
  (3, 3, 'T', NULL, NULL, '2026-01-07 21:40:00', '2026-01-07 21:40:00'),
  (4, 4, 'T', NULL, '2026-01-07 15:30:00', '2026-01-07 12:05:00', '2026-01-07 12:05:00'),
  (5, 5, 'T', NULL, NULL, '2026-01-08 08:45:00', '2026-01-08 08:45:00'),
  (6, 6, 'T', NULL, NULL, '2026-01-08 08:50:00', '2026-01-08 08:50:00'),
  (7, 7, 'T', NULL, NULL, '2026-01-08 08:52:00', '2026-01-08 08:52:00'),
  (8, 8, 'T', NULL, NULL, '2026-01-09 14:20:00', '2026-01-09 14:20:00'),
  (9, 9, 'T', NULL, '2026-01-09 18:40:00', '2026-01-09 19:30:00', '2026-01-09 18:00:00'),
  (10, 10, 'T', NULL, NULL, '2026-01-12 11:00:00', '2026-01-12 11:00:00'),
  (11, 11, 'T', NULL, NULL, '2026-01-13 16:16:00', '2026-01-13 16:16:00'),
  (12, 12, 'T', NULL, NULL, '2026-01-14 13:00:00', '2026-01-14 13:00:00');

INSERT INTO `ost_thread_entry` (`id`, `pid`, `thread_id`, `staff_id`, `user_id`, `type`, `flags`, `poster`, `source`, `title`, `body`, `format`, `ip_address`, `created`, `updated`) VALUES
  (1, 0, 1, 0, 1, 'M', 65, 'Ayla Demir', 'API', 'Where can I leave my bike at night?', '<p>Is the rack at <b>Pier 3</b> locked after ten?</p>', 'html', '127.0.0.1', '2026-01-06 09:10:00', '0000-00-00 00:00:00'),
  (2, 1, 1, 1, 0, 'R', 64, 'Mira Holm', '', NULL, '<p>Yes, it opens again at six. Your code works all night.</p>', 'html', '127.0.0.1', '2026-01-06 10:02:00', '0000-00-00 00:00:00'),
  (3, 0, 2, 0, 2, 'M', 1, 'Björn Åkesson', 'API', 'Brake squeaks on guest bike', 'Front brake, only when it is wet.', 'text', '127.0.0.1', '2026-01-06 10:30:00', '0000-00-00 00:00:00'),
  (4, 0, 2, 2, 0, 'N', 64, 'Tomasz Wójcik', '', NULL, '<p>New pads ordered.</p>', 'html', '127.0.0.1', '2026-01-06 11:15:00', '0000-00-00 00:00:00'),
  (5, 0, 3, 0, 1, 'M', 65, 'Ayla Demir', 'API', 'Stranded on the ferry with a broken lock', '<p>The lock does not open and I am on the last ferry.</p>', 'html', '127.0.0.1', '2026-01-07 21:40:00', '0000-00-00 00:00:00'),
  (6, 0, 4, 0, 3, 'M', 65, 'Chiara Neri', 'API', 'Invoice shows 8 instead of 3 days', '<p>We rented from Monday to Wednesday only.</p>', 'html', '127.0.0.1', '2026-01-07 12:05:00', '0000-00-00 00:00:00'),
  (7, 6, 4, 3, 0, 'R', 64, 'Inês Prado', '', NULL, '<p>You are right, a corrected invoice is on its way.</p>', 'html', '127.0.0.1', '2026-01-07 15:30:00', '0000-00-00 00:00:00'),
  (8, 0, 5, 0, 2, 'M', 65, 'Björn Åkesson', 'API', 'Twelve bikes for the summer party', '<p>We need twelve bikes, helmets and a trailer on the 20th.</p>', 'html', '127.0.0.1', '2026-01-08 08:45:00', '0000-00-00 00:00:00'),
  (9, 0, 6, 0, 2, 'M', 65, 'Björn Åkesson', 'API', 'Summer party: prepare the bikes', '<p>Twelve bikes, two of them for children.</p>', 'html', '127.0.0.1', '2026-01-08 08:50:00', '0000-00-00 00:00:00'),
  (10, 0, 7, 0, 2, 'M', 65, 'Björn Åkesson', 'API', 'Summer party: offer and deposit', '<p>Deposit paid by bank transfer.</p>', 'html', '127.0.0.1', '2026-01-08 08:52:00', '0000-00-00 00:00:00'),
  (11, 0, 7, 3, 0, 'N', 64, 'Inês Prado', '', NULL, '<p>Deposit received.</p>', 'html', '127.0.0.1', '2026-01-08 16:00:00', '0000-00-00 00:00:00'),
  (12, 0, 8, 0, 4, 'M', 1, 'Sean O''Dowd', 'API', 'A bell that plays a tune', 'Just an idea for the **children**:\n\n- a bell\n- with a tune', 'markdown', '127.0.0.1', '2026-01-09 14:20:00', '0000-00-00 00:00:00'),
  (13, 0, 9, 0, 3, 'M', 65, 'Chiara Neri', 'API', 'Helmet left in the tram', '<p>Blue helmet, line 4, yesterday evening.</p>', 'html', '127.0.0.1', '2026-01-09 18:00:00', '0000-00-00 00:00:00'),
  (14, 13, 9, 1, 0, 'R', 64, 'Mira Holm', '', NULL, '<p>The tram office has it. Please bring your rental number.</p>', 'html', '127.0.0.1', '2026-01-09 18:40:00', '0000-00-00 00:00:00'),
  (15, 0, 9, 0, 3, 'M', 64, 'Chiara Neri', '', NULL, '<p>Got it back, thank you!</p>', 'html', '127.0.0.1', '2026-01-09 19:30:00', '0000-00-00 00:00:00'),
  (16, 0, 10, 0, 4, 'M', 65, 'Sean O''Dowd', 'API', 'Rear wheel out of true', '<p>It wobbles since the cobblestones.</p>', 'html', '127.0.0.1', '2026-01-12 11:00:00', '0000-00-00 00:00:00'),
  (17, 0, 11, 0, 1, 'M', 65, 'Ayla Demir', 'API', 'Größere Körbe für "Lastenräder" &lt; 30 kg?', '<p>Gibt es Körbe, die größer sind &amp; trotzdem passen?</p>', 'html', '127.0.0.1', '2026-01-13 16:16:00', '0000-00-00 00:00:00'),
  (18, 0, 12, 0, 2, 'M', 65, 'Björn Åkesson', 'API', 'Old key cards', '<p>We found five old key cards in a drawer.</p>', 'html', '127.0.0.1', '2026-01-14 13:00:00', '0000-00-00 00:00:00');

INSERT INTO `ost_thread_event` (`id`, `thread_id`, `thread_type`, `event_id`, `staff_id`, `team_id`, `dept_id`, `topic_id`, `data`, `username`, `uid`, `uid_type`, `annulled`, `timestamp`) VALUES
  (1, 1, 'T', 1, 0, 0, 1, 1, NULL, 'SYSTEM', 1, 'U', 0, '2026-01-06 09:10:00'),
  (2, 2, 'T', 1, 0, 0, 2, 2, NULL, 'SYSTEM', 2, 'U', 0, '2026-01-06 10:30:00'),
  (3, 2, 'T', 4, 2, 0, 2, 2, '{"staff":2}', 'tomasz', 2, 'S', 0, '2026-01-06 10:30:00'),
  (4, 2, 'T', 9, 2, 0, 2, 2, '{"status":6}', 'tomasz', 2, 'S', 0, '2026-01-06 11:15:00'),
  (5, 3, 'T', 1, 0, 0, 2, 2, NULL, 'SYSTEM', 1, 'U', 0, '2026-01-07 21:40:00'),
  (6, 3, 'T', 9, 0, 0, 2, 2, '{"value":"Emergency","filter":"Stranded riders","type":"Priority"}', 'Ticket Filter', NULL, 'S', 0, '2026-01-07 21:40:00'),
  (7, 3, 'T', 4, 0, 1, 2, 2, '{"team":1}', 'Ticket Filter', NULL, 'S', 0, '2026-01-07 21:40:00'),
  (8, 4, 'T', 1, 0, 0, 4, 1, NULL, 'SYSTEM', 3, 'U', 0, '2026-01-07 12:05:00'),
  (9, 4, 'T', 2, 3, 0, 4, 1, '{"status":[3,"Closed"]}', 'ines', 3, 'S', 0, '2026-01-07 15:30:00'),
  (10, 5, 'T', 1, 0, 0, 1, 1, NULL, 'SYSTEM', 2, 'U', 0, '2026-01-08 08:45:00'),
  (11, 5, 'T', 4, 1, 0, 1, 1, '{"staff":1}', 'mira', 1, 'S', 0, '2026-01-08 08:45:00'),
  (12, 6, 'T', 1, 0, 0, 2, 0, NULL, 'SYSTEM', 2, 'U', 0, '2026-01-08 08:50:00'),
  (13, 6, 'T', 4, 2, 0, 2, 0, '{"staff":2}', 'tomasz', 2, 'S', 0, '2026-01-08 08:50:00'),
  (14, 7, 'T', 1, 0, 0, 4, 0, NULL, 'SYSTEM', 2, 'U', 0, '2026-01-08 08:52:00'),
  (15, 7, 'T', 2, 3, 0, 4, 0, '{"status":[3,"Closed"]}', 'ines', 3, 'S', 0, '2026-01-08 16:00:00'),
  (16, 8, 'T', 1, 0, 0, 1, 1, NULL, 'SYSTEM', 4, 'U', 0, '2026-01-09 14:20:00'),
  (17, 9, 'T', 1, 0, 0, 1, 1, NULL, 'SYSTEM', 3, 'U', 0, '2026-01-09 18:00:00'),
  (18, 9, 'T', 2, 1, 0, 1, 1, '{"status":[2,"Resolved"]}', 'mira', 1, 'S', 0, '2026-01-09 19:30:00'),
  (19, 10, 'T', 1, 0, 0, 3, 2, NULL, 'SYSTEM', 4, 'U', 0, '2026-01-12 11:00:00'),
  (20, 11, 'T', 1, 0, 0, 1, 0, NULL, 'SYSTEM', 1, 'U', 0, '2026-01-13 16:16:00'),
  (21, 12, 'T', 1, 0, 0, 1, 1, NULL, 'SYSTEM', 2, 'U', 0, '2026-01-14 13:00:00');

INSERT INTO `ost_form_entry` (`id`, `form_id`, `object_id`, `object_type`, `sort`, `extra`, `created`, `updated`) VALUES
  (1, 3, NULL, 'C', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (2, 4, 1, 'O', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (3, 1, 1, 'U', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (4, 1, 2, 'U', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (5, 1, 3, 'U', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (6, 1, 4, 'U', 1, NULL, '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
  (7, 2, 1, 'T', 0, '{"disable":[]}', '2026-01-06 09:10:00', '2026-01-06 09:10:00'),
  (8, 2, 2, 'T', 0, '{"disable":[]}', '2026-01-06 10:30:00', '2026-01-06 10:30:00'),
  (9, 6, 2, 'T', 1, '{"disable":[]}', '2026-01-06 10:30:00', '2026-01-06 10:30:00'),
  (10, 2, 3, 'T', 0, '{"disable":[]}', '2026-01-07 21:40:00', '2026-01-07 21:40:00'),
  (11, 6, 3, 'T', 1, '{"disable":[]}', '2026-01-07 21:40:00', '2026-01-07 21:40:00'),
  (12, 2, 4, 'T', 0, '{"disable":[]}', '2026-01-07 12:05:00', '2026-01-07 12:05:00'),
  (13, 2, 5, 'T', 0, '{"disable":[]}', '2026-01-08 08:45:00', '2026-01-08 08:45:00'),
  (14, 2, 6, 'T', 1, NULL, '2026-01-08 08:50:00', '2026-01-08 08:50:00'),
  (15, 2, 7, 'T', 1, NULL, '2026-01-08 08:52:00', '2026-01-08 08:52:00'),
  (16, 2, 8, 'T', 0, '{"disable":[]}', '2026-01-09 14:20:00', '2026-01-09 14:20:00'),
  (17, 2, 9, 'T', 0, '{"disable":[]}', '2026-01-09 18:00:00', '2026-01-09 18:00:00'),
  (18, 2, 10, 'T', 0, '{"disable":[]}', '2026-01-12 11:00:00', '2026-01-12 11:00:00'),
  (19, 6, 10, 'T', 1, '{"disable":[]}', '2026-01-12 11:00:00', '2026-01-12 11:00:00'),
  (20, 2, 11, 'T', 1, NULL, '2026-01-13 16:16:00', '2026-01-13 16:16:00'),
  (21, 2, 12, 'T', 0, '{"disable":[]}', '2026-01-14 13:00:00', '2026-01-14 13:00:00');

INSERT INTO `ost_form_entry_values` (`entry_id`, `field_id`, `value`, `value_id`) VALUES
  (1, 20, 'Harbour Bikes', NULL),
  (1, 21, NULL, NULL),
  (1, 22, NULL, NULL),
  (1, 23, NULL, NULL),
  (2, 30, NULL, NULL),
  (2, 31, 'Quay 4', NULL),
  (3, 3, '4915112345', NULL),
  (3, 4, NULL, NULL),
  (4, 3, NULL, NULL),
  (4, 4, NULL, NULL),
  (5, 3, NULL, NULL),
  (5, 4, NULL, NULL),
  (6, 3, NULL, NULL),
  (6, 4, NULL, NULL),
  (7, 10, 'Where can I leave my bike at night?', NULL),
  (7, 12, 'Normal', 2),
  (7, 13, NULL, NULL),
  (8, 10, 'Brake squeaks on guest bike', NULL),
  (8, 12, 'High', 3),
  (8, 13, 'HB-0217', NULL),
  (9, 50, '{"brake":"Brake"}', NULL),
  (9, 51, '1', NULL),
  (9, 52, 'In the yard behind the hostel', NULL),
  (10, 10, 'Stranded on the ferry with a broken lock', NULL),
  (10, 12, 'Emergency', 4),
  (10, 13, 'HB-0031', NULL),
  (11, 50, '{"lock":"Lock"}', NULL),
  (11, 51, '0', NULL),
  (11, 52, 'Ferry landing', NULL),
  (12, 10, 'Invoice shows 8 instead of 3 days', NULL),
  (12, 12, 'Normal', 2),
  (12, 13, NULL, NULL),
  (13, 10, 'Twelve bikes for the summer party', NULL),
  (13, 12, 'Normal', 2),
  (13, 13, NULL, NULL),
  (14, 10, 'Summer party: prepare the bikes', NULL),
  (14, 12, 'Normal', 2),
  (14, 13, NULL, NULL),
  (15, 10, 'Summer party: offer and deposit', NULL),
  (15, 12, 'Normal', 2),
  (15, 13, NULL, NULL),
  (16, 10, 'A bell that plays a tune', NULL),
  (16, 12, 'Low', 1),
  (16, 13, NULL, NULL),
  (17, 10, 'Helmet left in the tram', NULL),
  (17, 12, 'Normal', 2),
  (17, 13, NULL, NULL),
  (18, 10, 'Rear wheel out of true', NULL),
  (18, 12, 'High', 3),
  (18, 13, 'HB-0109', NULL),
  (19, 50, '{"wheel":"Wheel"}', NULL),
  (19, 51, '1', NULL),
  (19, 52, NULL, NULL),
  (20, 10, 'Größere Körbe für "Lastenräder" < 30 kg?', NULL),
  (20, 12, 'Normal', 2),
  (20, 13, NULL, NULL),
  (21, 10, 'Old key cards', NULL),
  (21, 12, 'Normal', 2),
  (21, 13, NULL, NULL);

INSERT INTO `ost__search` (`object_type`, `object_id`, `title`, `content`) VALUES
  ('U', 1, 'Ayla Demir', 'ayla@mail.example\n4915112345'),
  ('U', 2, 'Björn Åkesson', 'desk@hostel.example'),
  ('U', 3, 'Chiara Neri', 'chiara@mail.example'),
  ('U', 4, 'Sean O''Dowd', 'sean@mail.example'),
  ('O', 1, 'Harbour Hostel', 'Quay 4'),
  ('H', 1, 'Where can I leave my bike at night?', 'Is the rack at Pier 3 locked after ten?'),
  ('H', 2, '', 'Yes, it opens again at six. Your code works all night.'),
  ('T', 1, '480113 Where can I leave my bike at night?', 'Where can I leave my bike at night?'),
  ('H', 3, 'Brake squeaks on guest bike', 'Front brake, only when it is wet.'),
  ('H', 4, '', 'New pads ordered.'),
  ('T', 2, 'R-0001 Brake squeaks on guest bike', 'Brake squeaks on guest bike\nHB-0217\nBrake\nYes\nIn the yard behind the hostel'),
  ('H', 5, 'Stranded on the ferry with a broken lock', 'The lock does not open and I am on the last ferry.'),
  ('T', 3, 'R-0002 Stranded on the ferry with a broken lock', 'Stranded on the ferry with a broken lock\nHB-0031\nLock\nNo\nFerry landing'),
  ('H', 6, 'Invoice shows 8 instead of 3 days', 'We rented from Monday to Wednesday only.'),
  ('H', 7, '', 'You are right, a corrected invoice is on its way.'),
  ('T', 4, '517204 Invoice shows 8 instead of 3 days', 'Invoice shows 8 instead of 3 days'),
  ('H', 8, 'Twelve bikes for the summer party', 'We need twelve bikes, helmets and a trailer on the 20th.'),
  ('T', 5, '602881 Twelve bikes for the summer party', 'Twelve bikes for the summer party'),
  ('H', 9, 'Summer party: prepare the bikes', 'Twelve bikes, two of them for children.'),
  ('T', 6, '602882 Summer party: prepare the bikes', 'Summer party: prepare the bikes'),
  ('H', 10, 'Summer party: offer and deposit', 'Deposit paid by bank transfer.'),
  ('H', 11, '', 'Deposit received.'),
  ('T', 7, '602883 Summer party: offer and deposit', 'Summer party: offer and deposit'),
  ('H', 12, 'A bell that plays a tune', 'Just an idea for the **children**:\n\n- a bell\n- with a tune'),
  ('T', 8, '731950 A bell that plays a tune', 'A bell that plays a tune'),
  ('H', 13, 'Helmet left in the tram', 'Blue helmet, line 4, yesterday evening.'),
  ('H', 14, '', 'The tram office has it. Please bring your rental number.'),
  ('H', 15, '', 'Got it back, thank you!'),
  ('T', 9, '744012 Helmet left in the tram', 'Helmet left in the tram'),
  ('H', 16, 'Rear wheel out of true', 'It wobbles since the cobblestones.'),
  ('T', 10, 'R-0003 Rear wheel out of true', 'Rear wheel out of true\nHB-0109\nWheel\nYes'),
  ('H', 17, 'Größere Körbe für "Lastenräder" &lt; 30 kg?', 'Gibt es Körbe, die größer sind & trotzdem passen?'),
  ('T', 11, '805533 Größere Körbe für "Lastenräder" < 30 kg?', 'Größere Körbe für "Lastenräder" < 30 kg?'),
  ('H', 18, 'Old key cards', 'We found five old key cards in a drawer.'),
  ('T', 12, '811790 Old key cards', 'Old key cards');

COMMIT;
