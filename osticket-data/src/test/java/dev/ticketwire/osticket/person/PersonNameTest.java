package dev.ticketwire.osticket.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Nina New | Nina New",
                "New, Nina | Nina New",
                "New, Nina, Jr. | Nina New Jr.",
                "a, b, c, d | a, b, c, d",
                "<b>Nina</b> <script>alert(1)</script> | Nina alert(1)",
                "`   ` | ` `",
                "nina.van.new@example.org | Nina Van New",
                "nina.new-name@example.org | Nina New-Name",
                "anna_maria.von-berg+shop@example.org | Anna_Maria Von-Berg+Shop",
                "IT2support@example.org | It2Support",
                "pat.o'neill@example.org | Pat O'neill",
                "O'Brien & Sons | O'Brien & Sons",
                "&lt;i&gt;Nina&lt;/i&gt; | Nina",
                "Nina   New | Nina New",
                "Nina 😀 | `Nina `",
            })
    void aNewUsersNameIsCleaned(String sent, String stored) {
        assertThat(PersonName.stored(sent)).isEqualTo(stored);
    }

    @Test
    void aNewUsersNameIsCut() {
        assertThat(PersonName.stored("N".repeat(200))).hasSize(128);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "full | Max Müller",
                "first | Max",
                "last | Müller",
                "legal | Max E. Müller",
                "lastfirst | Müller, Max, Jr.",
                "formal | Dr. Müller",
                "short | Max M.",
                "shortformal | M. Müller",
                "complete | Dr. Max E. Müller Jr.",
                "original | Dr. Max Emil Müller Jr.",
                "no such format | Dr. Max Emil Müller Jr.",
            })
    void aNameIsShownInTheFormatAskedFor(String format, String shown) {
        assertThat(PersonName.of("Dr. Max Emil Müller Jr.").in(format)).isEqualTo(shown);
    }

    @Test
    void anAgentsNameHasTwoParts() {
        PersonName bob = PersonName.agent("Bob", "Builder");

        assertThat(bob.in("full")).isEqualTo("Bob Builder");
        assertThat(bob.in("original")).isEqualTo("Bob Builder");
        assertThat(bob.in("lastfirst")).isEqualTo("Builder, Bob");
        assertThat(bob.in("short")).isEqualTo("Bob B.");
    }

    @Test
    void particlesBelongToTheLastName() {
        assertThat(PersonName.of("Ludwig van Beethoven").in("lastfirst")).isEqualTo("van Beethoven, Ludwig");
        assertThat(PersonName.of("Anna Maria von der Leyen").last()).isEqualTo("Leyen");
    }

    @Test
    void aNameOfOneWordIsShownInAnyFormat() {
        assertThat(PersonName.of("Prince").in("full")).isEqualTo("Prince");
        assertThat(PersonName.of("Prince").in("last")).isEqualTo("Prince");
        assertThat(PersonName.of("Prince").in("lastfirst")).isEqualTo("Prince");
        assertThat(PersonName.of("").in("full")).isEmpty();
        assertThat(PersonName.of("Dr.").in("full")).isEqualTo("Dr.");
    }
}
