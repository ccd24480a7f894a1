/** The suite's topics on a broker. */
@NullMarked
package dev.ticketwire.setup.topics;

import org.jspecify.annotations.NullMarked;
