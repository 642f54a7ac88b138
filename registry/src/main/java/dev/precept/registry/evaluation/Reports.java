package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a run measured so far.
@Repository
class Reports {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FinishedReports finished;

    Reports(JdbcClient jdbc, JsonMapper json, FinishedReports finished) {
        this.jdbc = jdbc;
        this.json = json;
        this.finished = finished;
    }

    EvaluationReport of(Evaluation run) {
        return finished.of(run, this::count);
    }

    private EvaluationReport count(Evaluation run) {
        var figures = new Figures(judged(run.id()));
        return new EvaluationReport(
                run,
                models(run.id()),
                figures.matrix(),
                figures.accuracy(),
                figures.overall(),
                figures.labels(),
                figures.rules(),
                figures.languages(),
                figures.protection(),
                cost(run.id()),
                figures.reasoning());
    }

    List<Judged> judged(EvaluationId run) {
        return jdbc.sql(
                        """
                        select expected_outcome, expected_label, expected_rule, guarded, language,
                               outcome, labels, rule_ids, rationale_length
                          from evaluation_case where evaluation_id = ? and state = 'JUDGED'
                        """)
                .param(run.value())
                .query((row, _) ->
                        new Judged(
                                new GoldenExpectation(
                                        Outcome.valueOf(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3)),
                                row.getBoolean(4),
                                row.getString(5),
                                Outcome.valueOf(row.getString(6)),
                                List.of((String[]) row.getArray(7).getArray()),
                                List.of((String[]) row.getArray(8).getArray()),
                                row.getInt(9)))
                .list();
    }

    private List<ModelCard> models(EvaluationId run) {
        return jdbc.sql(
                        """
                        select distinct v.model_name, v.model_digest, v.model_runtime,
                               v.model_settings
                          from evaluation_case c join verdict v on v.id = c.verdict_id
                         where c.evaluation_id = ?
                        """)
                .param(run.value())
                .query((row, _) ->
                        new ModelCard(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                json.readValue(row.getString(4), SETTINGS)))
                .list();
    }

    private EvaluationReport.Cost cost(EvaluationId run) {
        return jdbc.sql(
                        """
                        select coalesce(sum(tokens), 0), coalesce(sum(millis), 0) / 1000.0,
                               coalesce(avg(rationale_length), 0)
                          from evaluation_case where evaluation_id = ? and state = 'JUDGED'
                        """)
                .param(run.value())
                .query((row, _) ->
                        new EvaluationReport.Cost(
                                row.getLong(1), row.getDouble(2), row.getDouble(3)))
                .single();
    }
}
