/** Fields of a ticket that get, list and search have in common. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.fields;
