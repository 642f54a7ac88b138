package dev.precept.registry.review;

import static dev.precept.registry.review.CaseFixture.assertRefused;
import static dev.precept.registry.review.CaseFixture.decision;
import static dev.precept.registry.review.CaseFixture.escalate;
import static dev.precept.registry.review.CaseFixture.lead;
import static dev.precept.registry.review.CaseFixture.overturn;
import static dev.precept.registry.review.CaseFixture.reviewer;
import static dev.precept.registry.review.CaseFixture.uphold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.Role;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.review.ReviewCase;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import dev.precept.registry.verdict.Verdicts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class CaseLifeIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;
    @Autowired private JdbcClient jdbcClient;
    @Autowired private Verdicts verdicts;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    private CaseMaker maker;
    private CaseApi rita;
    private CaseApi omar;

    @BeforeEach
    void people() {
        maker = new CaseMaker(jdbcClient, verdicts, events, transaction);
        rita = reviewer(clients, "rita");
        omar = reviewer(clients, "omar");
    }

    @Test
    void mostPressingCaseComesFirst() {
        var policy = policies.create("case-order");
        maker.record(policy, Outcome.VIOLATES, 0.6, 1);
        maker.record(policy, Outcome.VIOLATES, 0.3, 1);
        maker.record(policy, Outcome.SAFE, 0.9, 20);
        var older = maker.undetermined(policy);
        maker.undetermined(policy);
        var first = claim(rita, "case-order");
        assertThat(first.id()).isEqualTo(older);
        rita.decide(first.id(), uphold(first.revision()));
        assertThat(upholdNext("case-order").reason()).isEqualTo(CaseReason.UNDETERMINED);
        assertThat(upholdNext("case-order").verdict().confidence().value()).isEqualTo(0.3);
        assertThat(upholdNext("case-order").verdict().confidence().value()).isEqualTo(0.6);
        assertThat(upholdNext("case-order").reason()).isEqualTo(CaseReason.QUALITY_SAMPLE);
    }

    @Test
    void heldCaseIsGivenAgainAndOthersLearnUntilWhenItIsTaken() {
        var id = maker.undetermined(policies.create("case-held"));
        var held = claim(rita, "case-held");
        assertThat(claim(rita, "case-held")).isEqualTo(held);
        assertThat(omar.claimNext("case-held").getStatusCode().value()).isEqualTo(204);
        assertRefused(() -> omar.claim(id), "case-taken", "until 20", "claimExpiresAt");
        assertRefused(() -> omar.decide(id, uphold(held.revision())), "case-taken");
        var renewed = rita.renew(id);
        assertThat(renewed.claimExpiresAt()).isAfter(held.claimExpiresAt());
        assertThat(renewed.revision()).isEqualTo(held.revision() + 1);
        rita.release(id);
        assertThat(claim(omar, "case-held").claimedBy()).isEqualTo("omar");
    }

    @Test
    void decisionNeedsAClaimAndTheRevisionThatWasLookedAt() {
        var id = maker.undetermined(policies.create("case-stale"));
        assertRefused(() -> rita.decide(id, uphold(0)), "claim-expired", "Claim it first");
        var held = rita.claim(id).reviewCase();
        assertRefused(
                () -> rita.decide(id, uphold(held.revision() - 1)),
                "stale-write",
                "revision 0",
                "revision 1");
        var decided = rita.decide(id, uphold(held.revision()));
        assertThat(decided.state()).isEqualTo(CaseState.DECIDED);
        assertThat(decided.revision()).isEqualTo(held.revision() + 1);
        assertThat(Objects.requireNonNull(decided.decision()).outcome())
                .isEqualTo(Outcome.UNDETERMINED);
        assertRefused(() -> rita.decide(id, uphold(decided.revision())), "wrong-state", "once");
        assertRefused(() -> omar.claim(id), "wrong-state");
    }

    @Test
    void overturnJoinsTheGoldenSetAndTheLedgerWithoutItsReason() {
        var policy = policies.create("case-golden");
        var id = maker.record(policy, Outcome.VIOLATES, 0.2, 1).getFirst();
        var held = rita.claim(id);
        var decided = rita.decide(id, overturn(held.reviewCase().revision(), Outcome.SAFE, null));
        assertThat(Objects.requireNonNull(decided.decision()).addedToGoldenSet()).isTrue();
        var golden =
                clients.api(GoldenSetApi.class, "rita", Role.REVIEWER)
                        .list("case-golden", null)
                        .items();
        assertThat(golden).hasSize(1);
        assertThat(golden.getFirst().source()).isEqualTo("case:" + id);
        assertThat(golden.getFirst().content()).isEqualTo(held.content());
        assertThat(golden.getFirst().expected().outcome()).isEqualTo(Outcome.SAFE);
        var entries = ledger(id);
        assertThat(entries)
                .extracting(LedgerEntry::type)
                .containsExactly("case.decided", "case.claimed", "case.opened");
        assertThat(entries.getFirst().payload())
                .containsEntry("kind", "OVERTURN")
                .containsEntry("outcome", "SAFE")
                .containsKey("reasonSha256");
        assertThat(entries.toString()).doesNotContain("music by day").doesNotContain("Drums");
    }

    @Test
    void refusedDecisionLeavesEverythingAsItWasAndSaysWhatWouldDo() {
        var id = maker.record(policies.create("case-check"), Outcome.SAFE, 0.2, 1).getFirst();
        var revision = rita.claim(id).reviewCase().revision();
        refuse(id, overturn(revision, Outcome.SAFE, null), "The verdict says SAFE too");
        refuse(id, overturn(revision, Outcome.VIOLATES, null), "haste, noise");
        refuse(id, overturn(revision, Outcome.VIOLATES, "other"), "haste, noise");
        refuse(id, overturn(revision, Outcome.UNDETERMINED, "noise"), "label");
        refuse(
                id,
                decision(revision, DecisionKind.OVERTURN, null, null, "good reason", false),
                "must say the right outcome");
        refuse(
                id,
                decision(revision, DecisionKind.OVERTURN, Outcome.VIOLATES, "noise", " no ", false),
                "has 2 characters; give at least 3");
        refuse(
                id,
                decision(revision, DecisionKind.UPHOLD, Outcome.SAFE, null, "", false),
                "Only an overturn gives an outcome");
        refuse(id, decision(revision, DecisionKind.ESCALATE, null, null, "", false), "at least 3");
        refuse(
                id,
                decision(revision, DecisionKind.ESCALATE, null, null, "not sure", true),
                "no right outcome yet");
        refuse(
                id,
                new NewDecision(
                        revision, DecisionKind.UPHOLD, null, null, List.of("NO1", "X"), "", false),
                "1 of 2 rule ids are not in case-check@1, which has: NO-A1, NO1, NO2");
        assertThat(rita.get(id).reviewCase().revision()).isEqualTo(revision);
        assertThat(rita.get(id).reviewCase().decision()).isNull();
    }

    @Test
    void escalatedCaseWaitsForAReviewLead() {
        var id = maker.undetermined(policies.create("case-lead"));
        var escalated = rita.decide(id, escalate(rita.claim(id).reviewCase().revision()));
        assertThat(escalated.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(escalated.claimedBy()).isNull();
        assertThat(omar.claimNext("case-lead").getBody()).isNull();
        assertRefused(() -> omar.claim(id), "forbidden", "review-lead");
        var held = claim(lead(clients), "case-lead");
        assertThat(held.id()).isEqualTo(id);
        assertThat(Objects.requireNonNull(held.decision()).kind()).isEqualTo(DecisionKind.ESCALATE);
        assertRefused(
                () -> lead(clients).decide(id, escalate(held.revision())),
                "wrong-state",
                "escalated already");
        lead(clients).release(id);
        assertThat(rita.get(id).reviewCase().state()).isEqualTo(CaseState.ESCALATED);
        var again = lead(clients).claim(id).reviewCase();
        var decided = lead(clients).decide(id, overturn(again.revision(), Outcome.SAFE, null));
        assertThat(Objects.requireNonNull(decided.decision()).decidedBy()).isEqualTo("lena");
        assertThat(ledger(id)).extracting(LedgerEntry::type).contains("case.escalated");
    }

    @Test
    void whoeverEscalatedACaseNeverDecidesItAlthoughALead() {
        var id = maker.undetermined(policies.create("case-second-lead"));
        var lena = lead(clients);
        lena.decide(id, escalate(lena.claim(id).reviewCase().revision()));
        assertRefused(() -> lena.claim(id), "four-eyes", "another review-lead must decide");
        assertThat(lena.claimNext("case-second-lead").getBody()).isNull();
        var luca = clients.api(CaseApi.class, "luca", Role.REVIEW_LEAD);
        var held = claim(luca, "case-second-lead");
        assertThat(held.id()).isEqualTo(id);
        luca.release(id);

        jdbc.update(
                "update review_case set state = 'CLAIMED', claimed_by = 'lena',"
                        + " claim_expires_at = now() + interval '1 hour' where id = ?",
                id.value());
        var revision = lena.get(id).reviewCase().revision();
        assertRefused(() -> lena.decide(id, uphold(revision)), "four-eyes", "You escalated");
        lena.release(id);
        var again = luca.claim(id).reviewCase();
        assertThat(luca.decide(id, uphold(again.revision())).state()).isEqualTo(CaseState.DECIDED);
    }

    @Test
    void ownEscalationsAreNotCountedAsWaiting() {
        var me = clients.api(MeApi.class, "lena", Role.REVIEW_LEAD, Role.REVIEWER);
        var id = maker.undetermined(policies.create("case-own-count"));
        var lena = lead(clients);
        var held = lena.claim(id).reviewCase();
        var before = me.inbox().openCases();
        lena.decide(id, escalate(held.revision()));
        assertThat(me.inbox().openCases()).isEqualTo(before);
    }

    @Test
    void auditorReadsButDoesNotClaimAndASubmitterMayNothing() {
        var id = maker.undetermined(policies.create("case-roles"));
        var auditor = clients.api(CaseApi.class, "aldo", Role.AUDITOR);
        assertThat(auditor.get(id).reviewCase().id()).isEqualTo(id);
        assertThat(auditor.list(null, "case-roles", null).items()).hasSize(1);
        assertRefused(() -> auditor.claimNext(null), "forbidden");
        assertRefused(() -> auditor.claim(id), "forbidden");
        assertRefused(() -> auditor.decide(id, uphold(0)), "forbidden");
        var submitter = clients.api(CaseApi.class, "shop", Role.SUBMITTER);
        assertRefused(() -> submitter.list(null, null, null), "forbidden");
        assertRefused(() -> submitter.get(id), "forbidden");
        assertRefused(() -> submitter.claimNext(null), "forbidden");
    }

    @Test
    void databaseRefusesToChangeOrDeleteDecisions() {
        var id = maker.undetermined(policies.create("case-kept"));
        rita.decide(id, uphold(rita.claim(id).reviewCase().revision()));
        for (var sql :
                List.of(
                        "update case_decision set reason = 'x'",
                        "delete from case_decision",
                        "truncate case_decision")) {
            owner.assertNobodyMay(sql);
        }
    }

    @Test
    void listIsFilteredAndReadPageByPage() {
        var policy = policies.create("case-list");
        var ids = maker.record(policy, Outcome.UNDETERMINED, 0.5, 60);
        rita.decide(ids.getFirst(), uphold(rita.claim(ids.getFirst()).reviewCase().revision()));
        omar.claim(ids.getLast());
        var first = rita.list(null, "case-list", null);
        var second = rita.list(null, "case-list", first.next());
        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(10);
        assertThat(second.next()).isNull();
        assertThat(first.items().getFirst().id()).isEqualTo(ids.getLast());
        assertThat(rita.list(CaseState.DECIDED, "case-list", null).items()).hasSize(1);
        assertThat(rita.list(CaseState.CLAIMED, "case-list", null).items())
                .extracting(ReviewCase::id)
                .containsExactly(ids.getLast());
        assertRefused(() -> rita.list(null, null, "nonsense"), "invalid-argument", "cursor");
    }

    private void refuse(CaseId id, NewDecision wish, String words) {
        assertRefused(() -> rita.decide(id, wish), "invalid-argument", words);
    }

    private ReviewCase upholdNext(String policy) {
        var next = claim(rita, policy);
        rita.decide(next.id(), uphold(next.revision()));
        return next;
    }

    private static ReviewCase claim(CaseApi person, String policy) {
        return Objects.requireNonNull(person.claimNext(policy).getBody()).reviewCase();
    }

    private List<LedgerEntry> ledger(CaseId id) {
        return clients.api(LedgerApi.class, "aldo", Role.AUDITOR)
                .list("case:" + id, null, null, null)
                .items();
    }
}
