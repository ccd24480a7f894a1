package dev.ticketwire.webhook.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions {@code verified} of docs/webhooks.md, asked about the example of Standard Webhooks' libraries. */
class SampleFunctionsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1614265330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String WRONG = "v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @TempDir
    private Path folder;

    /** A language, and a program that prints true or false for secret, id, time, signatures, and now; body as input. */
    enum Language {
        PYTHON("python3", "-c", """
                import sys
                sys.path.insert(0, "python")
                sys.dont_write_bytecode = True
                from receiver import verified
                secret, id, time, signatures, now = sys.argv[1:]
                headers = {"webhook-id": id, "webhook-timestamp": time, "webhook-signature": signatures}
                print(str(verified(secret, headers, sys.stdin.buffer.read(), int(now))).lower())
                """),
        NODE("node", "-e", """
                const { verified } = require('./node/receiver.js');
                const [secret, id, time, signatures, now] = process.argv.slice(1);
                const headers = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures };
                console.log(verified(secret, headers, require('fs').readFileSync(0), Number(now)));
                """),
        PHP("php", "-r", """
                require 'php/receiver.php';
                [, $secret, $id, $time, $signatures, $now] = $argv;
                $body = stream_get_contents(STDIN);
                echo json_encode(verified($secret, $id, $time, $signatures, $body, (int) $now));
                """, "--"),
        SHELL("bash", "-c", ". shell/verify.sh; if verified \"$@\"; then echo true; else echo false; fi", "verified");

        private final List<String> command;

        Language(String... command) {
            this.command = List.of(command);
        }

        boolean isHere() {
            return SampleReceiver.isProgram(command.getFirst());
        }

        boolean verified(Path body, String signatures, long now) throws IOException, InterruptedException {
            List<String> all = new ArrayList<>(command);
            all.addAll(List.of(SECRET, ID, Long.toString(TIME), signatures, Long.toString(now)));
            Process process = new ProcessBuilder(all)
                    .directory(SampleReceiver.FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(body.toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said).isIn("true", "false");
            return said.equals("true");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExampleIsRightForFiveMinutes(Language language) throws Exception {
        assumeTrue(language.isHere(), () -> "the function in " + language + " did not run: it is not on this machine");

        Path body = Files.writeString(folder.resolve("body"), BODY);
        assertVerifies((signatures, now) -> language.verified(body, signatures, now));
    }

    @Test
    void theExampleIsRightForFiveMinutesInJava() throws Exception {
        Path source = SampleReceiver.FOLDER.resolve("java/Receiver.java");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> receiver = loader.loadClass("Receiver");
            Method verified = receiver.getDeclaredMethod(
                    "verified", String.class, String.class, String.class, String.class, byte[].class, long.class);
            verified.setAccessible(true);
            byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

            assertVerifies((signatures, now) ->
                    (boolean) verified.invoke(null, SECRET, ID, Long.toString(TIME), signatures, body, now));
        }
    }

    private interface Verification {
        boolean verified(String signatures, long now) throws Exception;
    }

    private static void assertVerifies(Verification function) throws Exception {
        assertThat(function.verified(RIGHT, TIME)).isTrue();
        assertThat(function.verified(WRONG + " " + RIGHT, TIME + 300)).isTrue();
        assertThat(function.verified(RIGHT, TIME + 301)).isFalse();
        assertThat(function.verified(RIGHT, TIME - 301)).isFalse();
        assertThat(function.verified(WRONG, TIME)).isFalse();
        assertThat(function.verified("", TIME)).isFalse();
    }
}
