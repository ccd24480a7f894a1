package dev.ticketwire.seed;

import java.util.List;
import java.util.Map;

/**
 * The rows that tickets refer to. Lists are in the order of the ids; only {@code teams}, {@code topics}, {@code
 * serviceLevels} and {@code archived} may be empty.
 *
 * @param agents who work and are not on vacation
 * @param archived statuses of that state
 * @param events ids by name
 * @param today start of today on the database's clock, as seconds since 1970; all events are earlier
 * @param file that attachments refer to
 */
record HelpDesk(
        String prefix,
        List<Integer> departments,
        List<Integer> topics,
        List<Integer> teams,
        List<ServiceLevel> serviceLevels,
        List<Agent> agents,
        List<Status> open,
        List<Status> closed,
        List<Status> archived,
        List<Priority> priorities,
        Form ticketForm,
        Form userForm,
        Map<String, Integer> events,
        long today,
        int file) {
    record Status(int id, String name) {}

    record ServiceLevel(int id, int graceHours) {}

    record Agent(int id, int department, String username, String name) {}

    record Priority(int id, String name) {}

    /**
     * @param fields with answers, in order
     * @param columns of the custom-data table, without the key
     */
    record Form(int id, List<Field> fields, List<String> columns) {}

    /** @param column of the custom-data table */
    record Field(int id, String type, String column) {}
}
