/** Many writes in one request: each a command of its own, and one receipt for them all. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.bulk;
