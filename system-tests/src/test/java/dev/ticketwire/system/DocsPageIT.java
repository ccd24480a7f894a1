package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Swagger UI in a real browser, against the running suite. */
@WithRunningSuite
class DocsPageIT {
    private static final String STATUSES = "[id='operations-Look-ups-listTicketStatuses'] ";

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
        browser.element(".modal-ux input").sendKeys(Demo.FULL_KEY);
        browser.element(".modal-ux button.authorize").click();
        browser.element(".modal-ux button.btn-done").click();

        browser.element(STATUSES + ".opblock-summary-control").click();
        browser.element(STATUSES + ".try-out__btn").click();
        browser.element(STATUSES + "button.execute").click();

        eventually(() -> assertThat(browser.text(STATUSES + ".live-responses-table tbody .response-col_status"))
                .startsWith("200"));
        assertThat(browser.text(STATUSES + ".live-responses-table tbody .response-col_description"))
                .contains("\"Open\"");
        browser.screenshot("docs-tried");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoEntersNoneIsToldSo() {
        browser.go(suite.gateway() + "/docs/#/Look-ups/listTicketStatuses");
        browser.element(STATUSES + ".try-out__btn").click();
        browser.element(STATUSES + "button.execute").click();

        eventually(() -> assertThat(browser.text(STATUSES + ".live-responses-table tbody .response-col_status"))
                .startsWith("401"));
        assertThat(browser.text(STATUSES + ".live-responses-table tbody .response-col_description"))
                .contains("api-key-required");
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }
}
