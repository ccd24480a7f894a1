/** The help desk's ticket filters and its ban list. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.create.filter;
