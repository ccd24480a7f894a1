package dev.ticketwire.command.reply;

import dev.ticketwire.command.entry.Recipients;

/**
 * A user who takes part in a ticket.
 *
 * @param user id
 * @param name as entries show it
 * @param address the default one; empty if there is none
 * @param collaborator id of the collaborator row, 0 for the owner
 */
public record Participant(int user, String name, String address, int collaborator) {

    boolean isOwner() {
        return collaborator == 0;
    }

    String written() {
        return Recipients.written(name, address);
    }
}
