package dev.ticketwire.osticket.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceFixture;
import dev.ticketwire.osticket.sql.Placeholders;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketFilterTest {
    private static final Reference REFERENCE = new ReferenceFixture()
            .department(1, null, "Support")
            .department(2, 1, "Sales, Europe")
            .status(1, "Open", "open")
            .status(2, "Resolved", "closed")
            .status(3, "Closed", "closed")
            .priority(2, "normal", "Normal")
            .agent(1, "alice", "alice@example.com")
            .form(2, "T", 2)
            .form(4, "T", 0)
            .field(2, 20, "priority", 1)
            .field(4, 40, "priority", 1)
            .build();

    @Test
    void valuesMayNameSeveral() throws SQLException {
        TicketFilter filter = filter("status", "open,Resolved", "3");

        assertThat(filter.where()).isEqualTo(" AND (t.status_id IN " + Placeholders.in(3) + ")");
        assertThat(bound(filter)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " 1", "1.0", "1e0", "Alice", "ALICE@example.com"})
    void anIdHasTheSpellingsThatUpdatesTake(String sent) throws SQLException {
        assertThat(bound(filter("agent", sent))).containsExactly(1);
    }

    @Test
    void noneIsNoAgent() throws SQLException {
        assertThat(bound(filter("agent", "none,alice"))).containsExactly(0, 1);
    }

    @Test
    void aNameWithACommaIsAValueOfItsOwn() throws SQLException {
        assertThat(bound(filter("department", "Sales, Europe"))).containsExactly(2);
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> filter("department", "Support,Nowhere"))
                .isInstanceOf(Refused.class)
                .hasMessage("There is no department 'Nowhere'");
    }

    @Test
    void prioritiesAreAnsweredInTheFormThatIsNotDeleted() {
        assertThat(filter("priority", "normal").where())
                .contains("v.field_id = 40")
                .contains("f.form_id = 4")
                .contains(", 2) IN " + Placeholders.in(1));
    }

    @Test
    void timesGoToTheDatabaseAsItWritesThem() throws SQLException {
        assertThat(bound(filter("created_since", "2026-01-31T17:30"))).containsExactly("2026-01-31 17:30:00");
    }

    @Test
    void theCallersDepartmentsNarrowEveryFilter() throws SQLException {
        Identity caller = new Identity(7, Departments.parse("1,2"), false);

        TicketFilter filter = TicketFilter.of(new TreeMap<>(Map.of("q", List.of("printer"))), caller, REFERENCE);

        assertThat(filter.where()).isEqualTo(" AND (t.dept_id IN " + Placeholders.in(2) + ")");
        assertThat(filter.joins()).contains("AND e.type <> 'N'");
        assertThat(bound(filter)).containsExactly("+printer", "+printer", 1, 2);
    }

    private static TicketFilter filter(String name, String... values) {
        return TicketFilter.of(Map.of(name, List.of(values)), new Identity(7, Departments.ALL, true), REFERENCE);
    }

    private static List<Object> bound(TicketFilter filter) throws SQLException {
        Map<Integer, Object> values = new TreeMap<>();
        PreparedStatement statement = (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> values.put((Integer) arguments[0], arguments[1]));
        int next = filter.bind(statement, 1);
        assertThat(values).hasSize(next - 1);
        return List.copyOf(values.values());
    }
}
