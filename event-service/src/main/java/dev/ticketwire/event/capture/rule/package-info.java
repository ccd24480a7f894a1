/** The rules that make events of changed rows. */
@NullMarked
package dev.ticketwire.event.capture.rule;

import org.jspecify.annotations.NullMarked;
