package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.Demand;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where a decline blocks, one that was given before the rules said so blocks too. The database
/// refuses the approval as well.
@Component
class DeclinesStand implements ApprovalCondition {

    private final JdbcClient jdbc;

    DeclinesStand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> missing(ApprovalRules rules, PolicyVersionRef version) {
        if (!rules.ask(Demand.DECLINE_BLOCKS)) {
            return List.of();
        }
        return jdbc
                .sql(
                        """
                        select unnest(standing_declines(version)) from policy_version version
                         where slug = ? and number = ?
                        """)
                .params(version.slug(), version.number())
                .query(String.class)
                .stream()
                .map("%s declined it: take it back and mend it, or ask them to approve."::formatted)
                .toList();
    }
}
