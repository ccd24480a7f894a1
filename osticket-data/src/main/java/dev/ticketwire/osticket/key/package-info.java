/** API keys as their administration sees them: osTicket's own and Ticketwire's. The gateway alone writes them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.key;
