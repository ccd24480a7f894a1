package dev.ticketwire.query.subject;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.query.HelpDeskResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches for parts of subjects, with the candidates in memory. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class SubjectIndexIT {
    @Inject
    AgroalDataSource database;

    @Inject
    SubjectIndex subjects;

    @BeforeEach
    void keep() {
        await().until(() -> subjects.candidates("e") != null);
    }

    @AfterEach
    void removeWhatWasAdded() throws SQLException {
        run("DELETE FROM ost_ticket WHERE ticket_id >= 900", "DELETE FROM ost_ticket__cdata WHERE ticket_id >= 900");
    }

    @Test
    void aSubjectIsFoundAsSoonAsItIsWrittenWhateverItsCaseAndAccents() throws SQLException {
        add(900, "Größe der Räder prüfen");

        assertThat(candidates("ROSSE")).isEmpty();
        assertThat(candidates("grose der RADER")).containsExactly(900);
        assertThat(numbers("grose%20der%20RADER")).containsExactly("n900");
        assertThat(numbers("prufen")).containsExactly("n900");

        run("UPDATE ost_ticket__cdata SET subject = 'Bell' WHERE ticket_id = 900");

        assertThat(numbers("prufen")).isEmpty();
        assertThat(numbers("BELL")).contains("n900");
    }

    @Test
    void oneAndTwoCharactersAreFoundAtTheEndToo() throws SQLException {
        add(900, "Quartz ж");

        assertThat(numbers("Ж")).containsExactly("n900");
        assertThat(numbers("z%20ж")).containsExactly("n900");
        assertThat(numbers("жж")).isEmpty();
    }

    @Test
    void whatNoSubjectCanHoldIsFoundNowhere() {
        assertThat(candidates("🚲")).isEmpty();
        assertThat(numbers("%F0%9F%9A%B2")).isEmpty();
    }

    @Test
    void jokersOfTheDatabaseAreCharacters() throws SQLException {
        add(900, "100% sure");

        assertThat(numbers("0%25")).containsExactly("n900");
        assertThat(numbers("1_0")).isEmpty();
    }

    /** The database is asked for each of its characters whether it finds the probe in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            utf8mb3|utf8mb3_general_ci|eSжł中 7ßİ
            utf8mb4|utf8mb4_uca1400_ai_ci|eSж𝐀ß
            utf8mb4|utf8mb4_unicode_ci|éß7
            utf8mb4|utf8mb4_bin|e中""")
    void charactersThatAreTheSameToTheDatabaseAreOfOneClass(String characterSet, String collation, String probes)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            CharacterClasses characters = CharacterClasses.read(connection, characterSet, collation);
            for (int probe : probes.codePoints().toArray()) {
                int[] same = same(connection, characterSet, collation, Character.toString(probe));

                assertThat(same).contains(probe);
                int type = characters.classes(Character.toString(probe))[0];
                assertThat(characters.classes(new String(same, 0, same.length))).containsOnly(type);
            }
        }
    }

    @Test
    void charactersThatDifferToTheUsualCollationAreOfDifferentClasses() throws SQLException {
        try (Connection connection = database.getConnection()) {
            CharacterClasses characters = CharacterClasses.read(connection, "utf8mb3", "utf8mb3_general_ci");
            int[] same = same(connection, "utf8mb3", "utf8mb3_general_ci", "e");
            int type = characters.classes("e")[0];

            assertThat(IntStream.range(1, Character.MIN_SURROGATE)
                            .filter(c -> characters.classes(Character.toString(c))[0] == type))
                    .containsExactlyElementsOf(IntStream.of(same)
                            .filter(c -> c < Character.MIN_SURROGATE)
                            .boxed()
                            .toList());
        }
    }

    private static int[] same(Connection connection, String characterSet, String collation, String probe)
            throws SQLException {
        int last = characterSet.equals("utf8mb3") ? Character.MAX_VALUE : 0x1FFFF;
        String sql = "SELECT seq FROM seq_1_to_%d WHERE seq NOT BETWEEN 55296 AND 57343 AND"
                + " CONVERT(CHAR(seq USING utf32) USING %s) COLLATE %s LIKE ? ESCAPE '!'";
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted(last, characterSet, collation))) {
            statement.setString(1, probe);
            IntStream.Builder same = IntStream.builder();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    same.add(row.getInt(1));
                }
            }
            return same.build().toArray();
        }
    }

    private List<Integer> candidates(String part) {
        return await().until(() -> subjects.candidates(part), Objects::nonNull).stream()
                .boxed()
                .toList();
    }

    private static List<String> numbers(String part) {
        return JsonPath.from(given().urlEncodingEnabled(false)
                        .get("/search?query=" + part)
                        .asString())
                .getList("number");
    }

    private void add(int id, String subject) throws SQLException {
        run(
                "INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, created, updated) VALUES (" + id
                        + ", 'n" + id + "', 1, 1, NOW(), NOW())",
                "INSERT INTO ost_ticket__cdata (ticket_id, subject) VALUES (" + id + ", '" + subject + "')");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
