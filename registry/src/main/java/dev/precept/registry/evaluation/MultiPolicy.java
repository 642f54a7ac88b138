package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy.Part;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Exact match over all policies asked of an item, as the published evaluations of safeguard models
/// count it. A case that got no verdict counts as wrong.
@Repository
class MultiPolicy {

    private static final int MOST_RUNS = 50;

    private static final String CASES =
            """
            select c.evaluation_id, coalesce(g.content_sha256, c.origin::text) as item,
                   c.state = 'JUDGED' and c.outcome = c.expected_outcome as right_here
              from evaluation_case c left join golden_case g on g.id = c.origin
             where c.evaluation_id = any(?)
            """;

    private final EvaluationDesk desk;
    private final JdbcClient jdbc;

    MultiPolicy(EvaluationDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    MultiPolicyAccuracy of(List<EvaluationId> ids) {
        requireCount(ids);
        var runs = ids.stream().map(desk::get).toList();
        requireComparable(runs);
        var all = ids.stream().map(EvaluationId::value).toArray(UUID[]::new);
        return jdbc.sql(
                        "select count(*), count(*) filter (where exact), count(*) filter (where asked > 1),"
                                + " count(*) filter (where asked > 1 and exact)"
                                + " from (select item, count(*) as asked, bool_and(right_here) as exact from ("
                                + CASES
                                + ") cases group by item) items")
                .param(all)
                .query((row, _) ->
                        new MultiPolicyAccuracy(
                                runs.stream().map(this::part).toList(),
                                Statistics.share(row.getInt(2), row.getInt(1)),
                                Statistics.share(row.getInt(4), row.getInt(3))))
                .single();
    }

    private Part part(Evaluation run) {
        return jdbc.sql(
                        "select count(*), count(*) filter (where right_here) from ("
                                + CASES
                                + ") cases")
                .param(new UUID[] {run.id().value()})
                .query((row, _) ->
                        new Part(
                                run.id(),
                                run.policyVersion(),
                                Statistics.share(row.getInt(2), row.getInt(1))))
                .single();
    }

    private static void requireCount(List<EvaluationId> ids) {
        if (ids.size() < 2 || ids.size() > MOST_RUNS) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "%d runs; give 2 to %d, one a policy.".formatted(ids.size(), MOST_RUNS));
        }
    }

    private static void requireComparable(List<Evaluation> runs) {
        var policies = new HashSet<String>();
        for (var run : runs) {
            if (run.state() != State.COMPLETED) {
                throw new PreceptException(
                        ErrorCode.WRONG_STATE,
                        "Run %s is %s; give completed runs.".formatted(run.id(), run.state()));
            }
            if (!policies.add(run.policyVersion().slug())) {
                throw new PreceptException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Two runs are of %s; give one run a policy."
                                .formatted(run.policyVersion().slug()));
            }
        }
    }
}
