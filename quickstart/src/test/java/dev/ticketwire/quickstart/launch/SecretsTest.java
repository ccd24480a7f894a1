package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @RepeatedTest(20)
    void allWhoAskAtTheFirstStartGetTheSameSecret() throws Exception {
        Secrets secrets = new Secrets(new SuiteHome(folder));
        Callable<String> ask = secrets::receipt;

        try (ExecutorService services = Executors.newFixedThreadPool(8)) {
            Set<String> given = services.invokeAll(Collections.nCopies(8, ask)).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());

            assertThat(given).containsExactly(secrets.receipt());
        }
    }
}
