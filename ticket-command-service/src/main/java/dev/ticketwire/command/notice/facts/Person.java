package dev.ticketwire.command.notice.facts;

/**
 * A user of the help desk: the owner of a ticket, or a collaborator.
 *
 * @param name as stored
 * @param address empty if there is none
 * @param zone name of the time zone that the user chose, empty for none
 */
public record Person(int user, String name, String address, int organization, String zone) {}
