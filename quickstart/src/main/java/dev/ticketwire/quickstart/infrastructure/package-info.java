/** MariaDB and Kafka without containers: child processes with their data in a given folder. */
@NullMarked
package dev.ticketwire.quickstart.infrastructure;

import org.jspecify.annotations.NullMarked;
