/**
 * The events of {@code osticket.ticket-events}: one feed of every ticket change, whoever made it. Members of the data are
 * members of the records here, and only added within a version: {@code src/test/resources/event/released/README.md}.
 */
@NullMarked
package dev.ticketwire.contract.event;

import org.jspecify.annotations.NullMarked;
