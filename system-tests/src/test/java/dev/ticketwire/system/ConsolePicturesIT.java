package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of docs/console.md; started by {@code build/console-pictures}. */
@WithRunningSuite
@EnabledIfSystemProperty(named = "console.pictures", matches = ".+")
class ConsolePicturesIT {
    private static final int QUALITY = 72;
    private static final Map<String, Integer> WIDTHS = Map.of("", 1280, "-narrow", 390);
    private static final int LOWEST = 720;
    private static final int TALLEST = 1800;

    private final RunningSuite suite;
    private final Path folder = Path.of(System.getProperty("console.pictures", ""));

    ConsolePicturesIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void everyPageIsPictured() throws Exception {
        try (ConsoleLife life = new ConsoleLife(suite);
                ConsolePage console = ConsolePage.of(suite)) {
            int webhook = life.makeWebhooks();
            life.makeADeadLetter();
            life.last(Duration.ofSeconds(Integer.getInteger("console.life", 60)));
            Map<String, String> pages = new TreeMap<>(Map.of(
                    "overview", "overview",
                    "keys", "keys",
                    "webhooks", "webhooks",
                    "webhook", "webhooks/" + webhook,
                    "dead-letters", "dead-letters",
                    "commands", "commands?state=applied",
                    "events", "events"));
            console.open("overview");
            for (String theme : new String[] {"light", "dark"}) {
                console.browser().run("localStorage.setItem('console-theme', '" + theme + "')");
                console.browser().reload();
                for (Map.Entry<String, String> page : pages.entrySet()) {
                    picture(console, life, page.getValue(), "console-" + page.getKey() + '-' + theme);
                }
            }
        }
    }

    private void picture(ConsolePage console, ConsoleLife life, String page, String name) throws IOException {
        console.go(page);
        if (page.equals("events")) {
            console.shows("#feed", "live");
            life.last(Duration.ofSeconds(8));
        }
        for (Map.Entry<String, Integer> width : WIDTHS.entrySet()) {
            Browser browser = console.browser();
            browser.size(width.getValue(), LOWEST);
            long height = (Long)
                    Objects.requireNonNull(browser.run("return Math.ceil(document.documentElement.scrollHeight)"));
            browser.size(width.getValue(), (int) Math.clamp(height, LOWEST, TALLEST));
            life.last(Duration.ofSeconds(1));
            Path file = folder.resolve(name + width.getKey() + ".webp");
            Files.write(file, browser.picture(QUALITY));
            assertThat(file).isNotEmptyFile();
        }
    }
}
