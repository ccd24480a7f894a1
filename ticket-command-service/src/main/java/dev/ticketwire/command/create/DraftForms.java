package dev.ticketwire.command.create;

import dev.ticketwire.command.form.FormEntry;
import java.util.List;

/**
 * The answered forms of a new ticket.
 *
 * @param ofTicket the ticket form first, then those of the help topic
 * @param ofUser the requester's form; without answers unless the requester is new
 */
record DraftForms(List<FormEntry> ofTicket, FormEntry ofUser) {}
