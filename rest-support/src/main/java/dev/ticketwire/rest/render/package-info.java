/** Turns views, the records that readers return, into JSON and XML. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.rest.render;
