/** The events of {@code osticket.ticket-events}: one feed of every ticket change, whoever made it. */
@NullMarked
package dev.ticketwire.contract.event;

import org.jspecify.annotations.NullMarked;
