package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The shell scripts in front of the launcher: {@code ./ticketwire} and {@code build/lib}. */
class ScriptsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LIBRARY = ROOT.resolve("build/lib");

    @TempDir
    private Path folder;

    /** The exit status and everything that was printed. */
    private record Ended(int status, String said) {}

    @Test
    void whatIsInstalledDoesNotNeedTheBuildFolders() throws Exception {
        Path clone = folder.resolve("clone");
        Path home = clone.resolve(".ticketwire");
        String repositoryJar = folder.resolve("repository/library.jar").toString();
        for (String module : List.of("contracts", "quickstart", "seed")) {
            write(clone.resolve(module + "/target/" + module + "-1.jar"), "");
        }
        String classpath = repositoryJar + ":" + clone.resolve("contracts/target/contracts-1.jar");
        write(clone.resolve("quickstart/target/launcher.classpath"), classpath);
        write(clone.resolve("seed/target/seed.classpath"), classpath);

        Ended install = sh(
                Map.of("root", clone.toString(), "home", home.toString(), "services", ""),
                ". " + LIBRARY.resolve("applications.sh") + "; mkdir -p $home; install_applications");

        assertThat(install).isEqualTo(new Ended(0, ""));
        Path launcher = home.resolve("apps/launcher");
        List<String> installed = List.of(
                launcher.resolve("contracts-1.jar").toString(),
                launcher.resolve("quickstart-1.jar").toString());
        assertThat(Files.readString(launcher.resolve("classpath")).split(":"))
                .containsExactly(repositoryJar, installed.getFirst(), installed.getLast());
        assertThat(installed).allSatisfy(jar -> assertThat(Path.of(jar)).exists());
        assertThat(home.resolve("apps/seed/seed-1.jar")).exists();
    }

    @Test
    void theNewestJdkIsTakenWhereJavaHomeIsTooOld() throws Exception {
        Path old = jdk("old", "17.0.9");
        Path newest = jdk("home/.jdks/newest", "99.0.1");

        Ended found = sh(
                Map.of(
                        "JAVA_HOME",
                        old.toString(),
                        "HOME",
                        folder.resolve("home").toString()),
                ". " + LIBRARY.resolve("jdk.sh") + "; find_jdk; printf %s \"$JAVA_HOME\"");

        assertThat(found).isEqualTo(new Ended(0, newest.toString()));
    }

    @Test
    void javaHomeIsTakenIfItIsNewEnough() throws Exception {
        Path home = jdk("good", "21.0.1");
        jdk("home/.jdks/newest", "99.0.1");

        Ended found = sh(
                Map.of(
                        "JAVA_HOME",
                        home.toString(),
                        "HOME",
                        folder.resolve("home").toString()),
                ". " + LIBRARY.resolve("jdk.sh") + "; find_jdk; printf %s \"$JAVA_HOME\"");

        assertThat(found).isEqualTo(new Ended(0, home.toString()));
    }

    @Test
    void helpListsEveryCommandOfTheLauncher() throws Exception {
        Ended help = sh(Map.of(), ROOT.resolve("ticketwire") + " help");

        assertThat(help.status()).isZero();
        assertThat(new CommandLine(Main.class).getSubcommands().keySet())
                .allSatisfy(command -> assertThat(help.said()).containsPattern("(?m)^  " + command + " "));
    }

    @Test
    void anUnknownCommandIsNamedAndEndsWithStatusTwo() throws Exception {
        Ended unknown = sh(Map.of(), ROOT.resolve("ticketwire") + " no-such");

        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.said()).startsWith("Unknown command 'no-such'");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String program : List.of("bin/java", "bin/javac")) {
            write(home.resolve(program), "#!/bin/sh\n");
            assertThat(home.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        return home;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Ended sh(Map<String, String> environment, String script) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("sh", "-euc", script).redirectErrorStream(true);
        command.environment().putAll(environment);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
