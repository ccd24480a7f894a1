/**
 * The snapshot of rarely changing tables: departments, topics, statuses, SLAs, agents, forms, filters, configuration.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.reference;
