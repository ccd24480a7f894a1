package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Clients that others' generators make of the documents that the gateway serves: generated, compiled, and used for what
 * a program does with them ({@code src/client}). Of both documents they are the same.
 */
@WithRunningSuite
class GeneratedClientsIT {
    private static final Path SOURCES = Path.of("src", "client").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();
    private static final Path IN_31 = FOLDER.resolve("openapi.json");
    private static final Path IN_30 = FOLDER.resolve("openapi-3.0.json");

    private final RunningSuite suite;

    GeneratedClientsIT(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void documentsAreServed() throws IOException {
        Files.createDirectories(FOLDER);
        for (Path document : List.of(IN_31, IN_30)) {
            Files.write(
                    document,
                    given().baseUri(suite.gateway().toString())
                            .get("/" + document.getFileName())
                            .asByteArray());
        }
    }

    @Test
    void aJavaClientCompilesAndWorks() throws Exception {
        Path folder = FOLDER.resolve("java");
        assertThatBothAreOne(
                ClientGenerator.generate(
                        List.of(IN_31, IN_30),
                        folder,
                        "-g",
                        "java",
                        "--library=native",
                        "--invoker-package=dev.ticketwire.client",
                        "--api-package=dev.ticketwire.client.api",
                        "--model-package=dev.ticketwire.client.model",
                        "--additional-properties=hideGenerationTimestamp=true,useSingleRequestParameter=true,useJakartaEe=true,useJspecify=true"));
        Path classes = folder.resolve("classes");
        compileJava(
                List.of(ClientGenerator.folder(folder, IN_31).resolve("src/main/java"), SOURCES.resolve("java")),
                classes);

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("dev.ticketwire.system.client.Scenario")
                    .getMethod("run", String.class, String.class)
                    .invoke(null, suite.gateway().toString(), DemoHelpDesk.FULL_KEY);
        }
    }

    @Test
    void typeScriptClientsCompileAndWork() throws Exception {
        NodePrograms.assume("the TypeScript clients");
        Path folder = FOLDER.resolve("typescript");
        NodePrograms.install(SOURCES.resolve("typescript"), folder);
        assertThatBothAreOne(ClientGenerator.generate(
                List.of(IN_31, IN_30),
                folder.resolve("fetch-client"),
                "-g",
                "typescript-fetch",
                "--additional-properties=importFileExtension=.js"));
        for (Path document : List.of(IN_31, IN_30)) {
            ExternalProgram.run(
                    folder,
                    "node",
                    "node_modules/openapi-typescript/bin/cli.js",
                    document.toString(),
                    "-o",
                    "types/" + document.getFileName().toString().replace(".json", ".d.ts"));
        }
        ExternalProgram.run(folder, "node", "node_modules/typescript/bin/tsc", "-p", ".");

        for (String scenario : List.of("fetch-client", "openapi-fetch")) {
            ExternalProgram.run(
                    folder,
                    "node",
                    "out/scenarios/" + scenario + ".js",
                    suite.gateway().toString(),
                    DemoHelpDesk.FULL_KEY);
        }
    }

    private static void assertThatBothAreOne(List<Map<String, String>> clients) {
        assertThat(clients.get(0)).isEqualTo(clients.get(1));
    }

    private static void compileJava(List<Path> folders, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-nowarn"));
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::toString)
                        .forEach(arguments::add);
            }
        }
        Files.createDirectories(classes);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("exit status of the compiler, which has said why")
                .isZero();
    }
}
