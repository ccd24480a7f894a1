package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ticketwire secrets}. */
class SecretsScriptTest {
    private static final Path SCRIPT = Path.of("../ticketwire").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private record Ended(int status, String said) {}

    @Test
    void everyEmptyValueIsFilledAndOnlyTheOwnerCanReadTheFile() throws Exception {
        Ended ended = secrets();

        assertThat(ended.status()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Map<String, String> made = values(file());
        assertThat(made.keySet())
                .isEqualTo(values(SCRIPT.resolveSibling(".env.example")).keySet());
        assertThat(made.values()).noneMatch(String::isEmpty);
        assertThat(ended.said()).doesNotContain(made.get("TICKETWIRE_OPERATOR_TOKEN"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void noTwoSecretsAreEqualAndWhatIsGivenStays() throws Exception {
        secrets();

        Map<String, String> made = values(file());
        assertThat(made).containsEntry("COMPOSE_PROFILES", "demo").containsEntry("GATEWAY_PORT", "8080");
        assertThat(made.values()).doesNotHaveDuplicates();
        assertThat(made.get("MARIADB_ROOT_PASSWORD")).matches("[0-9a-f]{64}");
        assertThat(Base64.getUrlDecoder().decode(made.get("CLUSTER_ID"))).hasSize(16);
    }

    @Test
    void theServicesKeyVerifiesWhatTheGatewaySigns() throws Exception {
        secrets();

        Map<String, String> made = values(file());
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(made.get("TICKETWIRE_IDENTITY_PRIVATE_KEY")))));
        byte[] signed = signature.sign();
        signature.initVerify(keys.generatePublic(
                new X509EncodedKeySpec(Base64.getDecoder().decode(made.get("TICKETWIRE_IDENTITY_PUBLIC_KEYS")))));
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void anExistingFileStaysAsItIs() throws Exception {
        Files.writeString(file(), "MINE=1\n");

        Ended ended = secrets();

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said())
                .startsWith(file() + " exists and stays as it is.")
                .hasLineCount(1);
        assertThat(Files.readString(file())).isEqualTo("MINE=1\n");
    }

    @Test
    void otherArgumentsAreRefused() throws Exception {
        assertThat(run("secrets", "--force")).isEqualTo(new Ended(2, "Usage: ./ticketwire secrets [--file FILE]\n"));
    }

    private Path file() {
        return folder.resolve("env");
    }

    private Ended secrets() throws IOException, InterruptedException {
        return run("secrets", "--file", file().toString());
    }

    /** Without JAVA_HOME: no JDK is needed. */
    private static Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(SCRIPT.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(words).redirectErrorStream(true);
        command.environment().remove("JAVA_HOME");
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static Map<String, String> values(Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.matches("[A-Z_]+=.*")) {
                values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return values;
    }
}
