package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.create.filter.FilterResult;
import dev.ticketwire.command.create.number.NumberedTicket;
import dev.ticketwire.command.create.number.NumberingScheme;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.notice.facts.Occasion.FileLink;
import dev.ticketwire.command.user.Requester;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new ticket that the rules have accepted, not written yet. */
final class TicketDraft implements NumberedTicket {
    final TicketRequest request;
    final OpenTicket command;
    final Requester requester;
    final DraftForms forms;
    final DraftMessage message;
    final EffectiveRouting routing;
    final InitialStatus status;
    final @Nullable Integer parent;
    final @Nullable LocalDateTime dueDate;
    final FilterResult filterResult;

    /** Further recipients of the mail. */
    final List<NewCollaborator> copied = new ArrayList<>();

    final List<ThreadEvent> events = new ArrayList<>();
    /** Whether the requester has as many open tickets with this one as the limit allows. */
    boolean limitReached;

    /** By the service level; null without one. */
    @Nullable
    LocalDateTime estimatedDueDate;

    /** Recipients of the message besides the agents; for a mail, its addressees. Null for nobody. */
    @Nullable
    Recipients recipients;

    private String number = "";
    private int ticketId;
    private int threadId;
    private int messageId;
    private int cannedId;
    private List<FileLink> cannedFiles = List.of();

    TicketDraft(
            TicketRequest request,
            Requester requester,
            DraftForms forms,
            DraftMessage message,
            EffectiveRouting routing,
            InitialStatus status,
            @Nullable Integer parent,
            @Nullable LocalDateTime dueDate,
            FilterResult filterResult) {
        this.request = request;
        this.command = request.command();
        this.recipients =
                request.mail() == null ? null : request.mail().letter().recipients();
        this.requester = requester;
        this.forms = forms;
        this.message = message;
        this.routing = routing;
        this.status = status;
        this.parent = parent;
        this.dueDate = dueDate;
        this.filterResult = filterResult;
    }

    @Override
    public NumberingScheme numbering() {
        return routing.numbering();
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public void setNumber(String number) {
        this.number = number;
    }

    @Override
    public int ticketId() {
        return ticketId;
    }

    /** The assigned agent; 0 for a closed ticket. */
    int staffId() {
        Staff staff = routing.staff();
        return staff == null || !status.open() ? 0 : staff.id;
    }

    int teamId() {
        Team team = routing.team();
        return team == null || !status.open() ? 0 : team.id;
    }

    int threadId() {
        return threadId;
    }

    int messageId() {
        return messageId;
    }

    /** Id of the canned response to post, 0 for none. */
    int cannedResponse() {
        return filterResult.cannedResponse();
    }

    /** Id of the entry with the canned response, 0 for none. */
    int cannedId() {
        return cannedId;
    }

    List<FileLink> cannedFiles() {
        return cannedFiles;
    }

    void ticketWritten(int id) {
        ticketId = id;
    }

    void threadWritten(int id) {
        threadId = id;
    }

    void messageWritten(int id) {
        messageId = id;
    }

    void cannedWritten(int id, List<FileLink> files) {
        cannedId = id;
        cannedFiles = files;
    }
}
