/**
 * The last hour of the suite, for the console: read from the services' metrics and health every few seconds, and kept in
 * this gateway's memory.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.overview;
