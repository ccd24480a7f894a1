/** The trail of what was changed and what was refused. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.audit;
