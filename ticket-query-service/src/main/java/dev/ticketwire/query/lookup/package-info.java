/** Reference data as lists: departments, topics, priorities, agents and so on, from memory. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.lookup;
