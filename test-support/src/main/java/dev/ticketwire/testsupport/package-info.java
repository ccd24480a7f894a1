/** Database and broker for the integration tests of all modules. */
@NullMarked
package dev.ticketwire.testsupport;

import org.jspecify.annotations.NullMarked;
