/** The list of tickets, page by page, with every ticket filter. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.list;
