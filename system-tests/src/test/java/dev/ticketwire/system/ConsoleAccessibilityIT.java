package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page and dialog of the console by axe-core, in both themes, wide and as narrow as a telephone. Nothing is
 * complained about in the browser's console, nothing is asked for from elsewhere.
 */
@WithRunningSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleAccessibilityIT {
    private static final List<String> PAGES = List.of(
            "overview",
            "keys",
            "webhooks",
            "webhooks/%d",
            "mails?state=all",
            "dead-letters",
            "commands?state=applied",
            "events");

    private final RunningSuite suite;
    private final ConsolePage console;
    private final Browser browser;
    private int webhook;

    ConsoleAccessibilityIT(RunningSuite suite) throws IOException {
        this.suite = suite;
        this.console = ConsolePage.of(suite);
        this.browser = console.browser();
    }

    /** One with all that can be shown, and a log. */
    @BeforeAll
    void makeAWebhook() {
        webhook = operator()
                .contentType("application/json")
                .body(Map.of(
                        "keyId", new KeyAdministration(suite).subscriber(),
                        "url", "http://127.0.0.1:1/nobody",
                        "description", "Looked at",
                        "types", List.of("ticket.created.v1"),
                        "headers", Map.of("X-Team", "red"),
                        "template", Map.of("text", "{{data.ticket.number}}")))
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        operator().post("/webhooks/" + webhook + "/test");
    }

    @AfterAll
    void close() {
        operator().delete("/webhooks/" + webhook);
        console.close();
    }

    @AfterEach
    void nothingIsComplainedAbout() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(console.foreignRequests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "light, 360", "dark, 1280", "dark, 360"})
    void noPageIsHardToUse(String theme, int width) throws IOException {
        console.open("overview");
        browser.run("localStorage.setItem('console-theme', '" + theme + "')");
        browser.reload();
        browser.size(width, 900);
        for (String page : PAGES) {
            console.go(page.formatted(webhook));

            assertIsUsable(page + ", " + theme + ", " + width);
        }
        assertThat(browser.run("return document.documentElement.dataset.bsTheme"))
                .isEqualTo(theme);
    }

    @ParameterizedTest
    @CsvSource({
        "keys, #new-key, 1280",
        "webhooks, #new-webhook, 1280",
        "webhooks/%d, #edit, 360",
        "webhooks/%d, #delete, 360",
        "webhooks/%d, #rotate, 1280",
        "webhooks/%d, #deliveries button, 1280",
        "webhooks/%d, [id='redeliver.range'], 360",
        "webhooks/%d, #export, 1280",
        "commands?state=applied, #commands button, 360",
        "keys, #endpoints summary, 1280",
        "overview, .plot summary, 360",
        "overview, .menu, 360"
    })
    void noDialogIsHardToUse(String page, String opener, int width) throws IOException {
        console.open("overview");
        browser.size(width, 900);
        console.go(page.formatted(webhook));

        ConsolePage.eventually(() -> console.click(opener));

        assertIsUsable(page + " " + opener);
    }

    @Test
    void theWayInIsNotHardToUse() throws IOException {
        console.open();
        browser.size(360, 700);

        assertIsUsable("sign-in");
    }

    private void assertIsUsable(String where) throws IOException {
        assertThat(browser.violations()).as(where).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", where)
                .isEqualTo(true);
    }

    private RequestSpecification operator() {
        return given().baseUri(suite.setting("MANAGEMENT_URL"))
                .header("Authorization", "Bearer " + suite.setting("OPERATOR_TOKEN"));
    }
}
