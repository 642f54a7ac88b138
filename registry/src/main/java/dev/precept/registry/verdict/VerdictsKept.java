package dev.precept.registry.verdict;

import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.queue.ActiveJob;
import java.util.List;

/// Published inside the transaction that records verdicts, whatever they are for, once for many; a
/// listener that throws undoes them.
public record VerdictsKept(List<Kept> verdicts) {

    public VerdictsKept {
        verdicts = List.copyOf(verdicts);
    }

    /// A verdict and the job that it ended.
    public record Kept(ActiveJob job, Verdict verdict) {}
}
