/** The kinds of events, without their version. A test compares them with what the services publish. */
export const EVENT_TYPES = [
  'ticket.created', 'ticket.status_changed', 'ticket.assigned', 'ticket.transferred', 'ticket.priority_changed',
  'ticket.sla_changed', 'ticket.topic_changed', 'ticket.subject_changed', 'ticket.field_changed',
  'ticket.source_changed', 'ticket.owner_changed', 'ticket.due_date_changed', 'ticket.overdue', 'ticket.answered',
  'ticket.message_posted', 'ticket.reply_posted', 'ticket.note_posted', 'ticket.entry_edited',
  'ticket.collaborator_added', 'ticket.collaborator_removed', 'ticket.referred', 'ticket.referral_removed',
  'ticket.linked', 'ticket.unlinked', 'ticket.merged', 'ticket.deleted', 'ticket.snapshot', 'ticket.resynchronised',
  'feed.gap',
];

export const VERSION = '.v1';

/** As an eye reads it: `ticket.created`. */
export function shortType(type) {
  return type?.replace(/\.v\d+$/, '') ?? '';
}
