package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The operator's page for keys in a real browser, against the running suite. */
@WithRunningSuite
class ConsoleIT {
    private final RunningSuite suite;
    private final String name = "Page " + UUID.randomUUID();
    private Browser browser;

    ConsoleIT(RunningSuite suite) throws IOException {
        Assumptions.assumeTrue(
                Browser.isInstalled() || System.getenv("CI") != null, "no chromium and chromedriver on the PATH");
        this.suite = suite;
        this.browser = Browser.open("en");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void withoutTheOperatorsTokenNothingIsShown() {
        open();
        signIn("wrong");

        eventually(() -> assertThat(browser.text("#message")).isEqualTo("This is not the operator’s token."));
        assertThat(browser.element("#desk").isDisplayed()).isFalse();
        assertThat(browser.element("#keys tbody").getDomProperty("childElementCount"))
                .isEqualTo("0");
    }

    @Test
    void aKeyIsMadeSeenOnceChangedAndRevoked() throws IOException {
        open();
        signIn(suite.setting("OPERATOR_TOKEN"));
        browser.element("#new-key").click();
        browser.element("#name").sendKeys(name);
        browser.element("#permissions input[value=can_read_tickets]").click();
        browser.element("#all-departments").click();
        browser.element("#departments input[value='2']").click();
        browser.screenshot("keys-new-en");
        browser.element("#save").click();

        eventually(() -> assertThat(browser.text("#secret-text")).matches("tw_[a-z2-7]{32}"));
        String secret = browser.text("#secret-text");
        assertThat(status(secret, "/tickets/R-0001")).isEqualTo(200);
        assertThat(status(secret, "/tickets/602881")).isEqualTo(404);
        browser.screenshot("keys-secret-en");
        browser.element("#secret button[type=submit]").click();
        eventually(() -> assertThat(browser.element("#secret-text").getDomProperty("textContent"))
                .isEmpty());
        browser.screenshot("keys-en");

        browser.run("document.getElementById('message').textContent = ''");
        flag("can_read_tickets").click();
        eventually(() -> assertThat(browser.text("#message")).isEqualTo("Saved."));
        assertThat(status(secret, "/tickets/R-0001")).isEqualTo(401);
        assertThat(flag("can_read_tickets").isSelected()).isFalse();

        button("Revoke").click();
        eventually(() -> assertThat(browser.text("#confirm-text")).contains(name));
        browser.element("#yes").click();
        eventually(() -> assertThat(browser.text("#message")).isEqualTo("Revoked."));
        assertThat(browser.text("#keys")).doesNotContain(name);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatTheServerRefusesIsSaidWhereItWasEntered() {
        open();
        signIn(suite.setting("OPERATOR_TOKEN"));
        browser.element("#new-key").click();
        browser.element("#name").sendKeys(name);
        browser.element("#addresses").sendKeys("10.0.0.0/99");
        browser.element("#save").click();

        eventually(() -> assertThat(browser.text("#edit-error")).contains("addresses must be"));
        assertThat(browser.element("#edit").isDisplayed()).isTrue();
    }

    @Test
    void savingOneThingLeavesTheOthersAsSomebodyElseHasMadeThemMeanwhile() {
        KeyAdministration keys = new KeyAdministration(suite);
        String secret = keys.make(name, List.of("can_read_tickets"), Map.of("departments", List.of(2)));
        open();
        signIn(suite.setting("OPERATOR_TOKEN"));
        button("Edit").click();
        keys.change(secret, Map.of("permissions", Map.of("can_read_tickets", false)));

        browser.element("#addresses").sendKeys("127.0.0.1");
        browser.element("#save").click();

        eventually(() -> assertThat(browser.text("#message")).isEqualTo("Saved."));
        assertThat(keys.of(secret))
                .containsEntry("permissions", List.of())
                .containsEntry("departments", List.of(2))
                .containsEntry("addresses", List.of("127.0.0.1"));
    }

    @Test
    void everyEndpointIsListedWithItsPermission() {
        open();
        signIn(suite.setting("OPERATOR_TOKEN"));

        eventually(() -> assertThat(browser.text("#endpoints"))
                .contains(
                        "/api/tickets-get.php/{ticket_number}.json",
                        "/tickets/bulk",
                        "can_read_stats or can_read_tickets"));
    }

    @Test
    void itSpeaksGermanToo() throws IOException {
        browser.close();
        browser = Browser.open("de");
        open();
        assertThat(browser.text("#sign-in h2")).isEqualTo("Anmelden");
        signIn(suite.setting("OPERATOR_TOKEN"));

        eventually(() -> assertThat(browser.text("#keys thead")).contains("Zuletzt benutzt"));
        browser.screenshot("keys-de");
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("de");
        browser.element("#language option[value=en]").click();
        eventually(() -> assertThat(browser.text("#keys thead")).contains("Last used"));
        Object missing = browser.run("return import('./texts.js').then(({TEXTS}) => Object.keys(TEXTS.en)"
                + ".filter(name => !TEXTS.de[name]).concat(Object.keys(TEXTS.de).filter(name => !TEXTS.en[name])))");
        assertThat(missing).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
    }

    @Test
    void itCanBeUsedWithTheKeyboardAlone() {
        open();
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("token");
        browser.focused().sendKeys(suite.setting("OPERATOR_TOKEN"), Keys.ENTER);
        eventually(() -> assertThat(browser.element("#desk").isDisplayed()).isTrue());

        tabTo("new-key").sendKeys(Keys.ENTER);
        tabTo("name").sendKeys(name, Keys.ENTER);
        eventually(() -> assertThat(browser.element("#secret").isDisplayed()).isTrue());
        browser.focused().sendKeys(Keys.ESCAPE);

        eventually(() -> assertThat(browser.text("#keys")).contains(name));
        browser.run("document.querySelector(\"#keys input[aria-label='" + name + ": can_read_stats']\").focus()");
        browser.focused().sendKeys(Keys.SPACE);
        eventually(() -> assertThat(browser.text("#message")).isEqualTo("Saved."));
        assertThat(browser.focused().getDomAttribute("aria-label")).isEqualTo(name + ": can_read_stats");
    }

    @Test
    void aNameThatIsMarkupIsShownAsText() {
        new KeyAdministration(suite).make("<img src=x onerror=\"window.hacked=1\">" + name, List.of(), Map.of());
        open();
        signIn(suite.setting("OPERATOR_TOKEN"));

        eventually(() -> assertThat(browser.text("#keys")).contains("<img src=x onerror=\"window.hacked=1\">" + name));
        assertThat(browser.run("return window.hacked === undefined && document.images.length === 0"))
                .isEqualTo(true);
    }

    @Test
    void aScriptFromElsewhereIsNotRunAndTheTokenIsInNoCookie() {
        open();
        signIn(suite.setting("OPERATOR_TOKEN"));
        eventually(() -> assertThat(browser.element("#desk").isDisplayed()).isTrue());

        browser.run("const s = document.createElement('script'); s.textContent = 'window.hacked = 1';"
                + " document.body.append(s)");

        assertThat(browser.run("return window.hacked === undefined")).isEqualTo(true);
        assertThat(browser.complaints()).contains("Content Security Policy");
        assertThat(browser.run("return document.cookie")).isEqualTo("");
        browser.element("#sign-out").click();
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
    }

    private void open() {
        browser.go(suite.setting("MANAGEMENT_URL") + "/console/");
    }

    private void signIn(String token) {
        browser.element("#token").sendKeys(token);
        browser.element("#sign-in button").click();
    }

    private WebElement flag(String permission) {
        return browser.element("#keys input[aria-label='" + name + ": " + permission + "']");
    }

    private WebElement button(String action) {
        return browser.element("#keys button[aria-label='" + action + ": " + name + "']");
    }

    private WebElement tabTo(String id) {
        for (int i = 0; i < 60 && !id.equals(browser.focused().getDomAttribute("id")); i++) {
            browser.focused().sendKeys(Keys.TAB);
        }
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo(id);
        return browser.focused();
    }

    private int status(String key, String path) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", key)
                .get(path)
                .statusCode();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
