/** Due dates of tickets: schedules, holidays, SLA hours. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.due;
