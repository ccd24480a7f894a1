/** The administration of API keys, osTicket's and Ticketwire's own. Only the gateway writes them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.key;
