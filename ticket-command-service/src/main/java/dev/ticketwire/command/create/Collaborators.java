package dev.ticketwire.command.create;

import dev.ticketwire.command.entry.Recipients;
import dev.ticketwire.command.sql.Collation;
import dev.ticketwire.command.sql.Placeholders;
import dev.ticketwire.command.sql.RowInsert;
import dev.ticketwire.command.ticket.ThreadEvent;
import dev.ticketwire.command.user.Organization;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.text.PersonName;
import dev.ticketwire.osticket.text.PhpJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Members of the requester's organisation who follow its tickets. */
final class Collaborators {
    private static final String MEMBERS =
            TablePrefix.named("SELECT u.id, u.name, u.org_id, u.status, e.address FROM {user} u"
                    + " LEFT JOIN {user_email} e ON e.id = u.default_email_id WHERE u.org_id IN ");
    private static final RowInsert ROW = new RowInsert(
            "INSERT INTO {thread_collaborator} (flags, thread_id, user_id, role, created, updated)", "(?,?,?,'M',?,?)");
    private static final int PRIMARY_CONTACT = 1;
    private static final int COPIED = 2;
    private static final int ACTIVE = 1;

    private Collaborators() {}

    private record Member(int id, String name, int status, String address) {}

    private record Joining(Draft draft, Member member, boolean active) {}

    /** Writes them, and tells each draft's history and message about them. */
    static void join(Connection connection, List<Draft> drafts, Reference reference, String nameFormat, String now)
            throws SQLException {
        Map<Integer, List<Member>> members = members(connection, drafts);
        if (members.isEmpty()) {
            return;
        }
        Set<String> agents = reference.config().flag("disable_agent_collabs") ? agents(reference) : Set.of();
        List<Joining> joining = new ArrayList<>();
        RowInsert rows = ROW.fresh();
        for (Draft draft : drafts) {
            Organization organization = draft.requester.organization();
            if (organization == null || !organization.membersCollaborate()) {
                continue;
            }
            for (Member member : members.getOrDefault(organization.id(), List.of())) {
                boolean follows =
                        !organization.onlyPrimaryContactsCollaborate() || (member.status & PRIMARY_CONTACT) != 0;
                if (follows && member.id != draft.requester.id()) {
                    boolean active = !agents.contains(Collation.key(member.address));
                    rows.add(COPIED | (active ? ACTIVE : 0), draft.threadId(), member.id, now, now);
                    joining.add(new Joining(draft, member, active));
                }
            }
        }
        tell(joining, rows.returning(connection, "id"), nameFormat);
    }

    private static void tell(List<Joining> joining, int[] ids, String nameFormat) {
        Map<Draft, List<ThreadEvent>> events = new LinkedHashMap<>();
        Map<Draft, Map<String, String>> copies = new LinkedHashMap<>();
        for (int i = 0; i < ids.length; i++) {
            Joining one = joining.get(i);
            String name = PersonName.of(one.member.name).in(nameFormat);
            events.computeIfAbsent(one.draft, draft -> new ArrayList<>())
                    .add(ThreadEvent.collaborator(PhpJson.write(
                            Map.of("add", Map.of(Integer.toString(one.member.id), Map.of("name", name))))));
            if (one.active) {
                copies.computeIfAbsent(one.draft, draft -> new LinkedHashMap<>())
                        .put(Integer.toString(ids[i]), name + " <" + one.member.address + ">");
            }
        }
        events.forEach((draft, joined) -> {
            Organization organization = Objects.requireNonNull(draft.requester.organization());
            joined.add(ThreadEvent.collaborator(PhpJson.write(Map.of("org", organization.id()))));
            History.insertCollaborators(draft, joined);
        });
        copies.forEach((draft, those) -> {
            if (draft.recipients == null) {
                draft.recipients = Recipients.of(Map.of(), those);
            }
        });
    }

    private static Map<Integer, List<Member>> members(Connection connection, List<Draft> drafts) throws SQLException {
        Set<Integer> organizations = new TreeSet<>();
        for (Draft draft : drafts) {
            Organization organization = draft.requester.organization();
            if (organization != null && organization.membersCollaborate()) {
                organizations.add(organization.id());
            }
        }
        Map<Integer, List<Member>> members = new HashMap<>();
        if (organizations.isEmpty()) {
            return members;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(MEMBERS + Placeholders.in(organizations.size()) + " ORDER BY u.id")) {
            Placeholders.bind(statement, 1, organizations);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.computeIfAbsent(rows.getInt(3), id -> new ArrayList<>())
                            .add(new Member(
                                    rows.getInt(1),
                                    rows.getString(2),
                                    rows.getInt(4),
                                    Objects.requireNonNullElse(rows.getString(5), "")));
                }
            }
        }
        return members;
    }

    private static Set<String> agents(Reference reference) {
        return reference.staff().all().stream()
                .filter(agent -> agent.email != null)
                .map(agent -> Collation.key(Objects.requireNonNullElse(agent.email, "")))
                .collect(Collectors.toSet());
    }
}
