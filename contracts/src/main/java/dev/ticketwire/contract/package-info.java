/** Messages between the services. Depends on no other module of Ticketwire. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract;
