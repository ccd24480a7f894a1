@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.outcome;
