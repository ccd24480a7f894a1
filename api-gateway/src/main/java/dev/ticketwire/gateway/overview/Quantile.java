package dev.ticketwire.gateway.overview;

import java.util.Map;
import java.util.NavigableMap;

/** Quantiles of a histogram, as Prometheus estimates them: values are spread evenly within a bucket. */
final class Quantile {
    private Quantile() {}

    /**
     * @param share such as 0.99
     * @param counts number of values by the upper bound of their bucket; not cumulative
     * @return NaN if there are no values; the highest finite bound if it lies in the bucket without one
     */
    static double of(double share, NavigableMap<Double, Double> counts) {
        double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
        double wanted = share * all;
        double below = 0;
        double lower = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            double count = bucket.getValue();
            if (count > 0 && below + count >= wanted) {
                return bucket.getKey().isInfinite()
                        ? lower
                        : lower + (bucket.getKey() - lower) * Math.max(0, wanted - below) / count;
            }
            below += count;
            lower = bucket.getKey();
        }
        return Double.NaN;
    }
}
