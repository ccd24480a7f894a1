package dev.ticketwire.osticket.check;

import dev.ticketwire.osticket.check.NeededTable.Content;
import java.util.List;
import java.util.stream.Stream;

/**
 * All tables that the suite reads or writes, with the columns that its statements name. A test compares the list with
 * the statements: it fails if a statement uses a table, column or verb that is not listed.
 */
final class NeededTables {
    /**
     * osTicket's reference data and keys, which every service keeps in memory.
     */
    private static final String REFERENCE = """
            api_key keys U: id isactive ipaddr apikey can_create_tickets notes updated created
            config: id namespace key value
            department: id pid sla_id schedule_id manager_id flags name ispublic group_membership ticket_auto_response \
              message_auto_response tpl_id email_id autoresp_email_id signature
            email: email_id noautoresp priority_id dept_id topic_id email name
            email_template: id tpl_id code_name subject body
            email_template_group: tpl_id lang
            event: id name
            filter: id execorder isactive match_all_rules stop_onmatch target email_id name
            filter_action: id filter_id sort type configuration
            filter_rule: id filter_id what how val isactive
            form: id type flags title name
            form_field: id form_id flags type label name configuration sort hint
            help_topic: topic_id topic_pid ispublic noautoresp flags status_id priority_id dept_id staff_id team_id \
              sla_id sequence_id sort topic number_format
            help_topic_form: id topic_id form_id sort extra
            list_items: id list_id status value extra sort properties
            schedule: id flags name timezone
            schedule_entry: id schedule_id sort name repeats starts_on starts_at ends_on ends_at stops_on day week month
            sla: id schedule_id flags grace_period name
            staff: staff_id dept_id username firstname lastname email isactive onvacation assigned_only \
              signature default_signature_type timezone
            staff_dept_access: staff_id dept_id flags
            team: team_id lead_id flags name
            team_member: team_id staff_id flags
            ticket_priority: priority_id priority priority_desc priority_urgency ispublic
            ticket_status: id name state mode flags sort properties created updated
            """;

    /**
     * Tickets and what belongs to them. The custom-data tables have a column for each field of a form; only the columns
     * that every help desk has are listed.
     */
    private static final String TICKETS = """
            _search commands ID: object_type object_id title content
            attachment commands ID: id object_id type file_id name inline
            canned_response: canned_id isenabled response
            draft commands D: namespace
            form_entry commands ID: id form_id object_id object_type sort extra created updated
            form_entry_values commands IUD: entry_id field_id value value_id
            organization: id manager status domain
            organization__cdata commands I: org_id
            sequence commands U: id next increment padding updated
            syslog commands I: log_type title log logger ip_address created updated
            task: object_id object_type flags
            thread commands IUD: id object_id object_type lastresponse lastmessage created
            thread_collaborator commands ID: id flags thread_id user_id role created updated
            thread_entry commands ID: id pid thread_id staff_id user_id type flags poster editor editor_type source \
              title body format ip_address recipients created updated
            thread_entry_email commands IU: id thread_entry_id mid headers
            thread_entry_merge commands I: id thread_entry_id data
            thread_event commands IU: id thread_id thread_type event_id staff_id team_id dept_id topic_id data \
              username uid uid_type annulled timestamp
            thread_referral commands ID: id thread_id object_id object_type created
            ticket commands IUD: ticket_id ticket_pid number user_id status_id dept_id sla_id topic_id staff_id \
              team_id email_id flags sort ip_address source isoverdue isanswered duedate est_duedate reopened closed \
              lastupdate created updated
            ticket__cdata commands IUD: ticket_id subject
            user commands I: id org_id default_email_id status name created updated
            user__cdata commands I: user_id
            user_account: user_id timezone
            user_email commands IU: id user_id flags address
            """;

    private static final String FILES = """
            file commands ID: id ft bk type size key signature name created
            file_chunk commands ID: file_id chunk_id filedata
            """;

    private static final String MAIL_ACCOUNTS = """
            email_account: id email_id type auth_bk active host port encryption allow_spoofing
            """;

    /** Added by the migration: which tickets other systems have created. */
    private static final String EXTERNAL_IDS = """
            ticketwire_external_id commands ID: api_key_id external_id ticket_id created
            """;

    /** Added by the migration: keys. */
    private static final String KEYS = """
            ticketwire_key keys IUD: id name active can_create_tickets can_update_tickets can_read_tickets \
              can_search_tickets can_delete_tickets can_read_stats can_manage_subtickets created
            ticketwire_key_secret keys IUD: digest key_id prefix created valid_until
            ticketwire_key_settings keys IUD: key_id departments addresses sees_notes expires requests_per_second \
              in_flight may_subscribe
            ticketwire_key_use keys IUD: key_id last_used
            """;

    /** Added by the migration: webhooks. */
    private static final String WEBHOOKS = """
            ticketwire_webhook webhooks IUD: id key_id description filter template sealed state reason failing_since \
              last_success missed_since revision fingerprint idempotency created changed
            ticketwire_webhook_attempt webhooks IUD: delivery_id number subscription_id started duration_ms status error \
              answer
            ticketwire_webhook_delivery webhooks IUD: id subscription_id event_id repeat_number type ticket_number \
              event_time partition_id record_offset body state attempts first_failure next_attempt created settled
            ticketwire_webhook_partition webhooks IUD: partition_id next_offset owner
            ticketwire_webhook_position webhooks IUD: subscription_id partition_id next_offset
            """;

    /** Added by the migration: commands, in whose traces mails are sent, and mails. */
    private static final String MAILS = """
            ticketwire_command commands ID: id kind api_key_id ticket_id ticket_number fingerprint state outcome \
              attempts traceparent topic_partition topic_offset accepted_at applied_at
            ticketwire_mail commands I mails UD: id command_id ticket_id ticket_number entry_id type mailbox_id \
              from_name from_address recipients subject message_id in_reply_to mail_references files done \
              created state attempts next_attempt first_failure claimed_by claimed_until server status error \
              settled resent
            """;

    private static final String MAIL_TEXTS = """
            ticketwire_mail_text commands I mails D: mail_id html text
            """;

    private static final String MAIL_COUNTS = """
            ticketwire_mail_count mails IUD: minute address number
            """;

    /** Columns that the migration adds to osTicket's {@code api_key}, unless the plugin has added them. */
    static final List<String> PERMISSIONS = List.of(
            "can_update_tickets",
            "can_read_tickets",
            "can_search_tickets",
            "can_delete_tickets",
            "can_read_stats",
            "can_manage_subtickets");

    /** The index of {@code ticket} without which new numbers would lock every ticket. */
    static final String INDEX = "ticketwire_number";

    static final List<NeededTable> OF_OSTICKET = Stream.of(
                    parsed(REFERENCE, Content.REFERENCE),
                    parsed(TICKETS, Content.TICKETS),
                    parsed(FILES, Content.FILES),
                    parsed(MAIL_ACCOUNTS, Content.MAIL_ACCOUNTS))
            .flatMap(tables -> tables)
            .toList();
    static final List<NeededTable> OF_TICKETWIRE = Stream.of(
                    parsed(EXTERNAL_IDS, Content.TICKETS),
                    parsed(KEYS, Content.REFERENCE),
                    parsed(WEBHOOKS, Content.WEBHOOKS),
                    parsed(MAILS, Content.MAILS),
                    parsed(MAIL_TEXTS, Content.MAIL_TEXTS),
                    parsed(MAIL_COUNTS, Content.MAIL_ACCOUNTS))
            .flatMap(tables -> tables)
            .toList();

    private NeededTables() {}

    private static Stream<NeededTable> parsed(String lines, Content content) {
        return lines.lines().map(line -> NeededTable.parse(line, content));
    }
}
