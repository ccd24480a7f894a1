package dev.ticketwire.command.create;

import dev.ticketwire.command.user.Requesters;
import java.time.LocalDateTime;
import java.util.function.Predicate;

/**
 * The data that the rules need about the requests of a wave, looked up for all of them together.
 *
 * @param domainExists whether the domain of an e-mail address may exist
 * @param now of the database
 */
record OpenTicketContext(
        OpenTicketRules rules,
        Requesters requesters,
        Predicate<String> domainExists,
        RequestedParents parents,
        OpenTicketLimit limit,
        LocalDateTime now) {}
