package dev.precept.console.testing;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintRequest;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Opinion;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.policy.VersionDiff;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// At most one policy, `spam`, with at most one version, which moves along its states. A call can
/// be made to fail as the registry would.
public final class FakePolicyApi implements PolicyApi {

    private final List<Opinion> opinions = new ArrayList<>();
    private @Nullable PolicyVersionStatus status;
    private boolean live;
    private int copies = 1;
    private int revision;
    private String text = Samples.POLICY_TEXT;
    private @Nullable RuntimeException failure;
    private boolean failOnce;

    /// A version in this state, by ava.
    public FakePolicyApi with(PolicyVersionStatus state) {
        status = state;
        return this;
    }

    public FakePolicyApi live() {
        live = true;
        return with(PolicyVersionStatus.APPROVED);
    }

    public FakePolicyApi notLive() {
        live = false;
        return this;
    }

    public FakePolicyApi saidBefore(Opinion opinion) {
        opinions.addFirst(opinion);
        return this;
    }

    public void failWith(@Nullable RuntimeException thrown) {
        failure = thrown;
    }

    /// The failure is thrown once; what is called after it goes well.
    public void failOnce() {
        failOnce = true;
    }

    /// As many versions, all alike.
    public FakePolicyApi copies(int versions) {
        copies = versions;
        return this;
    }

    public String text() {
        return text;
    }

    @Override
    public Page<Policy> page(@Nullable String cursor, int size) {
        failIfAsked();
        return new Page<>(status == null ? List.of() : List.of(policy()), null);
    }

    @Override
    public Policy create(NewPolicy policy) {
        failIfAsked();
        status = PolicyVersionStatus.DRAFT;
        return policy();
    }

    @Override
    public Policy get(String slug) {
        failIfAsked();
        requireKnown(slug, 1);
        return policy();
    }

    @Override
    public Page<PolicyVersionSummary> versions(String slug, @Nullable String cursor, int size) {
        if (status == null) {
            return new Page<>(List.of(), null);
        }
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(copies, from + size);
        return new Page<>(
                Collections.nCopies(to - from, summary(status)),
                to < copies ? String.valueOf(to) : null);
    }

    @Override
    public PolicyVersion draft(String slug, NewDraft draft) {
        failIfAsked();
        text = draft.text();
        return moved(PolicyVersionStatus.DRAFT);
    }

    @Override
    public PolicyVersion version(String slug, int number) {
        failIfAsked();
        return version(requireKnown(slug, number));
    }

    @Override
    public PolicyVersion save(String slug, int number, DraftEdit edit) {
        failIfAsked();
        requireRead(String.valueOf(edit.revision()));
        text = edit.text();
        return moved(requireKnown(slug, number));
    }

    @Override
    public PolicyVersion submit(String slug, int number, @Nullable String read) {
        failIfAsked();
        requireRead(read);
        return moved(PolicyVersionStatus.IN_REVIEW);
    }

    @Override
    public PolicyVersion approve(String slug, int number, Approval approval) {
        failIfAsked();
        say(approval.sha256(), true, approval.comment());
        return moved(PolicyVersionStatus.APPROVED);
    }

    @Override
    public PolicyVersion decline(String slug, int number, @Nullable String read, Decline decline) {
        failIfAsked();
        requireRead(read);
        say(Samples.SHA, false, decline.reason());
        return moved(PolicyVersionStatus.DRAFT);
    }

    @Override
    public Page<Opinion> opinions(String slug, int number, @Nullable String cursor, int size) {
        return new Page<>(opinions, null);
    }

    @Override
    public Policy pointAlias(String slug, String alias, AliasTarget target) {
        failIfAsked();
        live = true;
        return policy();
    }

    @Override
    public VersionDiff diff(String slug, int from, int to) {
        return new VersionDiff(slug, from, to, List.of());
    }

    @Override
    public LintReport lint(LintRequest request) {
        return new LintReport(List.of(), request.text().length() / 4);
    }

    @Override
    public PolicyBundle bundle(String sha256) {
        return Samples.bundle();
    }

    private void failIfAsked() {
        var thrown = failure;
        if (thrown != null) {
            failure = failOnce ? null : thrown;
            throw thrown;
        }
    }

    private void requireRead(@Nullable String read) {
        if (read != null && !read.equals(String.valueOf(revision))) {
            throw new PreceptException(ErrorCode.STALE_WRITE, "It is at revision " + revision);
        }
    }

    private PolicyVersionStatus requireKnown(String slug, int number) {
        if (status == null || !slug.equals("spam") || number != 1) {
            throw new PreceptException(ErrorCode.NOT_FOUND, "There is no policy " + slug + ".");
        }
        return status;
    }

    private void say(String sha256, boolean approves, String comment) {
        opinions.addFirst(new Opinion(sha256, "ben", approves, comment, Samples.NOW));
    }

    private PolicyVersion moved(PolicyVersionStatus next) {
        status = next;
        revision++;
        return version(next);
    }

    private PolicyVersion version(PolicyVersionStatus state) {
        return new PolicyVersion(
                summary(state), text, List.of(), List.of(), lint(new LintRequest(text)));
    }

    private Policy policy() {
        return new Policy(
                "spam",
                "Spam and scams",
                "What nobody asked for.",
                "trust",
                Samples.NOW,
                live ? Map.of(Policy.LIVE, 1) : Map.of(),
                status == null ? null : summary(status),
                List.of("spam"));
    }

    private PolicyVersionSummary summary(PolicyVersionStatus state) {
        return Samples.version(state, revision, live ? List.of(Policy.LIVE) : List.of());
    }
}
