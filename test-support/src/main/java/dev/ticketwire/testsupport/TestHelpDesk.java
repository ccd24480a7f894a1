package dev.ticketwire.testsupport;

import dev.ticketwire.quickstart.infrastructure.Database;

/**
 * A help desk of a test.
 *
 * @param service as the services see it: rows and the binary log only
 * @param root the same database as the server's administrator, for preparing and looking
 */
public record TestHelpDesk(Database service, Database root) {}
