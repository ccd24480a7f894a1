package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requesters of a batch: known ones are looked up, new ones are written. */
final class BareRequesters {
    private final Connection connection;
    private final SampleTicket sample;
    private final SampleRequester.Crowd crowd;

    BareRequesters(Connection connection, SampleTicket sample, SampleRequester.Crowd crowd) {
        this.connection = connection;
        this.sample = sample;
        this.crowd = crowd;
    }

    /** @return ids of {@code count} users, some of them more than once */
    long[] findOrCreate(int count) throws SQLException {
        List<SampleRequester> all = Stream.generate(crowd::next).limit(count).toList();
        Map<String, SampleRequester> wanted = all.stream()
                .collect(
                        Collectors.toMap(SampleRequester::email, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        Map<String, Long> ids = known(wanted.keySet());
        TicketTables.column(
                connection,
                "SELECT o.id, o.manager, o.status, o.domain FROM " + sample.prefix
                        + "organization o WHERE o.domain <> '' ORDER BY o.id");
        List<SampleRequester> newcomers = wanted.values().stream()
                .filter(requester -> !ids.containsKey(requester.email()))
                .toList();
        if (!newcomers.isEmpty()) {
            write(newcomers, ids);
        }
        return all.stream()
                .mapToLong(requester -> Objects.requireNonNull(ids.get(requester.email())))
                .toArray();
    }

    private Map<String, Long> known(Collection<String> addresses) throws SQLException {
        String sql = "SELECT e.address, u.id, u.name, u.org_id, NOT EXISTS (SELECT 1 FROM " + sample.prefix
                + "form_entry f WHERE f.object_type = 'U' AND f.object_id = u.id) FROM " + sample.prefix
                + "user_email e JOIN " + sample.prefix + "user u ON u.id = e.user_id WHERE e.address IN ";
        Map<String, Long> ids = new LinkedHashMap<>();
        new BareLookUp(connection)
                .pairs(sql, addresses, "")
                .forEach(row -> ids.put(row.first(), Long.parseLong(row.second())));
        return ids;
    }

    private void write(List<SampleRequester> newcomers, Map<String, Long> ids) throws SQLException {
        int count = newcomers.size();
        long[] emails = sample.emails.write(connection, count, SampleRows.changing((owner, column) -> switch (column) {
            case "user_id" -> 0;
            case "address" -> newcomers.get(owner).email();
            default -> null;
        }));
        long[] users = sample.users.write(connection, count, SampleRows.changing((owner, column) -> switch (column) {
            case "default_email_id" -> emails[owner];
            case "name" -> newcomers.get(owner).name();
            default -> null;
        }));
        giveTo(emails);
        writeForms(newcomers, users);
        for (int i = 0; i < count; i++) {
            ids.put(newcomers.get(i).email(), users[i]);
        }
    }

    private void writeForms(List<SampleRequester> newcomers, long[] users) throws SQLException {
        int count = newcomers.size();
        long[] forms = sample.userForms.write(connection, count, SampleRows.owning("object_id", users));
        sample.userAnswers.write(connection, count, sample.userForms.answering(forms));
        sample.userData.write(connection, count, SampleRows.owning("user_id", users));
        sample.userSearch.write(connection, count, SampleRows.changing((owner, column) -> switch (column) {
            case "object_id" -> users[owner];
            case "content" -> newcomers.get(owner).email();
            default -> null;
        }));
    }

    /** Each address belongs to the user that has it as the default. */
    private void giveTo(long[] emails) throws SQLException {
        String sql = "UPDATE " + sample.prefix + "user_email e FORCE INDEX (PRIMARY) STRAIGHT_JOIN " + sample.prefix
                + "user u ON u.default_email_id = e.id SET e.user_id = u.id WHERE e.id IN ";
        try (PreparedStatement statement = connection.prepareStatement(sql + BareLookUp.marks(emails.length))) {
            for (int i = 0; i < emails.length; i++) {
                statement.setLong(i + 1, emails[i]);
            }
            statement.executeUpdate();
        }
    }
}
