package dev.ticketwire.testsupport;

import dev.ticketwire.quickstart.infrastructure.Database;

/** Where a test's MariaDB and Kafka come from. Both end with the JVM. */
interface Infrastructure {
    /** @return the server's administrator, in its system database */
    Database startDatabase();

    /** @return the broker's address */
    String startBroker();

    /** @return a program that runs the SQL of its standard input in {@code database} */
    ProcessBuilder client(Database database);

    /**
     * Chooses, and says so in a line.
     *
     * @throws IllegalStateException if {@code ticketwire.tests} is none of auto, containers and embedded, or asks for
     *     containers where they cannot be had
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
