/** Forms: the answers of requests to their fields, and the rows that store them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.form;
