/** Pages for people: the documentation, and a page for each problem code. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.page;
