/** When a ticket is due: schedules, holidays, SLA hours. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.due;
