package dev.ticketwire.osticket.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFinderTest {
    private static final ReferenceFinder FINDER = new ReferenceFinder(new ReferenceFixture()
            .department(1, null, "Support")
            .department(2, 1, "Sales")
            .department(3, 0, "Sales")
            .department(4, 3, "Größe / Maß")
            .department(5, 3, "24")
            .topic(1, 2, "Billing")
            .topic(2, 0, "General")
            .topic(3, 0, "Billing")
            .status(1, "Open", "open")
            .status(2, "Resolved", "closed")
            .priority(1, "low", "Low")
            .priority(2, "normal", "Usual")
            .serviceLevel(1, "Default SLA")
            .agent(1, "alice", "alice@example.com")
            .agent(2, "bob@example.com", "robert@example.com")
            .agent(3, "carol", "bob@example.com")
            .agent(4, "dave", null)
            .team(1, "Level I")
            .build());

    @ParameterizedTest
    @ValueSource(strings = {"2", " 2", "2.0", "2e0", "+2", "002"})
    void everyRelationTakesAnIdInAnySpelling(String id) {
        assertThat(FINDER.department(id)).hasFieldOrPropertyWithValue("id", 2);
        assertThat(FINDER.departmentByPath(id)).hasFieldOrPropertyWithValue("id", 2);
        assertThat(FINDER.topic(id)).hasFieldOrPropertyWithValue("id", 2);
        assertThat(FINDER.status(id)).hasFieldOrPropertyWithValue("id", 2);
        assertThat(FINDER.priority(id)).hasFieldOrPropertyWithValue("id", 2);
        assertThat(FINDER.agent(id)).hasFieldOrPropertyWithValue("id", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "0", "-1", "1.5", "99999999999"})
    void aNumberIsNeverAName(String number) {
        assertThat(FINDER.department(number)).isNull();
        assertThat(FINDER.departmentByPath(number)).isNull();
    }

    @Test
    void ofSeveralWithOneNameTheLowestIdIsMeant() {
        assertThat(FINDER.department(" sALES ")).hasFieldOrPropertyWithValue("id", 2);
    }

    @Test
    void aTopLevelTopicGoesBeforeOthersOfItsName() {
        assertThat(FINDER.topic("billing")).hasFieldOrPropertyWithValue("id", 3);
    }

    @ParameterizedTest
    @CsvSource({"Support/Sales, 2", "' support / SALES ', 2", "Sales, 2", "Sales/24, 5"})
    void aPathLeadsFromTheTopLevelDown(String path, int id) {
        assertThat(FINDER.departmentByPath(path)).hasFieldOrPropertyWithValue("id", id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sales/Support", "/Support", "Support/", "/", "Größe / Maß"})
    void aPathThatLeadsNowhereIsNoDepartment(String path) {
        assertThat(FINDER.departmentByPath(path)).isNull();
    }

    @Test
    void aNameMayHaveASlashWhereThereAreNoPaths() {
        assertThat(FINDER.department("GRÖSSE / MASS")).hasFieldOrPropertyWithValue("id", 4);
    }

    @Test
    void aTextWithAnAtSignIsAnAddressAndNoUserName() {
        assertThat(FINDER.agent("BOB@example.com")).hasFieldOrPropertyWithValue("id", 3);
        assertThat(FINDER.agent("Dave")).hasFieldOrPropertyWithValue("id", 4);
        assertThat(FINDER.agent("dave@example.com")).isNull();
    }

    @Test
    void aPriorityHasTwoNames() {
        assertThat(FINDER.priority("Normal")).hasFieldOrPropertyWithValue("id", 2);
        assertThat(FINDER.priority("usual")).hasFieldOrPropertyWithValue("id", 2);
    }

    @Test
    void othersHaveOne() {
        assertThat(FINDER.status("resolved")).hasFieldOrPropertyWithValue("id", 2);
        assertThat(FINDER.serviceLevel("default sla")).hasFieldOrPropertyWithValue("id", 1);
        assertThat(FINDER.team("LEVEL I")).hasFieldOrPropertyWithValue("id", 1);
        assertThat(FINDER.status("closed")).isNull();
    }
}
