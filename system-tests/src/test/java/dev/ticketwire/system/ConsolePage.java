package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** The console in one browser, as an operator uses it. */
final class ConsolePage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FOREIGN_REQUESTS = """
            const own = ['', 'blob:'].map(scheme => scheme + location.origin + '/');
            return performance.getEntriesByType('resource').map(entry => entry.name)
                .filter(name => !own.some(start => name.startsWith(start)));
            """;

    private final RunningSuite suite;
    private final Browser browser;

    private ConsolePage(RunningSuite suite, Browser browser) {
        this.suite = suite;
        this.browser = browser;
    }

    /** Aborts the test where there is no browser, except in CI. */
    static ConsolePage of(RunningSuite suite) throws IOException {
        Assumptions.assumeTrue(
                Browser.isInstalled() || System.getenv("CI") != null, "no chromium and chromedriver on the PATH");
        return new ConsolePage(suite, Browser.open("en"));
    }

    Browser browser() {
        return browser;
    }

    /** As a browser that has never been there. */
    void open() {
        String address = suite.setting("MANAGEMENT_URL") + "/console/";
        browser.go(address);
        browser.run("sessionStorage.clear(); localStorage.clear()");
        browser.size(1280, 900);
        browser.go(address);
        // The page that was left has lost its session: what it complained about then is no fault of the next.
        browser.complaints();
    }

    void signIn(String token) {
        browser.element("#token").sendKeys(token);
        browser.element("#sign-in button[type=submit]").click();
    }

    /** Opened and signed in, at a page. */
    void open(String page) {
        open();
        browser.run("location.hash = '#/" + page + "'");
        signIn(suite.setting("OPERATOR_TOKEN"));
        arrived(page);
    }

    /** To another page of an open console. */
    void go(String page) {
        browser.run("location.hash = '#/" + page + "'");
        arrived(page);
    }

    /** The page is there, with what it loads. */
    private void arrived(String page) {
        String first = page.split("[/?]", 2)[0];
        eventually(() -> {
            assertThat(browser.all("nav a[href='#/" + first + "'][aria-current=page]"))
                    .hasSize(1);
            assertThat(browser.all("main h1")).hasSize(1);
            assertThat(browser.all("main .text-body-secondary[role=status]")).isEmpty();
        });
    }

    void click(String css) {
        browser.element(css).click();
    }

    void write(String css, CharSequence text) {
        WebElement field = browser.element(css);
        field.clear();
        field.sendKeys(text);
    }

    /** The button of a row: {@code action} of the thing that is called so. */
    WebElement button(String action, String of) {
        return browser.element("button[aria-label='" + action + ": " + of + "']");
    }

    /** Until the text of an element holds this. */
    void shows(String css, String text) {
        eventually(() -> assertThat(browser.text(css)).contains(text));
    }

    void says(String message) {
        shows("#message", message);
    }

    void confirm() {
        click("#yes");
    }

    /** What one browser window has asked for from elsewhere. */
    List<?> foreignRequests() {
        return (List<?>) Objects.requireNonNull(browser.run(FOREIGN_REQUESTS));
    }

    /** The page may be drawn anew while it is looked at. */
    static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .untilAsserted(assertion);
    }

    @Override
    public void close() {
        browser.close();
    }
}
