package dev.ticketwire.command.create;

import dev.ticketwire.command.collaborator.CollaboratorRows;
import dev.ticketwire.command.collaborator.InactiveCollaborators;
import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.user.Organization;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Adds collaborators to new tickets: members of the requester's organisation and further recipients of a mail. */
final class Collaborators {
    private static final String MEMBERS = "SELECT u.id, u.name, u.org_id, u.status, e.address FROM {user} u"
            + " LEFT JOIN {user_email} e ON e.id = u.default_email_id WHERE u.org_id IN :keys ORDER BY u.id";
    private static final int PRIMARY_CONTACT = 1;

    private final InactiveCollaborators inactive;
    private final String nameFormat;
    private final CollaboratorRows rows;
    private final List<Joining> joining = new ArrayList<>();
    private final Map<TicketDraft, List<ThreadEvent>> events = new LinkedHashMap<>();

    private record Member(int id, String name, int status, String address) {}

    /** @param place index among the rows */
    private record Joining(TicketDraft draft, Member member, int place) {}

    private Collaborators(OpenTicketRules rules, String now) {
        this.inactive = rules.inactiveFollowers();
        this.nameFormat = rules.nameFormat();
        this.rows = new CollaboratorRows(now);
    }

    /** Writes the collaborators, and adds them to the history and the message of each draft. */
    static void join(Connection connection, List<TicketDraft> drafts, OpenTicketRules rules, String now)
            throws SQLException {
        Map<Integer, List<Member>> members = members(connection, drafts);
        Collaborators collaborators = new Collaborators(rules, now);
        int place = 0;
        for (TicketDraft draft : drafts) {
            Set<Integer> those = new HashSet<>(Set.of(draft.requester.id()));
            Organization organization = draft.requester.organization();
            if (organization != null && organization.membersCollaborate()) {
                place = collaborators.join(draft, organization, members, those, place);
            }
            place += collaborators.joinCopied(draft, those);
        }
        int[] ids = collaborators.rows.returning(connection);
        collaborators.events.forEach(CreationEvents::insertCollaborators);
        collaborators.copy(ids);
    }

    private int join(
            TicketDraft draft,
            Organization organization,
            Map<Integer, List<Member>> members,
            Set<Integer> those,
            int firstPlace) {
        int place = firstPlace;
        for (Member member : members.getOrDefault(organization.id(), List.of())) {
            boolean follows = !organization.onlyPrimaryContactsCollaborate() || (member.status & PRIMARY_CONTACT) != 0;
            if (follows && those.add(member.id)) {
                boolean active = !inactive.has(member.address);
                rows.add(draft.threadId(), member.id, active);
                tell(draft, member);
                if (active) {
                    joining.add(new Joining(draft, member, place));
                }
                place++;
            }
        }
        if (place > firstPlace) {
            eventsOf(draft).add(ThreadEvent.collaborator(PhpJson.write(Map.of("org", organization.id()))));
        }
        return place;
    }

    private int joinCopied(TicketDraft draft, Set<Integer> those) {
        List<NewCollaborator> joined =
                draft.copied.stream().filter(one -> those.add(one.user().id())).toList();
        joined.forEach(one -> rows.add(draft.threadId(), one.user().id(), one.active()));
        if (!joined.isEmpty()) {
            eventsOf(draft).add(ThreadEvent.copied(0, 0, NewCollaborator.history(joined, nameFormat)));
        }
        return joined.size();
    }

    private void tell(TicketDraft draft, Member member) {
        String name = PersonName.of(member.name).in(nameFormat);
        eventsOf(draft)
                .add(ThreadEvent.collaborator(
                        PhpJson.write(Map.of("add", Map.of(Integer.toString(member.id), Map.of("name", name))))));
    }

    private List<ThreadEvent> eventsOf(TicketDraft draft) {
        return events.computeIfAbsent(draft, key -> new ArrayList<>());
    }

    /** Sets the recipients of the message if they are not set yet. */
    private void copy(int[] ids) {
        Map<TicketDraft, Map<String, String>> copies = new LinkedHashMap<>();
        for (Joining one : joining) {
            String name = PersonName.of(one.member.name).in(nameFormat);
            copies.computeIfAbsent(one.draft, draft -> new LinkedHashMap<>())
                    .put(Integer.toString(ids[one.place]), name + " <" + one.member.address + ">");
        }
        copies.forEach((draft, those) -> {
            if (draft.recipients == null) {
                draft.recipients = Recipients.of(Map.of(), those);
            }
        });
    }

    private static Map<Integer, List<Member>> members(Connection connection, List<TicketDraft> drafts)
            throws SQLException {
        Set<Integer> organizations = new TreeSet<>();
        for (TicketDraft draft : drafts) {
            Organization organization = draft.requester.organization();
            if (organization != null && organization.membersCollaborate()) {
                organizations.add(organization.id());
            }
        }
        Map<Integer, List<Member>> members = new HashMap<>();
        Statements.read(
                connection,
                MEMBERS,
                organizations,
                row -> members.computeIfAbsent(row.getInt(3), id -> new ArrayList<>())
                        .add(new Member(
                                row.getInt(1),
                                row.getString(2),
                                row.getInt(4),
                                Objects.requireNonNullElse(row.getString(5), ""))));
        return members;
    }
}
