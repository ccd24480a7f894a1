/** Items of a bulk that need no ticket. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.bulk;
