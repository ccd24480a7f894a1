/** The rows of osTicket's tables from which events are made, as records, and where in the log they stand. */
@NullMarked
package dev.ticketwire.event.capture.row;

import org.jspecify.annotations.NullMarked;
