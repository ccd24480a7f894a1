/** How a service ends without a client that sees a failure: see {@link dev.ticketwire.rest.drain.Drain}. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.rest.drain;
