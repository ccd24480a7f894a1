/** {@code ./ticketwire}: starts the suite on one machine, watches over it and stops it. */
@NullMarked
package dev.ticketwire.quickstart.launch;

import org.jspecify.annotations.NullMarked;
