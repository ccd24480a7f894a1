package dev.ticketwire.system;

import java.io.IOException;
import java.util.Map;

/** The processes of a suite, to end some of them. Names are those of its logs. */
interface SuiteProcesses {

    /** @return the process id of every service that runs, by name */
    Map<String, Long> services();

    /** Ends a process as {@code kill -9} does; it is started again. */
    void kill(String name);

    /** Ends a process as {@code kill -9} does and keeps it away until {@link #release}. */
    void hold(String name) throws IOException;

    void release(String name) throws IOException;
}
