package dev.ticketwire.contract.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every error code of the suite, in alphabetical order. The constant's name is the code: {@code TICKET_NOT_FOUND} is
 * {@code ticket-not-found} on the wire. A code is part of the public API and never changes its meaning; its texts may
 * change.
 *
 * <p>Each has its HTTP status, then its documentation in two sentences or more: the meaning, and what the caller can
 * do. The gateway serves them at {@code /problems/{code}}. A second status exists only where a recorded answer of the
 * plugin requires it: a create answers 400 to a reference that does not exist, where all other operations answer 404.
 */
public enum ProblemCode {
    ALREADY_LINKED(
            422,
            "The ticket is already a child of this parent.",
            "Nothing to do. To move it to another parent, unlink it first."),
    API_KEY_EXPIRED(401, "The key has expired.", "Ask the operator for a new key, or to extend this one."),
    API_KEY_INACTIVE(
            401,
            "The key exists but is disabled.",
            "Ask the help desk's administrator to activate it, or for another key."),
    API_KEY_REQUIRED(401, "The request came without a key.", "Send the key in the header X-API-Key."),
    API_KEY_UNKNOWN(
            401,
            "There is no such key, or it may not be used from your address. The answer does not tell which.",
            "Check the key for typing errors. If it is right, ask the administrator for its permitted addresses."),
    ATTACHMENT_NOT_ACCESSIBLE(
            403,
            "No entry of a ticket that you may see has this file.",
            "Take the file_id from the thread of a ticket."),
    ATTACHMENT_TOO_LARGE(
            413,
            "A file is larger than this installation takes.",
            "Send a smaller one, or ask the operator about ticketwire.body.largest-attachment."),
    BELONGS_TO_PHP(
            404,
            "The path belongs to osTicket's PHP, not to Ticketwire.",
            "Ask the web server of osTicket. An operator can forward the path with ticketwire.php.url and "
                    + "ticketwire.php.paths."),
    BODY_MISSING(
            400,
            "The request needs a body, and has none, only blanks, or an empty object.",
            "Send an object with at least one member, as JSON or in another form that the operation takes."),
    BODY_TOO_LARGE(
            413,
            "The body is larger than this installation takes.",
            "Send less at once, such as fewer files, or ask the operator about ticketwire.body.largest."),
    BODY_TOO_SLOW(408, "The body arrived too slowly.", "Send it again over a faster line, or in smaller parts."),
    CHILD_MISSING(
            400,
            "The request does not say which ticket is to become the child.",
            "Send its number (childId on the plugin's path)."),
    CHILD_NOT_FOUND(404, "No ticket has the number of the child.", "Check the number. Internal ids do not count here."),
    CHILD_NOT_PERMITTED(
            403,
            "The key is restricted to departments, and the child ticket is in another.",
            "Use a key with that department, or without restriction."),
    COMMAND_NOT_FOUND(
            404,
            "No command with this id has been applied.",
            "Services use this code among themselves. If you see it, tell the operator."),
    CURSOR_EXPIRED(
            410,
            "The events after the cursor are not all kept any more, or the cursor belongs to an earlier topic.",
            "Read again what you keep of tickets, then go on from the cursor in oldest, or from now."),
    DATA_MISSING(400, "An operation of a bulk lacks its data.", "Put the body of the single request into data."),
    DATABASE_UNAVAILABLE(503, "The help desk's database cannot be reached.", "Try again after a while."),
    DEAD_LETTER_NOT_FOUND(
            404,
            "No open dead letter has this id. It may have been replayed or discarded.",
            "List the dead letters again."),
    DELIVERY_NOT_FOUND(
            404,
            "The webhook has no such delivery, or no longer: they are kept for 30 days.",
            "Use an id of the list of deliveries."),
    DELIVERY_NOT_WAITING(
            409,
            "The delivery has ended, so it cannot be discarded.",
            "Nothing to do: it is not sent again unless you ask for that."),
    DEPARTMENT_INACTIVE(
            400,
            "The department is archived or disabled.",
            "Choose another one; GET /departments says which are active."),
    DEPARTMENT_NOT_FOUND(404, 400, "There is no such department.", "Use an id or a name of GET /departments."),
    DEPARTMENT_NOT_PERMITTED(
            403,
            "The key is restricted to departments, and the ticket would be in another.",
            "Name one of the key's departments in departmentId, or use another key."),
    EVENTS_UNAVAILABLE(
            503,
            "The events cannot be read: their broker is away, or the topic does not exist yet.",
            "Wait for the seconds in Retry-After, then go on from the last cursor. Nothing is skipped."),
    EXTERNAL_ID_MISSING(
            400, "The request asks for a ticket by external id without naming one.", "Send externalId with a value."),
    FILE_NOT_FOUND(404, "The attachment exists, but its file does not.", "Ask for the file to be attached again."),
    FILE_UNREADABLE(
            500,
            "The file is stored outside the database, or is not as long as the help desk says.",
            "Tell the operator; the log names the file."),
    FORMAT_EMPTY(400, "The format is blank.", "Leave it out, or use markdown, html or text."),
    FORMAT_UNKNOWN(400, "There is no such format.", "Use markdown, html or text."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Your key was used with this Idempotency-Key for another request, within the last 8 days.",
            "Send a new Idempotency-Key for every new request, and the old one only with exactly the same request."),
    IDENTITY_MISSING(
            401,
            "A service received a request that the gateway has not signed.",
            "Ask the gateway. Operators: ticketwire.identity.public-keys of the service and "
                    + "ticketwire.identity.private-key of the gateway have to be a pair, and their clocks agree."),
    IF_MATCH_NOT_SUPPORTED(
            400, "If-Match was sent with a request that does not address a single ticket.", "Leave the header out."),
    INTERNAL_ERROR(
            500,
            "An unexpected error. The cause is in the log only.",
            "Repeat a read. Repeat a write with the same Idempotency-Key; if it fails again, tell the operator "
                    + "when it happened."),
    INVALID_ANSWER(
            400,
            "A form field does not accept this answer.",
            "detail says why, field says which. GET /help-topics lists what each field accepts."),
    INVALID_CURSOR(
            400,
            "The cursor belongs to another list, or to another order of this one, or is none at all.",
            "Use the whole URL from the header Link, of events the latest next or id; or start anew."),
    INVALID_DUE_DATE(
            400,
            "The due date is not a date, or is in the past.",
            "Send YYYY-MM-DD HH:MM:SS, later than now on the database's clock."),
    INVALID_FILE_ID(400, "The file id is not a whole number.", "Take the file_id from the thread of a ticket."),
    INVALID_HEADER(
            400,
            "The request has no Host header, or two, or a header without a name.",
            "Send exactly one Host header. If a proxy in front adds to the headers, look there."),
    INVALID_JSON(
            400,
            "The body is not valid JSON.",
            "detail says what is wrong and where. Send UTF-8, and check commas, quotes and line breaks within texts."),
    INVALID_TICKET(
            400,
            "The ticket cannot be opened because answers to the form are missing or invalid.",
            "detail lists them by field. GET /help-topics lists what each field accepts."),
    INVALID_TICKET_NUMBER(400, "No ticket can have this number, such as 0.", "Use the number shown on the ticket."),
    INVALID_URL(
            400,
            "The path does not have the form of this operation, or is ambiguous.",
            "Compare it with the documentation. A number cannot contain slashes, semicolons, dots or backslashes."),
    INVALID_VALUE(
            400, "A member, parameter or header has an invalid value.", "field says which, detail says what is valid."),
    INVALID_XML(
            400, "The body is not valid XML, or has a document type.", "detail says where. Leave document types out."),
    JSON_TOO_DEEP(400, "Objects and lists are nested deeper than this installation accepts.", "Send a flatter body."),
    KEY_NOT_FOUND(404, "No API key has this id.", "Take the id from the list of keys."),
    LINK_CYCLE(422, "The parent is already below the child.", "Unlink one of them first."),
    LINK_TO_ITSELF(400, "Parent and child are the same ticket.", "Name two different ones."),
    MAIL_HEADERS_TOO_LARGE(
            413,
            "The headers of the mail are larger than this installation takes.",
            "Ask the operator about ticketwire.mail.headers."),
    MAIL_NOT_FOUND(
            404, "No mail has this id, or not any more: they are kept for 30 days.", "Use an id of the list of mails."),
    MAIL_NOT_WAITING(
            409,
            "The mail is being sent, or it was sent or discarded.",
            "Look at its state; one that is being sent can be discarded when its attempt has failed."),
    MAIL_TOO_DEEP(
            413,
            "The parts of the mail are nested deeper than this installation takes.",
            "Send a mail with fewer levels, for example fewer forwards as attachment."),
    MAIL_TOO_MANY_PARTS(413, "The mail has more parts than this installation takes.", "Send a smaller mail."),
    METHOD_NOT_ALLOWED(
            405, "The path exists, but not with this method.", "Use one of those in the header Allow, or in detail."),
    NO_PARENT(404, "The ticket has no parent.", "Nothing to do."),
    NO_THREAD(
            400,
            "The ticket has no thread to post to.",
            "Tell the help desk's administrator; osTicket gives every ticket one."),
    NOT_A_PARTICIPANT(
            403,
            "The address is neither the ticket's owner's nor an active collaborator's.",
            "Add it as a collaborator in the help desk, or reply for the owner."),
    NOT_ACCEPTABLE(
            406,
            "The answer is not available in a type that Accept allows.",
            "Accept application/json, or omit the header."),
    NOT_FOUND(404, "Nothing is served under this path.", "Compare it with the documentation."),
    NOTE_EMPTY(400, "The note has no text, or none after sanitising.", "Send a note with text, or none."),
    NUMBER_MISSING(
            400, "An operation of a bulk does not name its ticket.", "Send number, in a link that of the child."),
    OP_MISSING(400, "An operation of a bulk has no op.", "Send op with create, update, delete or link."),
    OP_UNKNOWN(400, "The op of a bulk operation is unknown.", "Use create, update, delete or link."),
    OPEN_TASKS(422, "The ticket has open tasks, so it cannot be closed.", "Close its tasks first."),
    OPERATIONS_NUMBER(400, "A bulk has no operation, or more than 1,000.", "Divide it."),
    OPERATOR_TOKEN_MISSING(
            401,
            "The request to the management address has no valid operator token.",
            "Send it in the header Authorization, as a Bearer token. It is OPERATOR_TOKEN in .ticketwire/env."),
    ORIGIN_NOT_ALLOWED(
            403,
            "The page's origin is not allowed to call the API.",
            "Ask the operator to add the origin to ticketwire.cors.origins."),
    OSTICKET_KEY(
            409,
            "Names and secrets of osTicket's keys are managed by osTicket.",
            "Change them in osTicket's admin panel, or create one of Ticketwire's own keys."),
    OTHER_PARENT(422, "The ticket already has another parent.", "Unlink it first."),
    PARENT_IS_CHILD(
            400,
            "The parent is itself a child, so this member cannot give it children.",
            "Name the topmost ticket, or use the link operation."),
    PARENT_MISSING(400, "A link of a bulk does not name the parent.", "Send parent with the parent ticket's number."),
    PARENT_NOT_FOUND(404, 400, "There is no such parent ticket.", "Check its number."),
    PARENT_NOT_PERMITTED(
            403,
            "The key is restricted to departments, and the parent ticket is in another.",
            "Use a key with that department, or without restriction."),
    PERMISSION_DENIED(
            403,
            401,
            "The key lacks the permission for this operation. In a bulk, the other operations are carried out.",
            "Ask the administrator for it. detail names the operation, the documentation the permission."),
    PHP_TIMEOUT(
            504,
            "The request was forwarded to osTicket's PHP, which did not answer in time.",
            "Check whether osTicket did what was asked before you send it again."),
    PHP_UNAVAILABLE(
            502,
            "The request could not be forwarded: osTicket's PHP cannot be reached.",
            "Check that osTicket runs where ticketwire.php.url says."),
    PRECONDITION_FAILED(
            412,
            "The ticket or webhook has changed since you read it. Nothing was changed.",
            "Read it again, and send the new ETag in If-Match."),
    PRIORITY_NOT_FOUND(404, 400, "There is no such priority.", "Use an id or a name of GET /priorities."),
    RANGE_NOT_SATISFIABLE(416, "The file has no such part.", "Content-Range says how long it is."),
    RECEIPT_EXPIRED(
            404, "The receipt is older than 8 days; outcomes are not kept for longer.", "Look for the ticket itself."),
    RECEIPT_UNKNOWN(
            404, "The receipt is invalid, or belongs to another key.", "Ask with the key that sent the command."),
    REPLY_EMPTY(400, "The reply has no text, or none after sanitising.", "Send message with text."),
    REQUIRED_FIELDS_MISSING(
            422,
            "The ticket cannot be closed before its required fields are answered.",
            "Answer them, in the same update if needed."),
    SENDER_MISSING(
            400,
            "The mail has no sender that could become the ticket's owner.",
            "Send a mail with a From line that has an address."),
    SLA_INACTIVE(400, "The service level is disabled.", "Choose another one; GET /slas says which are active."),
    SLA_NOT_FOUND(404, 400, "There is no such service level.", "Use an id or a name of GET /slas."),
    SNAPSHOT_NOT_FOUND(404, "No snapshot of tickets is running, or there never was one.", "Start one."),
    SNAPSHOT_RUNNING(
            409, "A snapshot of tickets is running, and there is one at a time.", "Wait for its end, or cancel it."),
    SOURCE_UNKNOWN(400, "There is no such source.", "Use API, Web, Email, Phone or Other."),
    STAFF_INACTIVE(400, "The agent's account is disabled.", "Choose another one; GET /agents says who is active."),
    STAFF_NOT_FOUND(404, 400, "There is no such agent.", "Use an id, an e-mail address or a username of GET /agents."),
    STATUS_NOT_FOUND(404, 400, "There is no such status.", "Use an id or a name of GET /statuses."),
    STATUS_NOT_SETTABLE(
            422, "This status is reserved by osTicket and cannot be set.", "Use another one, or the delete operation."),
    SUBSCRIPTIONS_NOT_ALLOWED(
            403,
            "The key may read tickets, but not have webhooks.",
            "Ask the operator to set maySubscribe for this key."),
    TEAM_INACTIVE(400, "The team is disabled.", "Choose another one; GET /teams says which are active."),
    TEAM_NOT_FOUND(404, 400, "There is no such team.", "Use an id or a name of GET /teams."),
    TICKET_DENIED(
            403,
            "The help desk accepts no tickets from this address, by its ban list, a filter or its settings.",
            "Ask the help desk's administrator."),
    TICKET_NOT_FOUND(404, "No ticket has this number.", "Check the number; it is the one printed in mails."),
    TOO_BROAD(
            422,
            "The query exceeds the time limit of a statement.",
            "Narrow it down by a range of time, a department or a status."),
    TOO_MANY_ATTACHMENTS(
            413,
            "There are more files than this installation accepts at once.",
            "Send fewer, or the rest with a note or a reply."),
    TOO_MANY_IN_FLIGHT(
            429,
            "The key has reached its limit of concurrent requests.",
            "Wait for an answer before the next request."),
    TOO_MANY_OPEN_TICKETS(
            400, "The requester has as many open tickets as the help desk allows.", "Close some of them first."),
    TOO_MANY_REQUESTS(
            429,
            "The key has used up its requests for this second.",
            "Wait for the seconds in Retry-After; RateLimit says what is left."),
    TOO_MANY_STREAMS(
            429,
            "The key has as many open event streams as one key may have.",
            "Close one of them, or ask the operator about ticketwire.stream.most-per-key."),
    TOO_MANY_WEBHOOKS(
            409,
            "The key has as many webhooks as one key may have.",
            "Delete some, or ask the operator about ticketwire.webhooks.subscriptions.most-per-key."),
    TOPIC_INACTIVE(400, "The help topic is disabled.", "Choose another one; GET /help-topics says which are active."),
    TOPIC_MISSING(
            422,
            "The help desk requires a help topic to close a ticket, and this one has none.",
            "Set topicId, in the same update if needed."),
    TOPIC_NOT_FOUND(404, "There is no such help topic.", "Use an id or a name of GET /help-topics."),
    TWO_AUTHORS(400, "The reply names an agent and a customer.", "Send staffId or email, not both."),
    UNAVAILABLE(
            503,
            "A required system is down, did not answer in time, or is overloaded.",
            "Wait for the seconds in Retry-After. Repeat a write with the same Idempotency-Key; it is applied once."),
    UNKNOWN_FIELD(
            400, "A member or parameter is unknown here.", "field names it. Leave it out, or look for a typing error."),
    UNREADABLE_BODY(
            400,
            "The body is not in its declared encoding, or is not a form although its content type says so.",
            "detail says where. Send UTF-8, or name the charset in the content type; let a library write forms "
                    + "with files."),
    UNSUPPORTED_CONTENT_ENCODING(415, "The body is compressed.", "Send it uncompressed."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The operation does not accept this content type, and the body does not start like JSON or XML.",
            "detail lists the accepted types. Most operations accept application/json."),
    URL_NOT_SUPPORTED(400, "Nothing is served under this path of the plugin.", "Compare it with the documentation."),
    WEBHOOK_HELD(
            409,
            "The webhook cannot be resumed: an operator has paused it, or its key may not have webhooks.",
            "Ask the operator to resume it, or to give the key its rights back first."),
    WEBHOOK_NOT_FOUND(
            404, "The key has no such webhook.", "Use an id of GET /webhooks; each key sees its own webhooks only.");

    private static final Map<String, ProblemCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemCode::code, Function.identity()));

    private final String code;
    private final List<Integer> statuses;
    private final String meaning;
    private final String remedy;

    ProblemCode(int status, String meaning, String remedy) {
        this(List.of(status), meaning, remedy);
    }

    ProblemCode(int status, int furtherStatus, String meaning, String remedy) {
        this(List.of(status, furtherStatus), meaning, remedy);
    }

    ProblemCode(List<Integer> statuses, String meaning, String remedy) {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.statuses = statuses;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Empty for a code of another release, such as one stored in the inbox. */
    public static Optional<ProblemCode> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The title of a code: the code in words, e.g. {@code ticket not found}. */
    public static String title(String code) {
        return code.replace('-', ' ');
    }

    /** The code on the wire, e.g. {@code ticket-not-found}. */
    public String code() {
        return code;
    }

    /** The HTTP status, 400–599, unless {@link Refusal#as} gives another of {@link #statuses}. */
    public int status() {
        return statuses.getFirst();
    }

    /** All HTTP statuses of the code, the usual one first. */
    public List<Integer> statuses() {
        return statuses;
    }

    public String title() {
        return title(code);
    }

    /** The meaning, as plain text in whole sentences. */
    public String meaning() {
        return meaning;
    }

    /** What the caller can do, as plain text in whole sentences. */
    public String remedy() {
        return remedy;
    }
}
