package dev.precept.registry.verdict;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Timings;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads a row of all columns of the verdict table.
@Component
class VerdictRows implements RowMapper<Verdict> {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JsonMapper json;

    VerdictRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Verdict mapRow(ResultSet row, int number) throws SQLException {
        return new Verdict(
                new VerdictId(row.getObject("id", UUID.class)),
                new ItemId(row.getObject("item_id", UUID.class)),
                new PolicyVersionRef(
                        row.getString("policy_slug"),
                        row.getInt("policy_number"),
                        row.getString("policy_sha256")),
                Outcome.valueOf(row.getString("outcome")),
                texts(row, "labels"),
                texts(row, "rule_ids"),
                new Confidence(
                        row.getDouble("confidence"),
                        Confidence.Source.valueOf(row.getString("confidence_source"))),
                row.getString("rationale"),
                new ModelCard(
                        row.getString("model_name"),
                        row.getString("model_digest"),
                        row.getString("model_runtime"),
                        json.readValue(row.getString("model_settings"), SETTINGS)),
                new Timings(
                        row.getLong("queued_millis"),
                        row.getLong("inference_millis"),
                        row.getLong("total_millis")),
                row.getBoolean("truncated"),
                row.getTimestamp("created_at").toInstant(),
                account(row.getString("account")));
    }

    private @Nullable Account account(@Nullable String text) {
        return text == null ? null : json.readValue(text, Account.class);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
