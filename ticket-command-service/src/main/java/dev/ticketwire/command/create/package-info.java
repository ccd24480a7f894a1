@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.create;
