package dev.precept.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;

/// Words that tests of cases share.
final class CaseFixture {

    private CaseFixture() {}

    static CaseApi reviewer(ApiClients clients, String name) {
        return clients.api(CaseApi.class, name, Role.REVIEWER);
    }

    static CaseApi lead(ApiClients clients) {
        return clients.api(CaseApi.class, "lena", Role.REVIEW_LEAD, Role.REVIEWER);
    }

    static NewDecision uphold(int revision) {
        return decision(revision, DecisionKind.UPHOLD, null, null, "", false);
    }

    static NewDecision escalate(int revision) {
        return decision(revision, DecisionKind.ESCALATE, null, null, "not sure at all", false);
    }

    static NewDecision overturn(int revision, Outcome outcome, @Nullable String label) {
        return decision(
                revision, DecisionKind.OVERTURN, outcome, label, "it is music by day", true);
    }

    static NewDecision decision(
            int revision,
            DecisionKind kind,
            @Nullable Outcome outcome,
            @Nullable String label,
            String reason,
            boolean golden) {
        return new NewDecision(revision, kind, outcome, label, List.of(), reason, golden);
    }

    static void assertRefused(ThrowingCallable call, String code, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RestClientResponseException.class,
                        refusal ->
                                assertThat(refusal.getResponseBodyAsString())
                                        .contains("urn:precept:problem:" + code)
                                        .satisfies(body ->
                                                List.of(words)
                                                        .forEach(word ->
                                                                assertThat(body).contains(word))));
    }
}
