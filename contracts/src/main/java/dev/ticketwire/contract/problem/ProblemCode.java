package dev.ticketwire.contract.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every error code of the suite, in the order of the alphabet. The constant's name is the code: {@code TICKET_NOT_FOUND}
 * is {@code ticket-not-found} on the wire. A code is part of the public API and never changes its meaning; its texts may
 * change.
 *
 * <p>Each has its HTTP status, then its documentation in two sentences or more: the meaning, and what the caller can do.
 * The gateway serves them at {@code /problems/{code}}. A second status is one that a recorded answer of the plugin asks
 * for: a create answers 400 to a reference that does not exist, where all other operations answer 404.
 */
public enum ProblemCode {
    ALREADY_LINKED(
            422,
            "The ticket hangs under this parent already.",
            "Nothing is left to do. To hang it elsewhere, unlink it first."),
    API_KEY_EXPIRED(
            401, "The key was valid until a time that is over.", "Ask the operator for another key, or for more time."),
    API_KEY_INACTIVE(
            401,
            "The key exists and may not be used.",
            "Ask the help desk's administrator to activate it, or for another key."),
    API_KEY_REQUIRED(401, "The request came without a key.", "Send the key in the header X-API-Key."),
    API_KEY_UNKNOWN(
            401,
            "There is no such key, or it may not be used from your address. Which of the two is not said.",
            "Check the key for typing errors. If it is right, ask the administrator which addresses it may be "
                    + "used from."),
    ATTACHMENT_NOT_ACCESSIBLE(
            403, "No entry of a ticket has this file.", "Take the file_id from the thread of a ticket."),
    ATTACHMENT_TOO_LARGE(
            413,
            "A file is larger than this installation takes.",
            "Send a smaller one, or ask the operator about ticketwire.body.largest-attachment."),
    BELONGS_TO_PHP(
            404,
            "The path is one of osTicket's own, which its PHP answers. Ticketwire was asked for it.",
            "Ask the web server of osTicket. An operator can have the path passed on, by ticketwire.php.url and "
                    + "ticketwire.php.paths."),
    BODY_MISSING(
            400,
            "The request needs a body and has none, blanks alone, or an empty object.",
            "Send an object with at least one member, as JSON or in another form that the operation takes."),
    BODY_TOO_LARGE(
            413,
            "The body is larger than this installation takes.",
            "Send less at once, such as fewer files, or ask the operator about ticketwire.body.largest."),
    BODY_TOO_SLOW(
            408,
            "The body came so slowly that the connection was given up.",
            "Send it again over a faster line, or in smaller parts."),
    CHILD_MISSING(
            400,
            "The request does not say which ticket is to become the child.",
            "Send its number (childId on the plugin's path)."),
    CHILD_NOT_FOUND(404, "No ticket has the number of the child.", "Check the number. Internal ids do not count here."),
    CHILD_NOT_PERMITTED(
            403,
            "The key is bound to departments, and the child ticket lies in another.",
            "Use a key of that department, or of all."),
    COMMAND_NOT_FOUND(
            404,
            "No command with this id has been applied.",
            "This is said between services. If you see it, tell the operator."),
    DATA_MISSING(400, "An operation of a bulk lacks its data.", "Put the body of the single request into data."),
    DATABASE_UNAVAILABLE(503, "The help desk's database cannot be reached.", "Try again after a while."),
    DEAD_LETTER_NOT_FOUND(
            404,
            "No open dead letter has this id. It may have been replayed or discarded.",
            "List the dead letters again."),
    DEPARTMENT_INACTIVE(
            400,
            "The department is archived or disabled.",
            "Choose another one; GET /departments says which are active."),
    DEPARTMENT_NOT_FOUND(404, 400, "There is no such department.", "Use an id or a name of GET /departments."),
    DEPARTMENT_NOT_PERMITTED(
            403,
            "The key is bound to departments, and the ticket would lie in another.",
            "Name one of the key's departments in departmentId, or use a key of the other."),
    EXTERNAL_ID_MISSING(
            400,
            "The request asks for a ticket by your own name for it, and gives none.",
            "Send externalId with a value."),
    FILE_NOT_FOUND(404, "The attachment is there, its file is gone.", "Ask for the file to be attached again."),
    FILE_UNREADABLE(
            500,
            "The file is stored outside the database, or is not as long as the help desk says.",
            "Tell the operator; the log names the file."),
    FORMAT_EMPTY(400, "The format is named, but blank.", "Leave it out, or use markdown, html or text."),
    FORMAT_UNKNOWN(400, "There is no such format.", "Use markdown, html or text."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Your key was used with this Idempotency-Key for another request, within the last 8 days.",
            "Send a new Idempotency-Key for every new request, and the old one only with exactly the same request."),
    IDENTITY_MISSING(
            401,
            "A service was asked by somebody else than the gateway.",
            "Ask the gateway. Operators: ticketwire.identity.public-keys of the service and "
                    + "ticketwire.identity.private-key of the gateway have to be a pair, and their clocks agree."),
    IF_MATCH_NOT_SUPPORTED(
            400, "If-Match was sent where there is no one ticket that it could be about.", "Leave the header out."),
    INTERNAL_ERROR(
            500,
            "Something failed that should not have. The cause is in the log and is not shown.",
            "Repeat a read. Repeat a write with the same Idempotency-Key; if it fails again, tell the operator "
                    + "when it happened."),
    INVALID_ANSWER(
            400,
            "A form field does not take this answer.",
            "detail says why, field says which. GET /help-topics has what each field takes."),
    INVALID_CURSOR(
            400,
            "The cursor was not made by this list, or by another order of it.",
            "Take the whole link from the header Link, or begin at the first page."),
    INVALID_DUE_DATE(
            400,
            "The due date is no date, or has passed.",
            "Send YYYY-MM-DD HH:MM:SS, later than now on the database's clock."),
    INVALID_FILE_ID(
            400,
            "The id of a file is a whole number, and this is none.",
            "Take the file_id from the thread of a ticket."),
    INVALID_HEADER(
            400,
            "The request has no Host header, or two, or a header without a name.",
            "Send exactly one Host header. If a proxy in front adds to the headers, look there."),
    INVALID_JSON(
            400,
            "The body is no JSON.",
            "detail says what is wrong and where. Send UTF-8, and check commas, quotes and line breaks within texts."),
    INVALID_TICKET(
            400,
            "The ticket cannot be opened, because answers to the form are missing or wrong.",
            "detail lists them by field. GET /help-topics has what each field takes."),
    INVALID_TICKET_NUMBER(
            400, "This is no number that a ticket can have, such as 0.", "Use the number that the ticket shows."),
    INVALID_URL(
            400,
            "The path is not of the form that this operation has, or can be read in more than one way.",
            "Compare it with the documentation. Slashes, semicolons, dots and backslashes cannot be part of a number."),
    INVALID_VALUE(
            400,
            "A member, parameter or header has a value that means nothing there.",
            "field says which, detail what would do."),
    INVALID_XML(400, "The body is no XML, or has a document type.", "detail says where. Leave document types out."),
    JSON_TOO_DEEP(400, "Objects and lists are nested deeper than this installation takes.", "Send a flatter body."),
    KEY_NOT_FOUND(404, "No API key has this id.", "Take the id from the list of keys."),
    LINK_CYCLE(422, "The parent is below the child already.", "Unlink one of them first."),
    LINK_TO_ITSELF(400, "Parent and child are the same ticket.", "Name two different ones."),
    MAIL_HEADERS_TOO_LARGE(
            413,
            "The headers of the mail are larger than this installation takes.",
            "Ask the operator about ticketwire.mail.headers."),
    MAIL_TOO_DEEP(
            413,
            "The parts of the mail are nested deeper than this installation takes.",
            "Send a mail with fewer layers, such as not forwarded as an attachment over and over."),
    MAIL_TOO_MANY_PARTS(413, "The mail has more parts than this installation takes.", "Send a smaller mail."),
    METHOD_NOT_ALLOWED(
            405, "The path exists, but not with this method.", "Use one of those in the header Allow, or in detail."),
    NO_PARENT(404, "The ticket hangs under no other.", "Nothing is left to do."),
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
            "The answer has none of the forms that Accept asks for.",
            "Ask for application/json, or leave Accept out."),
    NOT_FOUND(404, "Nothing is served under this path.", "Compare it with the documentation."),
    NOTE_EMPTY(400, "The note has no text, or none is left once it is cleaned.", "Send a note with text, or none."),
    NUMBER_MISSING(
            400, "An operation of a bulk does not name its ticket.", "Send number, in a link that of the child."),
    OP_MISSING(
            400,
            "An operation of a bulk does not say what is to be done.",
            "Send op with create, update, delete or link."),
    OP_UNKNOWN(400, "An operation of a bulk asks for something unknown.", "Use create, update, delete or link."),
    OPEN_TASKS(422, "The ticket has open tasks, so it cannot be closed.", "Close its tasks first."),
    OPERATIONS_NUMBER(400, "A bulk has no operation, or more than 1,000.", "Divide it."),
    OPERATOR_TOKEN_MISSING(
            401,
            "The operator's address was asked without the operator's token.",
            "Send it in the header Authorization, as a Bearer token. It is OPERATOR_TOKEN in .ticketwire/env."),
    ORIGIN_NOT_ALLOWED(
            403,
            "A page of a site called that may not.",
            "Ask the operator to name the site in ticketwire.cors.origins."),
    OSTICKET_KEY(
            409,
            "Name and secret of osTicket's own keys belong to osTicket.",
            "Change them in osTicket's admin panel, or make a key of Ticketwire's own."),
    OTHER_PARENT(422, "The ticket hangs under another one already.", "Unlink it first."),
    PARENT_IS_CHILD(
            400,
            "The parent hangs under a ticket itself, so it cannot have children by this member.",
            "Name the topmost ticket, or use the operation that links."),
    PARENT_MISSING(400, "A link of a bulk does not name the parent.", "Send parent with the parent ticket's number."),
    PARENT_NOT_FOUND(404, 400, "There is no such parent ticket.", "Check its number."),
    PARENT_NOT_PERMITTED(
            403,
            "The key is bound to departments, and the parent ticket lies in another.",
            "Use a key of that department, or of all."),
    PERMISSION_DENIED(
            403,
            401,
            "The key lacks the permission for this operation. In a bulk, the other operations are carried out.",
            "Ask the administrator for it. detail names the operation, the documentation the permission."),
    PHP_TIMEOUT(
            504,
            "The path is passed on to osTicket's PHP, which did not answer in time.",
            "Check whether osTicket did what was asked before you send it again."),
    PHP_UNAVAILABLE(
            502,
            "The path is passed on to osTicket's PHP, which cannot be reached.",
            "Check that osTicket runs where ticketwire.php.url says."),
    PRECONDITION_FAILED(
            412,
            "The ticket has changed since you read it, so nothing was done.",
            "Read it again, decide again, and send the new ETag in If-Match."),
    PRIORITY_NOT_FOUND(404, 400, "There is no such priority.", "Use an id or a name of GET /priorities."),
    RANGE_NOT_SATISFIABLE(416, "The file has no such part.", "Content-Range says how long it is."),
    RECEIPT_EXPIRED(
            404, "The receipt is older than 8 days; outcomes are not kept for longer.", "Look for the ticket itself."),
    RECEIPT_UNKNOWN(
            404, "The receipt is not one of ours, or another key's.", "Ask with the key that sent the command."),
    REPLY_EMPTY(400, "The reply has no text, or none is left once it is cleaned.", "Send message with text."),
    REQUIRED_FIELDS_MISSING(
            422,
            "The ticket cannot be closed before certain fields are answered.",
            "Answer them, in the same update if you like."),
    SENDER_MISSING(
            400,
            "The mail has no sender that could become the ticket's owner.",
            "Send a mail with a From line that has an address."),
    SLA_INACTIVE(400, "The service level is disabled.", "Choose another one; GET /slas says which are active."),
    SLA_NOT_FOUND(404, 400, "There is no such service level.", "Use an id or a name of GET /slas."),
    SOURCE_UNKNOWN(400, "A ticket cannot come from such a source.", "Use API, Web, Email, Phone or Other."),
    STAFF_INACTIVE(400, "The agent's account is disabled.", "Choose another one; GET /agents says who is active."),
    STAFF_NOT_FOUND(404, 400, "There is no such agent.", "Use an id, an e-mail address or a username of GET /agents."),
    STATUS_NOT_FOUND(404, 400, "There is no such status.", "Use an id or a name of GET /statuses."),
    STATUS_NOT_SETTABLE(
            422,
            "This status is osTicket's own and cannot be set by hand.",
            "Use another one, or the operation that deletes."),
    TEAM_INACTIVE(400, "The team is disabled.", "Choose another one; GET /teams says which are active."),
    TEAM_NOT_FOUND(404, 400, "There is no such team.", "Use an id or a name of GET /teams."),
    TICKET_DENIED(
            403,
            "The help desk does not take tickets from this address, by its ban list, a filter or its settings.",
            "Ask the help desk's administrator."),
    TICKET_NOT_FOUND(404, "No ticket has this number.", "Check the number; it is the one printed in mails."),
    TOO_BROAD(
            422,
            "The question takes longer than a statement may.",
            "Narrow it down by a range of time, a department or a status."),
    TOO_MANY_ATTACHMENTS(
            413,
            "There are more files than this installation takes at once.",
            "Send fewer, or the rest with a note or a reply."),
    TOO_MANY_IN_FLIGHT(
            429,
            "As many requests of this key as it may have at once are being answered.",
            "Wait for an answer before the next request."),
    TOO_MANY_OPEN_TICKETS(
            400, "The requester has as many open tickets as the help desk allows.", "Close some of them first."),
    TOO_MANY_REQUESTS(
            429,
            "The key has used up its requests for this second.",
            "Wait for the seconds in Retry-After; RateLimit says what is left."),
    TOPIC_INACTIVE(400, "The help topic is disabled.", "Choose another one; GET /help-topics says which are active."),
    TOPIC_MISSING(
            422,
            "The help desk closes no ticket without a help topic, and this one has none.",
            "Set topicId, in the same update if you like."),
    TOPIC_NOT_FOUND(404, "There is no such help topic.", "Use an id or a name of GET /help-topics."),
    TWO_AUTHORS(400, "The reply names an agent and a customer.", "Send staffId or email, not both."),
    UNAVAILABLE(
            503,
            "Something that is needed is away, did not answer in time, or has no room for more.",
            "Wait as long as Retry-After says. Repeat a write with the same Idempotency-Key; it is carried out once."),
    UNKNOWN_FIELD(
            400,
            "A member or parameter has no meaning here.",
            "field names it. Leave it out, or look for a typing error."),
    UNREADABLE_BODY(
            400,
            "The body is not in the encoding that it says, or is no form although its content type says so.",
            "detail says where. Send UTF-8, or name the charset in the content type; let a library write forms "
                    + "with files."),
    UNSUPPORTED_CONTENT_ENCODING(415, "The body is compressed.", "Send it as it is."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is of a type that this operation does not take, and does not begin like JSON or XML either.",
            "detail says which types it takes. For most it is application/json."),
    URL_NOT_SUPPORTED(400, "Nothing is served under this path of the plugin.", "Compare it with the documentation.");

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

    /** Empty for a code of a newer or older release, such as one that the inbox still holds. */
    public static Optional<ProblemCode> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The title that goes with a code: the code in words, e.g. {@code ticket not found}. */
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

    /** Every HTTP status that the code comes with, the usual one first. */
    public List<Integer> statuses() {
        return statuses;
    }

    public String title() {
        return title(code);
    }

    /** What has happened. Plain text, whole sentences. */
    public String meaning() {
        return meaning;
    }

    /** What the caller can do. Plain text, whole sentences. */
    public String remedy() {
        return remedy;
    }
}
