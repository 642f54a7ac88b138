package dev.precept.contracts.evaluation;

/// A share with its 95 % interval after Wilson.
///
/// @param of how many it was measured on; with none the interval is 0 to 1 and the value 0
public record Interval(double value, double low, double high, int of) {}
