/** Forms: what a request answers to their fields, and the rows that keep it. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.form;
