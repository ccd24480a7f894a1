/** What each write makes of its request. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.command;
