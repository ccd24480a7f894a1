/** The operator's console: a web application without data of its own, on the management address. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.console;
