/** Shared by all HTTP services: rendering of answers and errors, and the identity of callers. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.rest;
