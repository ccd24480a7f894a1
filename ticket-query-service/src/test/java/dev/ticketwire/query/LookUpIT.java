package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.testsupport.TestIdentity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tickets refer to, on the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class LookUpIT {
    private static final String FORM_OF_EVERY_TICKET =
            "{\"id\":10,\"name\":\"subject\",\"label\":\"Summary\",\"type\":\"text\",\"required\":true,\"hint\":null,\"maxLength\":80},"
                    + "{\"id\":11,\"name\":\"message\",\"label\":\"What happened\",\"type\":\"thread\",\"required\":true,\"hint\":null},"
                    + "{\"id\":12,\"name\":\"priority\",\"label\":\"Urgency\",\"type\":\"priority\",\"required\":false,\"hint\":null},"
                    + "{\"id\":13,\"name\":\"bike\",\"label\":\"Bike\",\"type\":\"text\",\"required\":false,"
                    + "\"hint\":\"The number on the frame\",\"maxLength\":12}";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    private Sql sql;

    @BeforeEach
    void readReference() {
        sql = new Sql(database);
        reference.refresh();
    }

    @AfterEach
    void removeWhatWasAdded() {
        sql.run("DELETE FROM ost_form_field WHERE id >= 900");
        sql.run("DELETE FROM ost_form WHERE id >= 900");
        sql.run("DELETE FROM ost_list_items WHERE id >= 900");
        sql.run("DELETE FROM ost_help_topic WHERE topic_id >= 900");
        sql.run("DELETE FROM ost_help_topic_form WHERE id >= 900");
        sql.run("DELETE FROM ost_department WHERE id >= 900");
        sql.run("DELETE FROM ost_config WHERE `key` = 'help_topic_sort_mode'");
        reference.refresh();
    }

    @Test
    void departmentsComeByPath() {
        assertThat(get("/departments").asString())
                .startsWith(
                        "[{\"id\":4,\"name\":\"Accounts\",\"path\":\"Accounts\",\"parentId\":null,\"managerId\":3,\"slaId\":null,"
                                + "\"isActive\":true,\"isPublic\":true},{\"id\":5,\"name\":\"Boat Rental\",\"path\":\"Boat Rental\","
                                + "\"parentId\":null,\"managerId\":null,\"slaId\":null,\"isActive\":false,\"isPublic\":false},"
                                + "{\"id\":1,")
                .endsWith(
                        "{\"id\":3,\"name\":\"Wheels\",\"path\":\"Workshop \\/ Wheels\",\"parentId\":2,\"managerId\":2,"
                                + "\"slaId\":null,\"isActive\":true,\"isPublic\":true}]");
    }

    @Test
    void whoIsBoundToADepartmentIsShownItsOwnAlone() {
        sql.run("INSERT INTO ost_help_topic (topic_id, topic, dept_id, flags, notes, created, updated) VALUES"
                + " (900, 'Anybody', 0, 2, '', NOW(), NOW()), (901, 'Money', 4, 2, '', NOW(), NOW())");
        reference.refresh();

        assertThat(ids("/departments", 2)).containsExactly(2);
        assertThat(ids("/help-topics", 2)).contains(900).doesNotContain(901);
        assertThat(ids("/help-topics", 4)).contains(900, 901);
        List<Integer> all = get("/agents").jsonPath().getList("id");
        assertThat(ids("/agents", 4)).isNotEmpty().hasSizeLessThan(all.size());
        sql.run("INSERT INTO ost_staff_dept_access (staff_id, dept_id, role_id, flags) VALUES (" + all.getFirst()
                + ", 5, 1, 1)");
        try {
            reference.refresh();
            assertThat(ids("/agents", 5)).containsExactly(all.getFirst());
        } finally {
            sql.run("DELETE FROM ost_staff_dept_access WHERE dept_id = 5");
        }
        assertThat(ids("/slas", 2)).isEqualTo(get("/slas").jsonPath().getList("id"));
    }

    private static List<Integer> ids(String path, int department) {
        return given().header(
                        TestIdentity.HEADER,
                        TestIdentity.token("ticket-query-service", Departments.of(List.of(department))))
                .get(path)
                .jsonPath()
                .getList("id");
    }

    @Test
    void departmentsThatAreEachOthersParentsAreListed() {
        sql.run("INSERT INTO ost_department (id, pid, name, flags, signature, updated, created) VALUES"
                + " (900, 901, 'é', 4, '', NOW(), NOW()), (901, 900, 'D', 4, '', NOW(), NOW())");
        reference.refresh();

        assertThat(get("/departments").jsonPath().getList("path"))
                .isEqualTo(List.of(
                        "Accounts", "Boat Rental", "D / é", "é / D", "Front Desk", "Workshop", "Workshop / Wheels"));
    }

    @Test
    void aHelpTopicSaysWhatItAsksFor() {
        String part =
                "{\"id\":50,\"name\":\"part\",\"label\":\"Part\",\"type\":\"choices\",\"required\":false,\"hint\":null,"
                        + "\"multiple\":false,\"choices\":[{\"value\":\"wheel\",\"label\":\"Wheel\"},"
                        + "{\"value\":\"brake\",\"label\":\"Brake\"},{\"value\":\"lock\",\"label\":\"Lock\"}]}";

        assertThat(get("/help-topics").asString())
                .isEqualTo(
                        "[{\"id\":1,\"name\":\"Question\",\"path\":\"Question\",\"parentId\":null,\"departmentId\":1,"
                                + "\"priorityId\":2,\"slaId\":null,\"statusId\":null,\"isActive\":true,\"isPublic\":true,\"fields\":["
                                + FORM_OF_EVERY_TICKET
                                + "]},{\"id\":2,\"name\":\"Repair\",\"path\":\"Repair\",\"parentId\":null,\"departmentId\":2,"
                                + "\"priorityId\":3,\"slaId\":2,\"statusId\":null,\"isActive\":true,\"isPublic\":true,\"fields\":["
                                + FORM_OF_EVERY_TICKET + "," + part
                                + ",{\"id\":51,\"name\":\"rideable\",\"label\":\"Can be ridden\",\"type\":\"bool\",\"required\":false,"
                                + "\"hint\":null},{\"id\":52,\"name\":\"place\",\"label\":\"Where it stands\",\"type\":\"memo\","
                                + "\"required\":false,\"hint\":null}]},{\"id\":3,\"name\":\"Flat tyre\",\"path\":\"Repair \\/ Flat tyre\","
                                + "\"parentId\":2,\"departmentId\":3,\"priorityId\":null,\"slaId\":null,\"statusId\":null,\"isActive\":true,"
                                + "\"isPublic\":true,\"fields\":[" + FORM_OF_EVERY_TICKET + "]}]");
    }

    @Test
    void fieldsThatAreSwitchedOffOrOnlyShownAreLeftOut() {
        addTopic(900, "Hire", "{\"disable\":[10, 13, 903]}");
        addField(901, "text", "", "{\"validator\":\"regex\",\"regex\":\"/^x$/i\",\"default\":\"x\"}", 0x401);
        addField(902, "break", "gap", "{}", 1);
        addField(903, "text", "disabled", "{}", 1);
        addField(904, "text", "off", "{}", 0);
        addField(905, "list-900", "colour", "{\"multiselect\":true,\"default\":{\"901\":\"Red\",\"902\":\"Blue\"}}", 1);
        addField(906, "datetime", "day", "{\"time\":false}", 1);
        addField(907, "text", "mail", "{\"validator\":\"email\"}", 1);
        sql.run(
                "INSERT INTO ost_list_items (id, list_id, status, value, sort) VALUES"
                        + " (901, 900, 1, 'Red', 1), (902, 900, 1, 'Blue', 1), (903, 900, 0, 'Grey', 1), (904, 901, 1, 'Oak', 1)");
        reference.refresh();

        String answer = get("/help-topics").asString();

        assertThat(answer)
                .startsWith("[{\"id\":900,\"name\":\"Hire\"")
                .contains("\"fields\":[{\"id\":11,", "},{\"id\":12,")
                .contains(
                        "\"hint\":null},{\"id\":901,\"name\":\"field_901\",\"label\":\"L\",\"type\":\"text\",\"required\":true,"
                                + "\"hint\":null,\"default\":\"x\",\"pattern\":\"\\/^x$\\/i\"},{\"id\":905,\"name\":\"colour\","
                                + "\"label\":\"L\",\"type\":\"list-900\",\"required\":false,\"hint\":null,\"default\":[\"901\",\"902\"],"
                                + "\"multiple\":true,\"choices\":[{\"value\":\"902\",\"label\":\"Blue\"},"
                                + "{\"value\":\"901\",\"label\":\"Red\"}]},{\"id\":906,\"name\":\"day\",\"label\":\"L\","
                                + "\"type\":\"datetime\",\"required\":false,\"hint\":null,\"time\":false},{\"id\":907,"
                                + "\"name\":\"mail\",\"label\":\"L\",\"type\":\"text\",\"required\":false,\"hint\":null,"
                                + "\"format\":\"email\"}]},{\"id\":1,");
    }

    @Test
    void helpTopicsComeInTheOrderThatTheHelpDeskIsSetTo() {
        addTopic(900, "Zoo", "");
        reference.refresh();

        assertThat(get("/help-topics").jsonPath().getList("id")).isEqualTo(List.of(1, 2, 3, 900));

        sql.run("INSERT INTO ost_config (namespace, `key`, value, updated) VALUES"
                + " ('core', 'help_topic_sort_mode', 'm', NOW())");
        reference.refresh();

        assertThat(get("/help-topics").jsonPath().getList("id")).isEqualTo(List.of(900, 1, 2, 3));
    }

    @Test
    void prioritiesComeFromTheLeastUrgent() {
        assertThat(get("/priorities").asString())
                .startsWith("[{\"id\":1,\"name\":\"Low\",\"key\":\"low\",\"urgency\":4,\"isPublic\":true},{\"id\":2,")
                .endsWith("{\"id\":4,\"name\":\"Emergency\",\"key\":\"emergency\",\"urgency\":1,\"isPublic\":true}]");
    }

    @Test
    void slasTeamsAndAgentsComeByName() {
        assertThat(get("/slas").asString())
                .isEqualTo("[{\"id\":2,\"name\":\"Rider stranded\",\"graceHours\":4,\"isActive\":true},"
                        + "{\"id\":1,\"name\":\"Standard\",\"graceHours\":24,\"isActive\":true}]");
        assertThat(get("/teams").asString()).isEqualTo("[{\"id\":1,\"name\":\"Road crew\",\"isActive\":true}]");
        assertThat(get("/agents").asString())
                .startsWith(
                        "[{\"id\":3,\"name\":\"Inês Prado\",\"username\":\"ines\",\"email\":\"ines@harbourbikes.example\","
                                + "\"departmentId\":4,\"isActive\":true,\"onVacation\":false},{\"id\":4,\"name\":\"Joris de Wit\"")
                .contains("\"departmentId\":3,\"isActive\":true,\"onVacation\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/departments", "/help-topics", "/priorities", "/slas", "/teams", "/agents"})
    void whoHasTheListIsToldSo(String path) {
        Response xml = given().header("Accept", "application/xml").get(path);
        String tag = get(path).header("ETag");

        Response again = given().header("If-None-Match", tag).get(path);

        assertThat(xml.asString()).startsWith("<?xml version=\"1.0\"?>\n<response><item><id>");
        assertThat(xml.header("Vary")).isEqualTo("Accept");
        assertThat(xml.header("ETag")).isNotEqualTo(tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.asString()).isEmpty();
        assertThat(given().header("If-None-Match", "*").get(path).statusCode()).isEqualTo(304);
    }

    private void addTopic(int id, String name, String extra) {
        sql.run(
                "INSERT INTO ost_help_topic (topic_id, topic, flags, sort, created, updated) VALUES (?, ?, 2, 0, NOW(), NOW())",
                id,
                name);
        sql.run(
                "INSERT INTO ost_form (id, type, flags, title, created, updated) VALUES (?, 'G', 1, 'F', NOW(), NOW())",
                id);
        sql.run(
                "INSERT INTO ost_help_topic_form (id, topic_id, form_id, sort, extra) VALUES (900, ?, 2, 1, ?)",
                id,
                extra);
        sql.run("INSERT INTO ost_help_topic_form (id, topic_id, form_id, sort) VALUES (901, ?, ?, 2)", id, id);
    }

    private void addField(int id, String type, String name, String configuration, int flags) {
        sql.run(
                "INSERT INTO ost_form_field (id, form_id, flags, type, label, name, configuration, sort, created, updated)"
                        + " VALUES (?, 900, ?, ?, 'L', ?, ?, ?, NOW(), NOW())",
                id,
                flags,
                type,
                name,
                configuration,
                id);
    }

    private static Response get(String path) {
        return given().header("Accept", "application/json").get(path);
    }
}
