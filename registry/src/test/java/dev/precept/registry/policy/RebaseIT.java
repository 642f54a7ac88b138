package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Merge.Kind;
import dev.precept.contracts.request.Rebase;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class RebaseIT {

    private static final String LOUD = LivePolicies.TEXT.replace("loud music", "very loud music");
    private static final String SONGS = LivePolicies.TEXT.replace("loud music", "songs");
    private static final String NOON = LivePolicies.TEXT.replace("at noon", "at two");

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;

    @Test
    void theSecondOfTwoDraftsIsMergedBeforeItIsSubmitted() {
        policies.create("merge");
        var second = draft("merge", NOON);
        approve("merge", draft("merge", LOUD));

        assertRefused(() -> author().submit("merge", second), "rebase-needed");
        var request = requests().request("merge", second);
        assertThat(request.base()).isEqualTo(1);
        assertThat(request.moved()).isEqualTo(3);
        var merge = requests().merge("merge", second);
        assertThat(merge.conflicts()).isZero();
        assertThat(merge.chunks())
                .extracting(chunk -> chunk.kind())
                .contains(Kind.MINE, Kind.THEIRS);
        var merged = NOON.replace("loud music", "very loud music");
        requests().rebase("merge", second, new Rebase(merge.revision(), 3, merged));
        assertThat(requests().request("merge", second).base()).isEqualTo(3);
        approve("merge", second);
    }

    @Test
    void aConflictIsDecidedBeforeItIsSaved() {
        policies.create("conflict");
        var second = draft("conflict", SONGS);
        approve("conflict", draft("conflict", LOUD));
        var merge = requests().merge("conflict", second);
        assertThat(merge.conflicts()).isEqualTo(1);
        assertRefused(
                () ->
                        requests()
                                .rebase(
                                        "conflict",
                                        second,
                                        new Rebase(
                                                merge.revision(),
                                                3,
                                                "a\n<<<<<<< mine\nb\n=======\nc")),
                "Line 2 is the mark of a conflict");
        assertRefused(
                () -> requests().rebase("conflict", second, new Rebase(0, 2, SONGS)),
                "stale-write");
        var eve = clients.api(ChangeRequestApi.class, "eve", Role.POLICY_AUTHOR);
        assertRefused(() -> eve.merge("conflict", second), "draft-private");
        assertRefused(
                () -> eve.rebase("conflict", second, new Rebase(merge.revision(), 3, SONGS)),
                "draft-private");
        requests().rebase("conflict", second, new Rebase(merge.revision(), 3, SONGS));
        assertRefused(() -> requests().merge("conflict", second), "nothing to merge");
        approve("conflict", second);
    }

    @Test
    void whatIsInReviewWhenAnotherIsApprovedIsTakenBackAndMerged() {
        policies.create("overtaken");
        var second = draft("overtaken", NOON);
        var sha256 = String.valueOf(author().submit("overtaken", second).summary().sha256());
        approve("overtaken", draft("overtaken", LOUD));
        assertThat(approver().approve("overtaken", second, new Approval(sha256, "")).summary())
                .extracting(summary -> summary.status())
                .isEqualTo(PolicyVersionStatus.IN_REVIEW);
        assertThat(requests().request("overtaken", second).missing())
                .containsExactly("Version 3 was approved since: take this one back and rebase it.");
        assertThat(clients.api(MeApi.class, "ava", Role.POLICY_AUTHOR).inbox().matters())
                .filteredOn(matter -> matter.slug().equals("overtaken"))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.kind()).isEqualTo(Matter.Kind.REQUEST_TO_MERGE);
                    assertThat(matter.version()).isEqualTo(second);
                });
        assertRefused(
                () -> requests().rebase("overtaken", second, new Rebase(1, 3, NOON)),
                "Take it back from review");
        requests().withdraw("overtaken", second);
        var merge = requests().merge("overtaken", second);
        requests().rebase("overtaken", second, new Rebase(merge.revision(), 3, NOON));
        approve("overtaken", second);
    }

    @Test
    void aDraftNamesTheApprovedVersionThatItIsFrom() {
        policies.create("named");
        approve("named", draft("named", LOUD));
        var older = author().draft("named", new NewDraft(SONGS, 1)).summary().number();
        assertThat(requests().request("named", older).base()).isEqualTo(1);
        assertThat(requests().request("named", older).moved()).isNull();
        assertRefused(() -> author().draft("named", new NewDraft(SONGS, older)), "wrong-state");
        assertRefused(() -> author().draft("named", new NewDraft(SONGS, 99)), "not-found");
    }

    private int draft(String slug, String text) {
        return author().draft(slug, new NewDraft(text)).summary().number();
    }

    private void approve(String slug, int number) {
        var sha256 = String.valueOf(author().submit(slug, number).summary().sha256());
        var approved = approver().approve(slug, number, new Approval(sha256, ""));
        assertThat(approved.summary().status()).isEqualTo(PolicyVersionStatus.APPROVED);
    }

    private PolicyApi author() {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private PolicyApi approver() {
        return clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER);
    }

    private ChangeRequestApi requests() {
        return clients.api(ChangeRequestApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private static void assertRefused(Runnable call, String code) {
        assertThatThrownBy(call::run)
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining(code);
    }
}
