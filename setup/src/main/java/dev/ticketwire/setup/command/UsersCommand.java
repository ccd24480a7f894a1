package dev.ticketwire.setup.command;

import picocli.CommandLine.Command;

/** {@code setup users}. */
@Command(name = "users", description = "Create the services' database users with the rights that each needs.")
final class UsersCommand implements Runnable {
    @Override
    public void run() {
        Steps.ofThisProcess().users();
    }
}
