package dev.ticketwire.gateway.write;

/**
 * Routes a command's outcome to the request that waits for it.
 *
 * @param correlation names the request, unique among all gateways and their restarts
 * @param order counts the requests of this gateway: an earlier one has the smaller number
 * @param partition of the outcomes topic that this gateway reads, -1 if it reads none
 * @param epoch of the partition assignment, see {@link OutcomePartitions.Assignment}; -1 if there is no partition
 */
record ReplyRoute(String correlation, long order, int partition, int epoch) {}
