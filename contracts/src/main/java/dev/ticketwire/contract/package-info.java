/** What the services say to each other. Depends on nothing else of Ticketwire. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract;
