package dev.precept.registry.discussion;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.Demand;
import dev.precept.registry.policy.ApprovalCondition;
import java.util.List;
import org.springframework.stereotype.Component;

/// Where the rules ask for it, every thread is resolved before a version is approved.
@Component
class ThreadsResolved implements ApprovalCondition {

    private final ThreadRows threads;

    ThreadsResolved(ThreadRows threads) {
        this.threads = threads;
    }

    @Override
    public List<String> missing(ApprovalRules rules, PolicyVersionRef version) {
        if (!rules.ask(Demand.THREADS_RESOLVED)) {
            return List.of();
        }
        int open = threads.open(version.slug(), version.number());
        return open == 0
                ? List.of()
                : List.of(
                        open == 1
                                ? "1 thread of comments is not resolved."
                                : open + " threads of comments are not resolved.");
    }
}
