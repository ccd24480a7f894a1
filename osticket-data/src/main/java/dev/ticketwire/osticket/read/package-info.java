/** How services read the help desk's database, and how they tell whether they can. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.read;
