package dev.precept.console.measure;

import dev.precept.contracts.evaluation.Interval;
import java.util.Locale;

/// Shares in words: per cent with one decimal, so that figures stand one below the other.
public final class Share {

    private Share() {}

    /// For example `95.3 %`.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// For example `88.1–98.4 %`.
    public static String range(Interval interval) {
        return String.format(
                Locale.ROOT, "%.1f–%.1f %%", 100 * interval.low(), 100 * interval.high());
    }

    /// A whole number with thousands apart: `12,345`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// For example `1 case`, `12,345 cases`.
    public static String cases(long count) {
        return count == 1 ? "1 case" : count(count) + " cases";
    }
}
