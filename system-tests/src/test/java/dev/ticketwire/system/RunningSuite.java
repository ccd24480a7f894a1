package dev.ticketwire.system;

import java.io.IOException;
import java.net.URI;

/**
 * The suite that the tests are about: one that they start, or one that runs already. A test that asks for what the suite
 * cannot give is aborted, and one line says why.
 */
interface RunningSuite extends AutoCloseable {

    /**
     * @param name of a variable in {@code .ticketwire/env}
     * @throws org.opentest4j.TestAbortedException if it is unknown where the suite runs already
     */
    String setting(String name);

    /**
     * Starts a command of {@code ./ticketwire} for this suite, e.g. {@code watch}.
     *
     * @throws org.opentest4j.TestAbortedException if the suite was not started by the tests
     */
    ExternalProgram run(String... arguments) throws IOException;

    /** @throws org.opentest4j.TestAbortedException if the suite was not started by the tests */
    SuiteProcesses processes();

    default URI gateway() {
        return URI.create(setting("GATEWAY_URL"));
    }

    default String kafka() {
        return setting("KAFKA_BOOTSTRAP");
    }

    @Override
    void close() throws InterruptedException;
}
