/** What a service takes from a request: the caller's identity, headers, query parameters, the position of a page. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.rest.request;
