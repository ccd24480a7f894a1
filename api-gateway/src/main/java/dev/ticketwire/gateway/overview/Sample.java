package dev.ticketwire.gateway.overview;

import java.util.Map;

/** A line of a service's metrics: the value of one time series. */
record Sample(String name, Map<String, String> labels, double value) {}
