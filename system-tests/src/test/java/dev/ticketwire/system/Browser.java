package dev.ticketwire.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium as the machine has it (Debian: {@code chromium}, {@code chromium-driver}); nothing is downloaded.
 */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String AXE = """
            const done = arguments[0];
            const line = rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' ');
            axe.run().then(result => done(result.violations.map(line)));
            """;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether the machine has one. */
    static boolean isInstalled() {
        return program("chromedriver").isPresent() && program("chromium").isPresent();
    }

    /** @param language what the browser asks for, such as {@code de} */
    static Browser open(String language) throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1500,1000",
                "--lang=" + language,
                "--user-data-dir=" + Files.createTempDirectory("browser"));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        return new Browser(driver);
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void go(String address) {
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    /** The first element that fits, once there is one. */
    WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** All elements that fit at this moment, none if there are none. */
    List<WebElement> all(String css) {
        driver.manage().timeouts().implicitlyWait(Duration.ZERO);
        try {
            return driver.findElements(By.cssSelector(css));
        } finally {
            driver.manage().timeouts().implicitlyWait(PATIENCE);
        }
    }

    String text(String css) {
        return element(css).getText();
    }

    /** Whatever has the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    @Nullable
    Object run(String script) {
        return driver.executeScript(script);
    }

    /** What the page complained about: errors of scripts, and what its policy did not let happen. */
    String complaints() {
        StringBuilder complaints = new StringBuilder();
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() > Level.INFO.intValue())
                .forEach(entry -> complaints.append(entry).append('\n'));
        return complaints.toString();
    }

    /** The viewport, in CSS pixels: a window cannot be as narrow as a telephone. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What axe-core finds on the page as it is, a line for each rule that is broken. */
    List<String> violations() throws IOException {
        try (InputStream axe = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeAsyncScript(AXE);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    /** The picture of what is seen, as WebP: a fraction of a PNG's size. */
    byte[] picture(int quality) {
        Object data = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "webp", "quality", quality))
                .get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
