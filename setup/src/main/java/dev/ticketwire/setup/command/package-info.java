/** The command line {@code setup}, a step that runs to its end before the services start. */
@NullMarked
package dev.ticketwire.setup.command;

import org.jspecify.annotations.NullMarked;
