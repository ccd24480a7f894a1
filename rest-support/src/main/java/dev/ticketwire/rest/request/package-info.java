/** Reads requests: the caller's identity, headers, query parameters, page cursors. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.rest.request;
