package dev.ticketwire.osticket.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.check.NeededTable.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the rights in {@code users.sql} to the tables that the services need. */
class UsersSqlTest {
    private static final Pattern GRANT = Pattern.compile(
            "^GRANT ([A-Z, ]+?)(?: \\(([a-z_, ]+)\\))?\\s+ON (?:\\$\\{prefix})?(\\w+) TO ([^;]+);$", Pattern.MULTILINE);

    private static final Map<Character, String> RIGHTS = Map.of('I', "INSERT", 'U', "UPDATE", 'D', "DELETE");
    private final String sql = text();

    @Test
    void theCommandServiceWritesWhatItsStatementsWriteAndNothingElse() {
        assertThat(written("command")).isEqualTo(needed(Writer.COMMANDS));
    }

    @Test
    void theGatewayWritesKeysAndNothingElse() {
        assertThat(written("gateway")).isEqualTo(needed(Writer.KEYS));
    }

    @Test
    void theWebhookServiceWritesItsTablesAndNothingElse() {
        assertThat(written("webhook")).isEqualTo(needed(Writer.WEBHOOKS));
    }

    @Test
    void theMailServiceSettlesMailsAndWritesNothingElse() {
        assertThat(written("mail")).isEqualTo(needed(Writer.MAILS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "subticket", "stats", "event"})
    void aReaderWritesNothing(String service) {
        assertThat(written(service)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "subticket", "stats", "event"})
    void everyServiceThatServesTicketsReadsTheTablesThatItsCheckLooksAt(String service) {
        assertThat(granted(service, "SELECT"::equals).keySet()).isEqualTo(names(Purpose.READ));
    }

    @Test
    void theCommandServiceReadsTheTextsOfMailsToo() {
        assertThat(granted("command", "SELECT"::equals).keySet())
                .isEqualTo(names(Purpose.WRITE))
                .contains("ticketwire_mail_text");
    }

    @Test
    void theMailServiceReadsMailsAndFilesAndNoTicket() {
        assertThat(granted("mail", "SELECT"::equals).keySet())
                .isEqualTo(names(Purpose.MAIL))
                .contains("email_account", "file_chunk", "ticketwire_mail_text")
                .doesNotContain("ticket", "thread_entry", "user", "user_email", "ticketwire_webhook");
    }

    @Test
    void theWebhookServiceReadsReferenceDataAndItsTablesAndNoTicket() {
        assertThat(granted("webhook", "SELECT"::equals).keySet())
                .isEqualTo(names(Purpose.DELIVER))
                .contains("config", "ticketwire_key_settings", "ticketwire_webhook")
                .doesNotContain("ticket", "thread_entry", "user", "user_email", "file_chunk", "ticketwire_command");
    }

    @Test
    void ofAgentsOnlyTheNeededColumnsAreRead() {
        NeededTable staff =
                all().filter(table -> table.name().equals("staff")).findFirst().orElseThrow();

        assertThat(GRANT.matcher(sql).results().filter(grant -> grant.group(3).equals("staff")))
                .singleElement()
                .satisfies(
                        grant -> assertThat(List.of(grant.group(2).split(", "))).isEqualTo(staff.columns()));
    }

    @Test
    void theGatewayReadsNoTicket() {
        assertThat(granted("gateway", "SELECT"::equals).keySet())
                .contains("config", "department", "ticketwire_key_secret")
                .doesNotContain("ticket", "thread_entry", "user", "user_email", "file_chunk", "ticketwire_command")
                .doesNotContain("ticketwire_webhook", "ticketwire_webhook_delivery");
    }

    private Map<String, Set<String>> written(String service) {
        return granted(service, right -> !right.equals("SELECT"));
    }

    /** Rights by the table's name. */
    private Map<String, Set<String>> granted(String service, Predicate<String> wanted) {
        Map<String, Set<String>> granted = new TreeMap<>();
        GRANT.matcher(sql)
                .results()
                .filter(grant -> grant.group(4).contains("tw_" + service + "@"))
                .forEach(grant -> {
                    Set<String> rights = Stream.of(grant.group(1).split(", ", -1))
                            .filter(wanted)
                            .collect(Collectors.toCollection(TreeSet::new));
                    if (!rights.isEmpty()) {
                        granted.computeIfAbsent(grant.group(3), table -> new TreeSet<>())
                                .addAll(rights);
                    }
                });
        return granted;
    }

    private static Map<String, Set<String>> needed(Writer writer) {
        return all().filter(table -> !table.verbs(writer).isEmpty())
                .collect(Collectors.toMap(
                        NeededTable::name,
                        table -> table.verbs(writer)
                                .chars()
                                .mapToObj(verb -> RIGHTS.getOrDefault((char) verb, "?"))
                                .collect(Collectors.toSet())));
    }

    private static Set<String> names(Purpose purpose) {
        return all().filter(purpose::concerns).map(NeededTable::name).collect(Collectors.toSet());
    }

    private static Stream<NeededTable> all() {
        return Stream.concat(NeededTables.OF_OSTICKET.stream(), NeededTables.OF_TICKETWIRE.stream());
    }

    private static String text() {
        try {
            return Files.readString(Path.of("src/main/resources/users.sql"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
