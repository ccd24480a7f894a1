package dev.ticketwire.testsupport;

import dev.ticketwire.setup.database.Database;

/**
 * A help desk for a test.
 *
 * @param service access of the services: rows and the binary log only
 * @param root access of the server's administrator, to prepare and inspect data
 */
public record TestHelpDesk(Database service, Database root) {}
