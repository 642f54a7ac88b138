package dev.precept.registry.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.CommentThread.Comment;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewComment;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.discussion.ThreadId;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class DiscussionIT {

    @Autowired private ApiClients clients;

    @Test
    void aThreadIsAnsweredResolvedAndOpenedAgain() {
        submitted("talk");
        var ben = discussion("ben", Role.POLICY_APPROVER);
        var ava = discussion("ava", Role.POLICY_AUTHOR);
        var thread = ben.open("talk", 1, new NewThread(new Anchor(null, "NO1"), " How loud? "));
        assertThat(thread.anchor().rule()).isEqualTo("NO1");
        assertThat(thread.quote())
                .isEqualTo("- **NO1** Invites people to play loud music at night.");
        assertThat(LivePolicies.TEXT.lines().toList())
                .element(java.util.Objects.requireNonNull(thread.anchor().line()) - 1)
                .isEqualTo(thread.quote());
        ava.answer("talk", 1, thread.id(), new NewComment("As a drum."));
        assertRefused(() -> ava.resolve("talk", 1, thread.id()), "four-eyes");
        assertThat(ben.resolve("talk", 1, thread.id()).resolvedBy()).isEqualTo("ben");
        assertThat(ben.resolve("talk", 1, thread.id()).resolved()).isTrue();
        assertThat(ava.reopen("talk", 1, thread.id()).resolved()).isFalse();
        assertThat(ava.threads("talk", 1, null).items())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.comments())
                                .extracting(Comment::text)
                                .containsExactly("How loud?", "As a drum."));
        assertThat(
                        clients.api(LedgerApi.class, "aldo", Role.AUDITOR)
                                .list("policy:talk", null, null, null)
                                .items())
                .extracting(entry -> entry.type())
                .startsWith(
                        "policy.thread.reopened",
                        "policy.thread.resolved",
                        "policy.thread.answered",
                        "policy.thread.opened");
        assertThat(
                        clients.api(LedgerApi.class, "aldo", Role.AUDITOR)
                                .list("policy:talk", null, null, null)
                                .items()
                                .toString())
                .doesNotContain("drum", "loud");
    }

    @Test
    void whatIsSaidOfADraftIsAsPrivateAsTheDraft() {
        drafted("quiet-talk");
        var ava = discussion("ava", Role.POLICY_AUTHOR);
        var thread = ava.open("quiet-talk", 1, new NewThread(new Anchor(3, null), "Mend this."));
        var eve = discussion("eve", Role.POLICY_AUTHOR);
        assertRefused(() -> eve.threads("quiet-talk", 1, null), "draft-private");
        assertRefused(
                () -> eve.answer("quiet-talk", 1, thread.id(), new NewComment("hi")),
                "draft-private");
        assertRefused(() -> eve.resolve("quiet-talk", 1, thread.id()), "draft-private");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0   |      | x | outside the text
                    999 |      | x | outside the text
                        | NO9  | x | has no rule NO9
                        | NO1  |   | give 1 to 4,000
                    """)
    void aThreadThatHangsNowhereOrSaysNothingIsRefused(
            Integer line, String rule, String text, String why) {
        var ben = discussion("ben", Role.POLICY_APPROVER);
        assertRefused(
                () ->
                        ben.open(
                                "spam",
                                1,
                                new NewThread(new Anchor(line, rule), text == null ? " " : text)),
                why);
        assertRefused(
                () -> ben.open("spam", 1, new NewThread(new Anchor(null, null), "x".repeat(4_001))),
                "4,001 characters");
    }

    @Test
    void manyThreadsComePageByPageAndThoseOfOthersAreNotFound() {
        submitted("talks");
        var ben = discussion("ben", Role.POLICY_APPROVER);
        IntStream.range(0, 51)
                .forEach(n ->
                        ben.open("talks", 1, new NewThread(new Anchor(null, null), "No. " + n)));
        var first = ben.threads("talks", 1, null);
        assertThat(first.items()).hasSize(50);
        assertThat(ben.threads("talks", 1, first.next()).items())
                .singleElement()
                .extracting(CommentThread::quote)
                .isEqualTo("");
        var id = first.items().getFirst().id();
        assertRefused(() -> ben.resolve("spam", 1, id), "not-found");
        assertRefused(() -> ben.resolve("talks", 1, new ThreadId(UUID.randomUUID())), "not-found");
        assertRefused(() -> ben.threads("talks", 1, "nonsense"), "invalid-argument");
        var otto = discussion("otto", Role.OPERATOR);
        assertRefused(() -> otto.resolve("talks", 1, id), "forbidden");
    }

    private void drafted(String slug) {
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        ava.create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
        ava.draft(slug, new NewDraft(LivePolicies.TEXT));
    }

    private void submitted(String slug) {
        drafted(slug);
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR).submit(slug, 1);
    }

    private DiscussionApi discussion(String name, Role role) {
        return clients.api(DiscussionApi.class, name, role);
    }

    private static void assertRefused(Runnable call, String code) {
        assertThatThrownBy(call::run)
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining(code);
    }
}
