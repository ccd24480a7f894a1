package dev.ticketwire.setup.command;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.ServiceAccount;
import dev.ticketwire.setup.topics.Replication;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The settings, by their environment variables.
 *
 * @param environment values by names of variables; an empty value counts as missing
 */
record Settings(Map<String, String> environment) {
    private static final String KAFKA = "KAFKA_";
    private static final String FACTOR = "TICKETWIRE_TOPICS_REPLICATION";
    private static final String DEMO_KEY_ADDRESS = "TICKETWIRE_DEMO_KEY_ADDRESS";
    private static final String MIN_IN_SYNC = "TICKETWIRE_TOPICS_MIN_IN_SYNC";

    static Settings ofThisProcess() {
        return new Settings(System.getenv());
    }

    /** The help desk's database as the server's administrator. */
    Database administrator() {
        String url = required("TICKETWIRE_DB_URL", "the database's address, like jdbc:mariadb://db:3306/osticket");
        String user = required("TICKETWIRE_DB_USER", "an administrator of the database's server");
        String password = required("TICKETWIRE_DB_PASSWORD", "the administrator's password");
        try {
            return Database.at(url, user, password);
        } catch (IllegalArgumentException e) {
            throw new SettingMissing("TICKETWIRE_DB_URL " + e.getMessage());
        }
    }

    /**
     * @return the password of every service's account
     * @throws SettingMissing names all that are missing
     */
    Map<ServiceAccount, String> passwords() {
        Map<ServiceAccount, String> passwords = new EnumMap<>(ServiceAccount.class);
        List<String> missing = new ArrayList<>();
        for (ServiceAccount account : ServiceAccount.values()) {
            String name = "TICKETWIRE_USER_" + account.name() + "_PASSWORD";
            if (isMissing(name)) {
                missing.add(name);
            } else {
                passwords.put(account, environment.getOrDefault(name, ""));
            }
        }
        if (!missing.isEmpty()) {
            throw new SettingMissing("Not set: " + String.join(", ", missing)
                    + ". They are the passwords of the services' database users.");
        }
        return passwords;
    }

    /** Settings of Kafka's client: {@code KAFKA_SASL_JAAS_CONFIG} is {@code sasl.jaas.config}. */
    Map<String, String> broker() {
        required("KAFKA_BOOTSTRAP_SERVERS", "the brokers' addresses, like kafka-1:9092,kafka-2:9092");
        Map<String, String> settings = new HashMap<>();
        environment.forEach((name, value) -> {
            String key = name.startsWith(KAFKA) ? option(name.substring(KAFKA.length())) : "";
            // Kubernetes adds variables for each of its services, also for one that is called kafka.
            if (AdminClientConfig.configNames().contains(key) && !value.isEmpty()) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    private static String option(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    Replication replication() {
        short factor = number(FACTOR);
        short minInSync = number(MIN_IN_SYNC);
        if (minInSync > factor) {
            throw new SettingMissing(MIN_IN_SYNC + " must not be larger than " + FACTOR + ".");
        }
        return new Replication(factor, minInSync);
    }

    /** @return the client address that the demo's API keys are bound to; by default this host */
    String demoKeyAddress() {
        return isMissing(DEMO_KEY_ADDRESS) ? "127.0.0.1" : environment.getOrDefault(DEMO_KEY_ADDRESS, "");
    }

    private short number(String name) {
        if (isMissing(name)) {
            return 1;
        }
        String value = environment.getOrDefault(name, "");
        if (!value.matches("[1-9]")) {
            throw new SettingMissing(name + " must be a number from 1 to 9.");
        }
        return Short.parseShort(value);
    }

    private String required(String name, String what) {
        if (isMissing(name)) {
            throw new SettingMissing(name + " is not set. It is " + what + ".");
        }
        return environment.getOrDefault(name, "");
    }

    private boolean isMissing(String name) {
        return environment.getOrDefault(name, "").isEmpty();
    }
}
