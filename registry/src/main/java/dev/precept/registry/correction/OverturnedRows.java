package dev.precept.registry.correction;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Overturned cases, newest first.
@Repository
class OverturnedRows {

    private static final String SELECT =
            """
            select c.id, v.item_id, i.content, v.outcome as said, v.rule_ids as cited,
                   d.outcome, d.label, d.rule_ids[1] as rule, d.reason
              from case_decision d
              join review_case c on c.id = d.case_id
              join verdict v on v.id = c.verdict_id
              join item i on i.id = v.item_id
             where d.kind = 'OVERTURN' and c.policy_slug = ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OverturnedRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Overturned> newest(String slug, int size) {
        return jdbc.sql(SELECT + " order by d.id desc limit ?")
                .params(slug, size)
                .query(this::overturned)
                .list();
    }

    /// Those of the cases that were overturned, each as it was decided last.
    Map<CaseId, Overturned> of(String slug, Collection<CaseId> cases) {
        return jdbc
                .sql(SELECT + " and c.id = any (?) order by d.id desc")
                .params(slug, cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(this::overturned)
                .stream()
                .collect(Collectors.toMap(Overturned::id, each -> each, (newer, _) -> newer));
    }

    private Overturned overturned(ResultSet row, int number) throws SQLException {
        return new Overturned(
                new CaseId(row.getObject("id", UUID.class)),
                row.getObject("item_id", UUID.class),
                json.readValue(row.getString("content"), Content.class),
                Outcome.valueOf(row.getString("said")),
                List.of((String[]) row.getArray("cited").getArray()),
                new GoldenExpectation(
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("label"),
                        row.getString("rule")),
                row.getString("reason"));
    }

    List<String> policies() {
        return jdbc.sql(
                        """
                        select distinct c.policy_slug
                          from case_decision d join review_case c on c.id = d.case_id
                         where d.kind = 'OVERTURN' order by 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
