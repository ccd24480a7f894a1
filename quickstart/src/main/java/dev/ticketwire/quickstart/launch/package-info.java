/** {@code ./ticketwire}: starts, supervises and stops the suite on one machine. */
@NullMarked
package dev.ticketwire.quickstart.launch;

import org.jspecify.annotations.NullMarked;
