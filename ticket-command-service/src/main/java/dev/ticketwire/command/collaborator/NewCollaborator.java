package dev.ticketwire.command.collaborator;

import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.person.PersonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who follows a ticket from now on, because a mail says so.
 *
 * @param user written already when it is used
 * @param source see {@link CopiedAddress}
 * @param active whether it may write, and is written to; else an agent has to let it first
 */
public record NewCollaborator(Requester user, String source, boolean active) {

    /** Somebody whom osTicket does not know is a new user, whom {@code users} writes. */
    public static NewCollaborator of(CopiedAddress copied, Requesters users, InactiveCollaborators inactive) {
        return new NewCollaborator(
                users.ofOrComing(copied.name(), copied.email()), copied.source(), !inactive.has(copied.email()));
    }

    /**
     * What a ticket's history says of those who joined with one mail.
     *
     * @param nameFormat {@code client_name_format}
     */
    public static String history(List<NewCollaborator> those, String nameFormat) {
        Map<String, Map<String, String>> added = new LinkedHashMap<>();
        for (NewCollaborator one : those) {
            Map<String, String> person = new LinkedHashMap<>();
            person.put("name", PersonName.of(one.user.name()).in(nameFormat));
            person.put("src", one.source);
            added.put(Integer.toString(one.user.id()), person);
        }
        return PhpJson.write(Map.of("add", added));
    }
}
