package dev.precept.registry.review;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.ReviewCase;
import dev.precept.registry.item.ItemContents;
import dev.precept.registry.verdict.Verdicts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Shows cases with their verdicts and decisions as they stand now.
@Component
class CaseViews {

    private final Verdicts verdicts;
    private final ItemContents contents;
    private final Decisions decisions;
    private final Clock clock;

    CaseViews(Verdicts verdicts, ItemContents contents, Decisions decisions, Clock clock) {
        this.verdicts = verdicts;
        this.contents = contents;
        this.decisions = decisions;
        this.clock = clock;
    }

    List<ReviewCase> of(List<CaseRow> rows) {
        var now = clock.instant();
        var verdictOf = verdicts.byId(rows.stream().map(CaseRow::verdictId).toList());
        var decisionOf = decisions.latest(rows.stream().map(CaseRow::id).toList());
        return rows.stream()
                .map(row -> {
                    var until = row.liveClaimUntil(now);
                    return new ReviewCase(
                            row.id(),
                            row.stateAt(now),
                            row.reason(),
                            row.revision(),
                            Objects.requireNonNull(verdictOf.get(row.verdictId())),
                            row.openedAt(),
                            until == null ? null : row.claimedBy(),
                            until,
                            decisionOf.get(row.id()));
                })
                .toList();
    }

    ReviewCase of(CaseRow row) {
        return of(List.of(row)).getFirst();
    }

    CaseDetail detail(CaseRow row) {
        var shown = of(row);
        var item = shown.verdict().itemId();
        var content = contents.byId(List.of(item)).get(item);
        if (content == null) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND, "The content of case " + row.id() + " is gone.");
        }
        return new CaseDetail(shown, content);
    }
}
