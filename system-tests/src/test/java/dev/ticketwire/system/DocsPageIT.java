package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** Swagger UI in a real browser, against the running suite. */
@WithRunningSuite
class DocsPageIT {
    private static final String STATUSES = "[id='operations-Look-ups-listTicketStatuses'] ";
    private static final String ANSWER = STATUSES + ".live-responses-table tbody .";

    private final RunningSuite suite;
    private final Browser browser;

    DocsPageIT(RunningSuite suite) throws IOException {
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
    void whoEntersAKeyCanTryAnOperation() throws IOException {
        browser.go(suite.gateway() + "/docs/");
        browser.element(".auth-wrapper .authorize").click();
        browser.element(".modal-ux input").sendKeys(DemoHelpDesk.FULL_KEY);
        browser.element(".modal-ux button.authorize").click();
        browser.element(".modal-ux button.btn-done").click();

        browser.element(STATUSES + ".opblock-summary-control").click();
        tryOut();

        eventually(
                () -> assertThat(browser.text(ANSWER + "response-col_status")).startsWith("200"));
        assertThat(browser.text(ANSWER + "response-col_description")).contains("\"Open\"");
        browser.screenshot("docs-tried");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoEntersNoneIsToldSo() {
        browser.go(suite.gateway() + "/docs/#/Look-ups/listTicketStatuses");
        tryOut();

        eventually(
                () -> assertThat(browser.text(ANSWER + "response-col_status")).startsWith("401"));
        assertThat(browser.text(ANSWER + "response-col_description")).contains("api-key-required");
    }

    /** Swagger UI draws an operation anew when it has resolved its schemas, and forgets what was clicked before. */
    private void tryOut() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    browser.all(STATUSES + ".try-out__btn:not(.cancel)").forEach(WebElement::click);
                    browser.all(STATUSES + "button.execute").forEach(WebElement::click);
                    return !browser.all(ANSWER + "response-col_status").isEmpty();
                });
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }
}
