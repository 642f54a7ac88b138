package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.policy.NewGoldenCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Golden cases in portions that the registry takes in one call. Its bounds are 10,000 cases and a
/// body of 16 MiB; these stay well below, since fields without a value are sent as well.
final class GoldenBatches {

    static final int CASES = 5_000;
    static final int BYTES = 8 * 1024 * 1024;

    private GoldenBatches() {}

    /// @return all cases in their order; none of the portions is empty
    static List<List<NewGoldenCase>> of(List<NewGoldenCase> cases) {
        var batches = new ArrayList<List<NewGoldenCase>>();
        int from = 0;
        int bytes = 0;
        for (int index = 0; index < cases.size(); index++) {
            int size = bytes(cases.get(index));
            if (index > from && (index - from == CASES || bytes + size > BYTES)) {
                batches.add(List.copyOf(cases.subList(from, index)));
                from = index;
                bytes = 0;
            }
            bytes += size;
        }
        if (from < cases.size()) {
            batches.add(List.copyOf(cases.subList(from, cases.size())));
        }
        return batches;
    }

    private static int bytes(NewGoldenCase golden) {
        return GoldenLines.written(List.of(golden)).getBytes(StandardCharsets.UTF_8).length;
    }
}
