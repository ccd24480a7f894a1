/** What is for people: the documentation, and a page for each kind of problem. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.page;
