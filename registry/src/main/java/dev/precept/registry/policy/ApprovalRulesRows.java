package dev.precept.registry.policy;

import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.request.GroupShare;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The approval rules of policies; a policy without a row has the standard ones.
@Repository
class ApprovalRulesRows {

    private final JdbcClient jdbc;

    ApprovalRulesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ApprovalRules of(String slug) {
        return jdbc.sql("select * from approval_rules where slug = ?")
                .param(slug)
                .query(ApprovalRulesRows::rules)
                .optional()
                .orElseGet(ApprovalRules::standard);
    }

    /// @return false if the rules are at another revision
    boolean write(String slug, int basedOn, ApprovalRulesEdit edit, String actor, Instant at) {
        var demands = edit.demands().stream().map(Demand::name).sorted().toArray(String[]::new);
        var groups = edit.groups().stream().map(GroupShare::group).toArray(String[]::new);
        var shares = edit.groups().stream().map(GroupShare::approvals).toArray(Integer[]::new);
        var now = Timestamp.from(at);
        var statement =
                basedOn == 0
                        ? jdbc.sql(
                                """
                                insert into approval_rules
                                values (:slug, 1, :approvals, :demands, :groups, :shares, :actor, :now)
                                on conflict (slug) do nothing
                                """)
                        : jdbc.sql(
                                        """
                                        update approval_rules
                                           set revision = revision + 1, approvals = :approvals,
                                               demands = :demands, groups = :groups,
                                               shares = :shares, changed_by = :actor,
                                               changed_at = :now
                                         where slug = :slug and revision = :basedOn
                                        """)
                                .param("basedOn", basedOn);
        return statement
                        .param("slug", slug)
                        .param("approvals", edit.approvals())
                        .param("demands", demands)
                        .param("groups", groups)
                        .param("shares", shares)
                        .param("actor", actor)
                        .param("now", now)
                        .update()
                == 1;
    }

    private static ApprovalRules rules(ResultSet row, int index) throws SQLException {
        var groups = (String[]) row.getArray("groups").getArray();
        var shares = (Integer[]) row.getArray("shares").getArray();
        List<GroupShare> asked = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            asked.add(new GroupShare(groups[group], shares[group]));
        }
        return new ApprovalRules(
                row.getInt("revision"),
                row.getInt("approvals"),
                asked,
                Arrays.stream((String[]) row.getArray("demands").getArray())
                        .map(Demand::valueOf)
                        .collect(Collectors.toSet()));
    }
}
