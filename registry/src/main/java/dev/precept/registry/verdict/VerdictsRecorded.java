package dev.precept.registry.verdict;

import dev.precept.contracts.verdict.Verdict;
import java.util.List;

/// Published inside the transaction that records verdicts of live traffic, once for many; a
/// listener that throws undoes them. Verdicts of the playground are not among them.
public record VerdictsRecorded(List<Verdict> verdicts) {

    public VerdictsRecorded {
        verdicts = List.copyOf(verdicts);
    }
}
