package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.ConfigEntry;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.EventType;
import dev.ticketwire.osticket.schema.Filter;
import dev.ticketwire.osticket.schema.FilterAction;
import dev.ticketwire.osticket.schema.FilterRule;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.HelpTopicForm;
import dev.ticketwire.osticket.schema.ListItem;
import dev.ticketwire.osticket.schema.MailTemplate;
import dev.ticketwire.osticket.schema.MailTemplateSet;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.Schedule;
import dev.ticketwire.osticket.schema.ScheduleEntry;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.StaffDepartmentAccess;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TeamMember;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Reads the reference tables, whole, one statement each. For the snapshot only: not for request paths. */
@ApplicationScoped
class ReferenceRepository {
    private final AgroalDataSource database;
    private final List<String> tables;

    ReferenceRepository(AgroalDataSource database, EntityManagerFactory entities) {
        this.database = database;
        this.tables = tables(entities);
    }

    /** The tables of all entities of osTicket, so that none is forgotten, and the tables of keys. */
    private static List<String> tables(EntityManagerFactory entities) {
        Stream<String> osTickets = Stream.concat(
                        entities.getMetamodel().getEntities().stream()
                                .map(entity -> entity.getJavaType()
                                        .getAnnotation(Table.class)
                                        .name())
                                .filter(name -> !TablePrefix.isOwn(name)),
                        Stream.of("api_key"))
                .map(name -> TablePrefix.value() + name);
        return Stream.concat(osTickets, ApiKeyReader.OWN_TABLES.stream())
                .sorted()
                .toList();
    }

    /**
     * The state by which a change of {@link #everything} is detected. Must be read before it, so that no change is
     * missed.
     */
    ReferenceState state() {
        try (Connection connection = database.getConnection()) {
            return ReferenceState.of(connection, tables);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Reads all reference tables. {@code READ_ONLY}: the entities are never written back.
     *
     * @param version the version of the result
     */
    @Transactional
    Reference everything(long version) {
        EntityManager entities = Panache.getEntityManager();
        Session session = entities.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        Reference reference = new Reference(
                config(entities),
                new RowsById<>(all(entities, Department.class, "id"), d -> d.id),
                new RowsById<>(all(entities, HelpTopic.class, "id"), t -> t.id),
                grouped(all(entities, HelpTopicForm.class, "sort, x.id"), f -> f.topicId),
                new RowsById<>(all(entities, TicketStatus.class, "id"), s -> s.id),
                new RowsById<>(all(entities, TicketPriority.class, "id"), p -> p.id),
                new RowsById<>(all(entities, ServiceLevel.class, "id"), s -> s.id),
                new RowsById<>(all(entities, Schedule.class, "id"), s -> s.id),
                grouped(all(entities, ScheduleEntry.class, "id"), e -> e.scheduleId),
                new RowsById<>(all(entities, Staff.class, "id"), s -> s.id),
                all(entities, StaffDepartmentAccess.class, "staffId, x.departmentId"),
                new RowsById<>(all(entities, Team.class, "id"), t -> t.id),
                new RowsById<>(all(entities, Form.class, "id"), f -> f.id),
                grouped(all(entities, FormField.class, "sort, x.id"), f -> f.formId),
                new RowsById<>(all(entities, ListItem.class, "id"), i -> i.id),
                new RowsById<>(all(entities, Filter.class, "id"), f -> f.id),
                grouped(all(entities, FilterRule.class, "id"), r -> r.filterId),
                grouped(all(entities, FilterAction.class, "sort, x.id"), a -> a.filterId),
                new RowsById<>(all(entities, EventType.class, "id"), e -> e.id),
                new RowsById<>(all(entities, Mailbox.class, "id"), m -> m.id),
                all(entities, TeamMember.class, "teamId, x.staffId"),
                new RowsById<>(all(entities, MailTemplateSet.class, "id"), s -> s.id),
                all(entities, MailTemplate.class, "id"),
                session.doReturningWork(ApiKeyReader::read),
                session.doReturningWork(connection -> columns(connection, "ticket__cdata", "ticket_id")),
                session.doReturningWork(connection -> columns(connection, "user__cdata", "user_id")),
                version);
        session.clear();
        return reference;
    }

    private static <T> List<T> all(EntityManager entities, Class<T> type, String order) {
        return List.copyOf(entities.createQuery("FROM " + type.getSimpleName() + " x ORDER BY x." + order, type)
                .getResultList());
    }

    private static <T> Map<Integer, List<T>> grouped(List<T> rows, Function<T, Integer> key) {
        return Map.copyOf(rows.stream().collect(Collectors.groupingBy(key)));
    }

    private static HelpDeskConfig config(EntityManager entities) {
        Map<String, Map<String, String>> namespaces = new HashMap<>();
        for (ConfigEntry entry : all(entities, ConfigEntry.class, "id")) {
            namespaces.computeIfAbsent(entry.namespace, n -> new HashMap<>()).put(entry.key, entry.value);
        }
        return new HelpDeskConfig(namespaces);
    }

    private static List<String> columns(Connection connection, String table, String key) throws SQLException {
        String sql = "SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = ? AND column_name <> ? ORDER BY ordinal_position";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, TablePrefix.value() + table);
            statement.setString(2, key);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return List.copyOf(names);
        }
    }
}
