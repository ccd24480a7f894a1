package dev.ticketwire.setup.database;

import java.io.InputStream;
import java.util.Objects;

/** The demo help desk that comes with Ticketwire: osTicket's tables with rows of our own. */
public final class DemoHelpDesk {
    private static final String FILE = "/demo/helpdesk.sql";

    private DemoHelpDesk() {}

    /** @return its SQL in UTF-8; the caller closes it */
    public static InputStream sql() {
        return Objects.requireNonNull(DemoHelpDesk.class.getResourceAsStream(FILE), FILE);
    }
}
