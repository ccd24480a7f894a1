package dev.ticketwire.system;

import static dev.ticketwire.system.ConsolePage.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each of the console's pages does its job, against the running suite. */
@WithRunningSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesIT {
    private final RunningSuite suite;
    private final ConsolePage console;
    private final Browser browser;
    private final SuiteDatabase store;

    ConsolePagesIT(RunningSuite suite) throws IOException {
        this.suite = suite;
        this.console = ConsolePage.of(suite);
        this.browser = console.browser();
        this.store = new SuiteDatabase(suite);
    }

    @AfterAll
    void close() {
        console.close();
    }

    @Test
    void theOverviewShowsFiguresPlotsAndEveryService() {
        create("Seen on the overview");
        console.open("overview");

        eventually(() -> assertThat(browser.text("#services"))
                .contains("api-gateway", "ticket-command-service", "webhook-service", "mail-service", "ready"));
        assertThat(browser.all(".plot canvas")).hasSize(7);
        eventually(() ->
                assertThat(browser.text("[data-series=deadLetters] .figure")).matches("\\d+"));
        console.click(".plot details summary");
        eventually(() -> assertThat(browser.all(".plot table tbody tr")).hasSizeBetween(1, 12));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aWebhookIsMadeItsLogReadADeliveryRepeatedAndItIsDeleted() throws IOException {
        String name = "Bridge " + UUID.randomUUID();
        try (CalledUrl url = CalledUrl.open()) {
            console.open("webhooks");
            console.click("#new-webhook");
            console.write("[data-field=url]", url.address());
            console.write("[data-field=description]", name);
            console.click("#types input[value='ticket.created']");
            console.write("[data-field=template]", "{\"text\":\"Ticket {{data.ticket.number}}\"}");
            console.click("#preview");
            console.shows("#preview-result", "\"text\": \"Ticket ");
            console.click("#webhook-form #save");
            eventually(() -> assertThat(browser.text("#secret-text")).startsWith("whsec_"));
            console.click("#secret-done");

            eventually(() ->
                    browser.run("[...document.querySelectorAll('#webhooks a')].find(link => link.textContent === '"
                            + name + "').click()"));
            console.shows("main h1", name);
            String number = create("Told by the bridge");
            url.awaitCall(number);
            console.shows("#deliveries", number);
            eventually(() -> assertThat(browser.text("#deliveries")).contains("delivered"));

            console.button("Details", "ticket.created " + number).click();
            eventually(() -> assertThat(browser.text("#attempts")).contains("200"));
            console.click("#delivery .btn-close");
            console.button("Redeliver", "ticket.created " + number).click();
            console.says("It is sent again.");
            eventually(() -> assertThat(browser.run("return [...document.querySelectorAll('#deliveries tbody tr')]"
                            + ".filter(row => row.textContent.includes('" + number + "')).length"))
                    .isEqualTo(2L));

            console.click("#test");
            console.says("The receiver answered 200");
            console.click("#pause");
            console.says("Paused.");
            console.shows("#facts", "paused");
            console.click("#delete");
            console.shows("#confirm-text", name);
            console.confirm();
            console.shows("main h1", "Webhooks");
            eventually(() -> assertThat(browser.text("main")).doesNotContain(name));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCommandIsFoundByItsTicket() {
        String number = create("Found by its number");
        console.open("commands");
        console.write("#search [data-field=value]", number);
        console.click("#search button");

        console.shows("#commands", number);
        assertThat(browser.text("#commands")).contains("applied");
        assertThat(browser.run("return location.hash")).isEqualTo("#/commands?ticket=" + number);
    }

    @Test
    void anEventIsSeenAsItHappens() {
        console.open("events?type=ticket.created");
        console.shows("#feed", "live");

        String number = create("Seen live");

        console.shows("#events", number);
        console.button("Details", "ticket.created " + number).click();
        console.shows("#event .json", "\"type\": \"ticket.created.v1\"");
        console.click("#event .btn-close");
        console.click("#pause");
        console.shows("#feed", "paused");
        console.click("#clear");
        console.shows("#events", "Nothing happened yet");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aDeadLetterIsLookedAtReplayedAndGone() throws Exception {
        String poison = "poison " + UUID.randomUUID();
        store.execute("CREATE TRIGGER console_poison BEFORE INSERT ON ost_thread_entry FOR EACH ROW IF NEW.title = '"
                + poison + "' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the console mends it'; END IF");
        try {
            write(poison).then().statusCode(greaterThanOrEqualTo(500));
        } finally {
            store.execute("DROP TRIGGER console_poison");
        }
        console.open("dead-letters");
        console.shows("#letters", "the console mends it");
        browser.run("[...document.querySelectorAll('#letters tbody tr')].find(row => row.textContent.includes("
                + "'the console mends it')).querySelector('button').click()");
        console.shows("#letter .json", poison);

        console.click("#letter .btn-primary");

        console.says("1 command is sent again.");
        eventually(() -> assertThat(store.opened(poison))
                .singleElement()
                .satisfies(opened -> assertThat(opened.state()).isEqualTo("applied")));
        console.click("#reload");
        eventually(() -> assertThat(browser.text("main")).doesNotContain("the console mends it"));
    }

    /** @return the ticket's number */
    private String create(String subject) {
        return write(subject).then().statusCode(201).extract().path("number");
    }

    private Response write(String subject) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .header("Prefer", "wait=30")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Pat", "email", "pat@example.org", "subject", subject, "message", "Hello"))
                .post("/tickets");
    }
}
