package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Occasion.FileLink;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.ticket.AgentAccess;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.sql.Collation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What deciding mails needs of a reference snapshot, derived once per snapshot. */
public final class PlanRules {
    private final Reference reference;
    private final Senders senders;
    private final AlertMembers members;
    private final Teams teams;
    private final PersonNames names;
    private final AgentAccess access;
    private final Set<String> ownAddresses;

    private PlanRules(Reference reference) {
        this.reference = reference;
        this.senders = new Senders(reference);
        this.members = new AlertMembers(reference);
        this.teams = new Teams(reference);
        this.names = new PersonNames(reference);
        this.access = new AgentAccess(reference);
        this.ownAddresses = reference.mailboxes().all().stream()
                .map(mailbox -> Collation.key(mailbox.address))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static PlanRules of(Reference reference) {
        return new PlanRules(reference);
    }

    Reference reference() {
        return reference;
    }

    HelpDeskConfig config() {
        return reference.config();
    }

    Senders senders() {
        return senders;
    }

    AlertMembers members() {
        return members;
    }

    Teams teams() {
        return teams;
    }

    @Nullable
    Department department(int id) {
        return reference.departments().get(id);
    }

    @Nullable
    Staff agent(int id) {
        return reference.staff().get(id);
    }

    /** Null without a manager. The manager need not be a member of the department. */
    @Nullable
    Staff manager(@Nullable Department department) {
        return department == null ? null : agent(department.managerId);
    }

    /** Whether the agent may see the department's tickets. */
    boolean hasAccess(Staff agent, int departmentId) {
        Department department = department(departmentId);
        return department != null && !agent.assignedOnly && access.includes(agent, department);
    }

    /** Whether mails to the address come back to the help desk. */
    boolean isOwnAddress(String address) {
        return ownAddresses.contains(Collation.key(address));
    }

    MailAddressee to(Staff agent) {
        return MailAddressee.to(
                Objects.requireNonNullElse(names.agent(agent), ""), Objects.requireNonNullElse(agent.email, ""));
    }

    MailAddressee to(Person person) {
        return MailAddressee.to(name(person), person.address());
    }

    MailAddressee cc(Person person) {
        return MailAddressee.cc(name(person), person.address());
    }

    private String name(Person person) {
        return Objects.requireNonNullElse(names.user(person.name()), "");
    }

    /** The files that go along with an agent's reply or a canned answer; pictures in the text are none of them. */
    List<MailFile> files(List<FileLink> links) {
        return config().flag("email_attachments")
                ? links.stream()
                        .filter(link -> !link.inline())
                        .map(link -> new MailFile(link.file(), link.name()))
                        .toList()
                : List.of();
    }

    /** As stored; empty if the department's name is not public. */
    static String signature(@Nullable Department department) {
        return department != null && department.isPublic ? department.signature : "";
    }
}
