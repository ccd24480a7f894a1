/** Follows the feed of ticket changes and writes it for people or programs. */
@NullMarked
package dev.ticketwire.quickstart.watch;

import org.jspecify.annotations.NullMarked;
