package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** openapi-generator, as a program of its own. */
final class ClientGenerator {
    private static final Path PROGRAM =
            Path.of("target", "generator", "openapi-generator-cli.jar").toAbsolutePath();

    private ClientGenerator() {}

    /**
     * Makes a client of each document.
     *
     * @param options of the generator, {@code -g} first
     * @return the sources of each, by path
     */
    static List<Map<String, String>> generate(List<Path> documents, Path folder, String... options)
            throws IOException, InterruptedException {
        List<ExternalProgram> running = new ArrayList<>();
        for (Path document : documents) {
            empty(folder(folder, document));
            List<String> command = new ArrayList<>(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            PROGRAM.toString(),
                            "generate",
                            "-i",
                            document.toString(),
                            "-o",
                            folder(folder, document).toString(),
                            "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"));
            command.addAll(List.of(options));
            running.add(ExternalProgram.start(folder, command));
        }
        List<Map<String, String>> clients = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            running.get(i).succeeds();
            clients.add(sources(folder(folder, documents.get(i))));
        }
        return clients;
    }

    /** Where the client of {@code document} is put. */
    static Path folder(Path folder, Path document) {
        return folder.resolve("of-" + document.getFileName());
    }

    /** Of what an older document had. */
    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|ts)"))
                    .toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }
}
