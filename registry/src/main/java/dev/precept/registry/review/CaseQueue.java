package dev.precept.registry.review;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.review.CaseState;
import dev.precept.registry.access.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The cases that wait, most pressing first: escalated (for review leads only, and never for the
/// one who escalated), undetermined, low confidence (the least sure first), samples; the oldest
/// first among equals. A claim that has expired waits like any other. INVARIANT: of two who claim
/// at once, each gets another case.
@Repository
class CaseQueue {

    private static final String STATE =
            """
            (case when state = 'CLAIMED' and claim_expires_at <= :now
                  then case when escalated then 'ESCALATED' else 'OPEN' end else state end)
            """;
    private static final String FREE =
            """
             state <> 'DECIDED' and (state <> 'CLAIMED' or claim_expires_at <= :now)
                   and (not escalated or :lead and not exists (
                           select from case_decision
                            where case_id = review_case.id and kind = 'ESCALATE'
                              and decided_by = :actor))
            """;
    private static final String MINE =
            " state = 'CLAIMED' and claimed_by = :actor and claim_expires_at > :now";

    private final JdbcClient jdbc;

    CaseQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes the calls of one person wait for each other until the transaction ends, so that two of
    /// them do not claim two cases.
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueUp(Actor actor) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0)))")
                .param("key", "review:" + actor.name())
                .query(Integer.class)
                .single();
    }

    /// The case that this person holds, the one that expires first if there are several.
    Optional<UUID> held(Actor actor, @Nullable String policy, Instant now) {
        return jdbc.sql(
                        "select id from review_case where"
                                + MINE
                                + ofPolicy(policy)
                                + " order by claim_expires_at, id limit 1")
                .param("actor", actor.name())
                .param("policy", policy)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> claimNext(
            Actor actor, @Nullable String policy, Instant now, Instant until) {
        return jdbc.sql(
                        "update review_case set state = 'CLAIMED', claimed_by = :actor,"
                                + " claim_expires_at = :until, revision = revision + 1 where id ="
                                + " (select id from review_case where"
                                + FREE
                                + ofPolicy(policy)
                                + " order by pressing, opened_at, id limit 1"
                                + " for update skip locked) returning id")
                .param("actor", actor.name())
                .param("policy", policy)
                .param("lead", actor.is(Role.REVIEW_LEAD))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(UUID.class)
                .optional();
    }

    int countFree(Actor actor, Instant now) {
        return jdbc.sql("select count(*) from review_case where" + FREE)
                .param("actor", actor.name())
                .param("lead", actor.is(Role.REVIEW_LEAD))
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    int countHeld(Actor actor, Instant now) {
        return jdbc.sql("select count(*) from review_case where" + MINE)
                .param("actor", actor.name())
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /// Newest first.
    ///
    /// @param before the last id of the page before this one
    List<UUID> page(CaseFilter filter, @Nullable UUID before, Instant now, int size) {
        return jdbc.sql(
                        "select id from review_case where (:before::uuid is null or id < :before)"
                                + (filter.state() == null ? "" : " and :state = " + STATE)
                                + ofPolicy(filter.policy())
                                + " order by id desc limit :size")
                .param("before", before)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("policy", filter.policy())
                .param("now", Timestamp.from(now))
                .param("size", size)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    Map<CaseState, Integer> countByState(Instant now) {
        var counts = new EnumMap<CaseState, Integer>(CaseState.class);
        jdbc.sql("select " + STATE + ", count(*) from review_case group by 1")
                .param("now", Timestamp.from(now))
                .query(row -> {
                    counts.put(CaseState.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    private static String ofPolicy(@Nullable String policy) {
        return policy == null ? "" : " and policy_slug = :policy";
    }

    /// Which cases to list; null means any.
    record CaseFilter(@Nullable CaseState state, @Nullable String policy) {}
}
