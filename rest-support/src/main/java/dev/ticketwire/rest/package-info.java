/** What every HTTP service shares: how answers are written, and on whose behalf the gateway asks. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.rest;
