package dev.ticketwire.command.collaborator;

import dev.ticketwire.command.user.Requester;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.person.PersonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user who becomes a collaborator of a ticket by a mail.
 *
 * @param user written before the collaborator used
 * @param source see {@link CopiedAddress}
 * @param active whether the user may reply and receives mails; an agent may activate an inactive one
 */
public record NewCollaborator(Requester user, String source, boolean active) {

    /** A collaborator with this address; an unknown address becomes a new user, whom {@code users} writes. */
    public static NewCollaborator of(CopiedAddress copied, Requesters users, InactiveCollaborators inactive) {
        return new NewCollaborator(
                users.knownOrNew(copied.name(), copied.email()), copied.source(), !inactive.has(copied.email()));
    }

    /**
     * The data of the history event for collaborators added by one mail.
     *
     * @param nameFormat {@code client_name_format}
     */
    public static String history(List<NewCollaborator> collaborators, String nameFormat) {
        Map<String, Map<String, String>> added = new LinkedHashMap<>();
        for (NewCollaborator collaborator : collaborators) {
            Map<String, String> person = new LinkedHashMap<>();
            person.put("name", PersonName.of(collaborator.user.name()).in(nameFormat));
            person.put("src", collaborator.source);
            added.put(Integer.toString(collaborator.user.id()), person);
        }
        return PhpJson.write(Map.of("add", added));
    }
}
