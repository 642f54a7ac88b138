package dev.precept.console.testing;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.Decision;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.review.ReviewCase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// Cases of one person, in memory; the next call can be made to fail.
public final class FakeCaseApi implements CaseApi {

    private final Map<CaseId, ReviewCase> cases = new LinkedHashMap<>();
    private final Map<CaseId, Content> contents = new LinkedHashMap<>();
    private final List<NewDecision> decisions = new ArrayList<>();
    private final Clock clock;
    private @Nullable ErrorCode failure;

    public FakeCaseApi(Clock clock) {
        this.clock = clock;
    }

    public CaseId add(ReviewCase reviewCase, Content content) {
        cases.put(reviewCase.id(), reviewCase);
        contents.put(reviewCase.id(), content);
        return reviewCase.id();
    }

    public void failNextWith(ErrorCode code) {
        failure = code;
    }

    public List<NewDecision> decisions() {
        return List.copyOf(decisions);
    }

    public int in(CaseState state) {
        return (int) cases.values().stream().filter(each -> each.state() == state).count();
    }

    @Override
    public Page<ReviewCase> list(
            @Nullable CaseState state, @Nullable String policy, @Nullable String cursor) {
        return new Page<>(
                cases.values().stream()
                        .filter(each -> state == null || each.state() == state)
                        .filter(each ->
                                policy == null
                                        || each.verdict().policyVersion().slug().equals(policy))
                        .toList(),
                null);
    }

    @Override
    public ResponseEntity<CaseDetail> claimNext(@Nullable String policy) {
        fail();
        for (var wanted : List.of(CaseState.CLAIMED, CaseState.OPEN)) {
            for (var each : List.copyOf(cases.values())) {
                if (each.state() == wanted) {
                    return ResponseEntity.ok(claim(each.id()));
                }
            }
        }
        return ResponseEntity.noContent().build();
    }

    @Override
    public CaseDetail get(CaseId id) {
        return new CaseDetail(known(id), content(id));
    }

    @Override
    public CaseDetail claim(CaseId id) {
        fail();
        return new CaseDetail(with(known(id), CaseState.CLAIMED, null), content(id));
    }

    @Override
    public ReviewCase renew(CaseId id) {
        fail();
        return with(known(id), CaseState.CLAIMED, null);
    }

    @Override
    public void release(CaseId id) {
        with(known(id), CaseState.OPEN, null);
    }

    @Override
    public ReviewCase decide(CaseId id, NewDecision decision) {
        fail();
        if (decision.revision() != known(id).revision()) {
            throw new PreceptException(ErrorCode.STALE_WRITE, "changed");
        }
        decisions.add(decision);
        return with(
                known(id),
                CaseState.DECIDED,
                new Decision(
                        decision.kind(),
                        decision.outcome(),
                        decision.label(),
                        decision.ruleIds(),
                        decision.reason(),
                        "rita",
                        clock.instant(),
                        decision.addToGoldenSet()));
    }

    private void fail() {
        var code = failure;
        failure = null;
        if (code != null) {
            throw new PreceptException(code, "refused by the test");
        }
    }

    private ReviewCase known(CaseId id) {
        var found = cases.get(id);
        if (found == null) {
            throw new PreceptException(ErrorCode.NOT_FOUND, "no case " + id);
        }
        return found;
    }

    private Content content(CaseId id) {
        return java.util.Objects.requireNonNull(contents.get(id));
    }

    private ReviewCase with(ReviewCase old, CaseState state, @Nullable Decision decision) {
        var held = state == CaseState.CLAIMED;
        var changed =
                new ReviewCase(
                        old.id(),
                        state,
                        old.reason(),
                        old.revision() + 1,
                        old.verdict(),
                        old.openedAt(),
                        held ? "rita" : null,
                        held ? clock.instant().plus(Duration.ofMinutes(10)) : null,
                        decision);
        cases.put(old.id(), changed);
        return changed;
    }
}
