/** The running suite from outside, through the gateway; what it stored is looked up in its database and its broker. */
@NullMarked
package dev.ticketwire.system;

import org.jspecify.annotations.NullMarked;
