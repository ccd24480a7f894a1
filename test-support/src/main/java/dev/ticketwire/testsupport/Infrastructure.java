package dev.ticketwire.testsupport;

import dev.ticketwire.setup.database.Database;

/** Provides MariaDB and Kafka for tests. Both end with the JVM. */
interface Infrastructure {
    /** @return the server's administrator, in its system database */
    Database startDatabase();

    /** @return the broker's address */
    String startBroker();

    /** @return a program that runs the SQL of its standard input in {@code database} */
    ProcessBuilder client(Database database);

    /**
     * Chooses an implementation and prints it in one line.
     *
     * @throws IllegalStateException if {@code ticketwire.tests} is not auto, containers or embedded, or requires
     *     containers that are not available
     */
    static Infrastructure choose() {
        String wish = System.getProperty("ticketwire.tests", "auto");
        return switch (wish) {
            case "embedded" -> embedded("as asked for");
            case "containers" -> containers("as asked for");
            case "auto" -> {
                String missing = ContainerInfrastructure.missing();
                yield missing.isEmpty() ? containers("a Docker engine has the images") : embedded(missing);
            }
            default ->
                throw new IllegalStateException(
                        "ticketwire.tests is '" + wish + "' but may be auto, containers or embedded");
        };
    }

    private static Infrastructure embedded(String why) {
        say("embedded MariaDB and Kafka: " + why);
        return new EmbeddedInfrastructure();
    }

    private static Infrastructure containers(String why) {
        say("MariaDB and Kafka in containers: " + why);
        return new ContainerInfrastructure();
    }

    private static void say(String line) {
        System.out.println("Tests use " + line);
    }
}
