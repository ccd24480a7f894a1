package dev.ticketwire.system;

import static dev.ticketwire.system.ConsolePage.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The console's way in, its languages, and its page for keys in a real browser, against the running suite. */
@WithRunningSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {
    private final RunningSuite suite;
    private final ConsolePage console;
    private final Browser browser;
    private String name = "";

    ConsoleIT(RunningSuite suite) throws IOException {
        this.suite = suite;
        this.console = ConsolePage.of(suite);
        this.browser = console.browser();
    }

    @BeforeEach
    void nameTheKey() {
        name = "Page " + UUID.randomUUID();
    }

    @AfterAll
    void close() {
        console.close();
    }

    @Test
    void withoutTheOperatorsTokenNothingIsShown() {
        console.open();
        console.signIn("wrong");

        console.shows("#failure", "This is not the operator’s token.");
        assertThat(browser.all("main table, nav")).isEmpty();
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
    }

    @Test
    void aTokenThatIsNoLongerValidLeadsBackToTheWayIn() {
        console.open("keys");
        browser.run("sessionStorage.setItem('operator-token', 'old')");
        console.click("a[href='#/commands']");

        console.shows("#failure", "This is not the operator’s token.");
        assertThat(browser.element("#token").isDisplayed()).isTrue();
    }

    @Test
    void aKeyIsMadeSeenOnceChangedAndRevoked() {
        console.open("keys");
        console.click("#new-key");
        console.write("[data-field=name]", name);
        console.click("#permissions input[value=can_read_tickets]");
        console.click("[data-all]");
        console.click("#departments input[value='2']");
        console.click("#save");

        eventually(() -> assertThat(browser.text("#secret-text")).matches("tw_[a-z2-7]{32}"));
        String secret = browser.text("#secret-text");
        assertThat(status(secret, "/tickets/R-0001")).isEqualTo(200);
        assertThat(status(secret, "/tickets/602881")).isEqualTo(404);
        console.click("#secret-done");
        eventually(() -> assertThat(browser.all("#secret-text")).isEmpty());

        flag("can_read_tickets").click();
        eventually(() -> assertThat(status(secret, "/tickets/R-0001")).isEqualTo(401));
        flag("maySubscribe").click();
        eventually(() -> assertThat(new KeyAdministration(suite).of(secret).get("maySubscribe"))
                .isEqualTo(true));

        console.button("Revoke", name).click();
        console.shows("#confirm-text", name);
        console.confirm();
        console.says("Revoked.");
        eventually(() -> assertThat(browser.text("#keys")).doesNotContain(name));
    }

    @Test
    void whatTheServerRefusesIsSaidWhereItWasEntered() {
        console.open("keys");
        console.click("#new-key");
        console.write("[data-field=name]", name);
        console.write("[data-field=addresses]", "10.0.0.0/99");
        console.click("#save");

        console.shows("#edit-error", "addresses must be");
        assertThat(browser.element("#edit").isDisplayed()).isTrue();
    }

    @Test
    void savingOneThingLeavesTheOthersAsSomebodyElseHasMadeThemMeanwhile() {
        KeyAdministration keys = new KeyAdministration(suite);
        String secret = keys.make(name, List.of("can_read_tickets"), Map.of("departments", List.of(2)));
        console.open("keys");
        console.button("Edit", name).click();
        keys.change(secret, Map.of("permissions", Map.of("can_read_tickets", false)));

        console.write("[data-field=addresses]", "127.0.0.1");
        console.click("#save");
        console.says("Saved.");

        assertThat(keys.of(secret))
                .containsEntry("permissions", List.of())
                .containsEntry("departments", List.of(2))
                .containsEntry("addresses", List.of("127.0.0.1"));
    }

    @Test
    void everyEndpointIsListedWithItsPermission() {
        console.open("keys");
        console.click("#endpoints summary");

        console.shows("#endpoints", "/api/tickets-get.php/{ticket_number}.json");
        assertThat(browser.text("#endpoints")).contains("/tickets/bulk", "can_read_stats or can_read_tickets");
    }

    @Test
    void itSpeaksGermanToo() {
        console.open("keys");
        browser.element("#language option[value=de]").click();

        console.shows("main h1", "Schlüssel");
        assertThat(browser.run("return document.documentElement.lang + ' ' + document.title"))
                .isEqualTo("de Schlüssel · Ticketwire");
        browser.reload();
        console.shows("main h1", "Schlüssel");
        browser.element("#language option[value=en]").click();
        console.shows("main h1", "Keys");
    }

    @Test
    void itCanBeUsedWithTheKeyboardAlone() {
        console.open();
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("token");
        browser.focused().sendKeys(suite.setting("OPERATOR_TOKEN"), Keys.ENTER);
        console.shows("main h1", "Overview");

        tabTo("a[href='#/keys']").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(browser.focused().getText()).isEqualTo("Keys"));
        eventually(() -> assertThat(browser.element("#new-key").isEnabled()).isTrue());
        tabTo("#new-key").sendKeys(Keys.ENTER);
        tabTo("[data-field=name]").sendKeys(name, Keys.ENTER);
        eventually(() -> assertThat(browser.element("#secret").isDisplayed()).isTrue());
        browser.focused().sendKeys(Keys.ESCAPE);

        console.shows("#keys", name);
        browser.run("document.querySelector(\"#keys input[aria-label='" + name + ": can_read_stats']\").focus()");
        browser.focused().sendKeys(Keys.SPACE);
        console.says("Saved.");
        eventually(() ->
                assertThat(browser.focused().getDomAttribute("aria-label")).isEqualTo(name + ": can_read_stats"));
    }

    @Test
    void aNameThatIsMarkupIsShownAsText() {
        String markup = "<img src=x onerror=\"window.hacked=1\">" + name;
        new KeyAdministration(suite).make(markup, List.of(), Map.of());
        console.open("keys");

        console.shows("#keys", markup);
        assertThat(browser.run("return window.hacked === undefined && document.querySelector('#keys img') === null"))
                .isEqualTo(true);
    }

    @Test
    void aScriptFromElsewhereIsNotRunAndTheTokenIsInNoCookieAndNoAddress() {
        console.open("keys");
        browser.complaints();

        browser.run("const s = document.createElement('script'); s.textContent = 'window.hacked = 1';"
                + " document.body.append(s)");

        assertThat(browser.run("return window.hacked === undefined")).isEqualTo(true);
        assertThat(browser.complaints()).contains("Content Security Policy");
        assertThat(browser.run("return document.cookie + localStorage.length")).isEqualTo("0");
        assertThat(String.valueOf(browser.run("return performance.getEntries().map(e => e.name).join() + location")))
                .doesNotContain(suite.setting("OPERATOR_TOKEN"));
        console.click("#sign-out");
        eventually(() -> assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L));
    }

    private WebElement flag(String permission) {
        return browser.element("#keys input[aria-label='" + name + ": " + permission + "']");
    }

    private WebElement tabTo(String css) {
        Object isThere = false;
        for (int i = 0; i < 80 && !Boolean.TRUE.equals(isThere); i++) {
            browser.focused().sendKeys(Keys.TAB);
            isThere = browser.run("return document.activeElement.matches(\"" + css + "\")");
        }
        assertThat(isThere).as(css).isEqualTo(true);
        return browser.focused();
    }

    private int status(String key, String path) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", key)
                .get(path)
                .statusCode();
    }
}
