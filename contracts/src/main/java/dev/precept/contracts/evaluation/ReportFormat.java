package dev.precept.contracts.evaluation;

/// How a report is written.
public enum ReportFormat {
    /// A figure a row.
    CSV,
    JSON,
    /// Pages to print.
    PDF
}
