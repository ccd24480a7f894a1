package dev.ticketwire.command.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.plan.Reader;
import dev.ticketwire.osticket.schema.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateDatesTest {
    private final TestLetter letter = new TestLetter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%{ticket.create_date}|3/4/26 3:06 PM",
                "%{ticket.create_date.long}|3/4/26 3:06 PM",
                "%{ticket.create_date.short}|3/4/26",
                "%{ticket.create_date.time}|3:06 PM",
                "%{ticket.create_date.full}|Wednesday, March 4, 2026 at 3:06 PM",
                "%{ticket.create_date.system}|3/4/26 3:06 PM",
                "%{ticket.create_date.user}|3/5/26 12:06 AM",
                "%{ticket.create_date.humanize}|3 hours ago",
                "%{ticket.due_date.humanize}|in 1 day",
                "%{ticket.due_date}|3/6/26 3:06 PM",
                "%{message.create_date.short}|3/4/26",
            })
    void withoutSettingsADateHasTheShortFormOfTheLanguage(String template, String shown) {
        assertThat(letter.html(template)).isEqualTo(shown);
    }

    @Test
    void twentyFourHoursNeedNoHalfOfTheDay() {
        letter.desk.setting("date_formats", "24");

        assertThat(letter.html("%{ticket.create_date}|%{ticket.create_date.short}"))
                .isEqualTo("3/4/26 15:06|3/4/26");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|04.03.26 15:06|15:06",
                "en_GB|04/03/2026 15:06|15:06",
                "en_AU|4/3/26 15:06|3:06 pm",
            })
    void twentyFourHoursAreNothingNewToMostLanguages(String language, String shown, String time) {
        letter.desk.setting("date_formats", "24").setting("system_language", language);

        assertThat(letter.html("%{ticket.create_date}|%{ticket.create_date.time}"))
                .isEqualTo(shown + "|" + time);
    }

    @Test
    void aLocaleOfTheHelpDeskComesBeforeItsLanguage() {
        letter.desk.setting("system_language", "en_US").setting("default_locale", "de_DE");

        assertThat(letter.html("%{ticket.create_date.full}")).isEqualTo("Mittwoch, 4. März 2026, 15:06");
    }

    @Test
    void patternsOfTheAdministratorCountOneByOne() {
        letter.desk
                .setting("date_formats", "custom")
                .setting("date_format", "y-MM-dd")
                .setting("time_format", "HH:mm")
                .setting("datetime_format", "dd.MM.y HH:mm")
                .setting("daydatetime_format", "no pattern {");

        assertThat(letter.html("%{ticket.create_date}|%{ticket.create_date.short}|%{ticket.create_date.time}"))
                .isEqualTo("04.03.2026 15:06|2026-03-04|15:06");
        assertThat(letter.html("%{ticket.create_date.full}")).isEqualTo("Wednesday, March 4, 2026 at 3:06 PM");
    }

    @Test
    void aReaderWithoutAZoneReadsTheHelpDesks() {
        Staff agent = new Staff();
        agent.zone = "no zone at all";
        letter.to(new Reader.Agent(agent)).desk.setting("default_timezone", "America/New_York");

        assertThat(letter.html("%{ticket.create_date.user}|%{ticket.create_date}"))
                .isEqualTo("3/4/26 10:06 AM|3/4/26 10:06 AM");
    }
}
