/** Reading the help desk's database: transactions, faults, readiness and ticket versions. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.read;
