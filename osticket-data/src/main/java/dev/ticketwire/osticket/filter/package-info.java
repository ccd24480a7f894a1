/** Which tickets a caller means: the filters of lists and statistics, as conditions of a statement. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.filter;
