package dev.precept.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.testing.FakeChangeRequestApi;
import dev.precept.console.testing.FakeDiscussionApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ChangeRequest.Asked;
import dev.precept.contracts.request.ChangeRequest.You;
import dev.precept.contracts.request.GroupShare;
import dev.precept.contracts.request.Invitation;
import dev.precept.contracts.request.Merge;
import dev.precept.contracts.request.Merge.Chunk;
import dev.precept.contracts.request.Merge.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class RequestViewTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.IN_REVIEW);
    private final FakeChangeRequestApi requests = new FakeChangeRequestApi(policies);
    private final FakeDiscussionApi discussions = new FakeDiscussionApi();

    @Test
    void whoWasAskedWhoAgreedAndWhatIsMissingStandsInWords() {
        requests.standing(
                List.of(new Asked(null, 2, List.of("ben")), new Asked("legal", 1, List.of())),
                List.of("1 more approval from the group legal is needed."),
                new You(
                        null,
                        "You have approved it.",
                        null,
                        "x",
                        "Only who wrote it takes it back.",
                        null));
        assertThat(textOf(open(RoleName.POLICY_APPROVER)))
                .contains("1 more approval from the group legal is needed.")
                .contains("1 of 2", "All approvers", "Agreed: ben.")
                .contains("0 of 1", "Group legal", "Nobody has agreed yet.")
                .contains("Nobody who wrote on it may approve it.")
                .contains("In review. You have approved it.");
        assertThat($(Button.class).withText("Approve").all()).isEmpty();
        assertThat($(Button.class).withText("Take back").all()).isEmpty();
    }

    @Test
    void anApprovalMayHaveAComment() {
        open(RoleName.POLICY_APPROVER);
        test(button("Approve")).click();
        $(TextArea.class).withCaption("Comment").single().setValue("Clear and short.");
        test($(Button.class).withText("Approve").all().getLast()).click();
        assertThat(policies.opinions("spam", 1).getFirst().comment()).isEqualTo("Clear and short.");
    }

    @Test
    void takingBackAndConcludingAreOneClick() {
        open(RoleName.POLICY_APPROVER);
        test(button("Take back")).click();
        assertThat(requests.did()).containsExactly("withdraw");
        policies.with(PolicyVersionStatus.IN_REVIEW);
        requests.standing(List.of(), List.of(), new You(null, null, null, null, null, null));
        open(RoleName.POLICY_APPROVER);
        test(button("Conclude")).click();
        assertThat(requests.did()).contains("conclude");
    }

    @Test
    void aDraftIsClosedAndReopenedByWhoWritesIt() {
        policies.with(PolicyVersionStatus.DRAFT);
        open(RoleName.POLICY_AUTHOR);
        test(button("Close draft")).click();
        assertThat(textOf(UI.getCurrent())).contains("Closed without approval.");
        assertThat($(Button.class).withText("Invite").all()).isEmpty();
        test(button("Reopen")).click();
        assertThat(requests.did()).containsExactly("close", "reopen");
        requests.may(new You("Only who wrote it.", "x", "x", "x", "x", "x"));
        open(RoleName.POLICY_AUTHOR);
        assertThat($(Button.class).withText("Close draft").all()).isEmpty();
        assertThat($(Button.class).withText("Invite").all()).isEmpty();
    }

    @Test
    void anInvitationIsTakenBackWhereTheInvitedStand() {
        policies.with(PolicyVersionStatus.DRAFT);
        requests.invite("spam", 1, new Invitation("nora"));
        assertThat(textOf(open(RoleName.POLICY_AUTHOR))).contains("nora", "invited");
        test(button("Take back")).click();
        assertThat(requests.did()).endsWith("uninvite nora");
        assertThat(textOf(UI.getCurrent())).doesNotContain("nora");
    }

    @Test
    void threadsStandUnderTheirLineAndThoseOfOtherTextAtTheEnd() {
        var rule = "- **SP1** Unasked advertising of goods or services.";
        int line = Samples.POLICY_TEXT.lines().toList().indexOf(rule) + 1;
        discussions
                .with(new Anchor(line, "SP1"), rule, "Which goods?")
                .with(new Anchor(3, null), "labels that were", "Gone by now.");
        var text = textOf(open(RoleName.POLICY_AUTHOR));
        assertThat(text.indexOf("Which goods?"))
                .isBetween(text.indexOf("Unasked advertising"), text.indexOf("easy money"));
        assertThat(text.indexOf("Gone by now.")).isGreaterThan(text.indexOf("the bakery"));
        test($(Button.class).withText("Resolve").all().getFirst()).click();
        assertThat(textOf(UI.getCurrent())).contains(": resolved by ben", "Open again");
    }

    @Test
    void aLineIsCommentedWhereItStandsByWhoMaySpeak() {
        open(RoleName.REVIEWER);
        var comment =
                $(Button.class).all().stream()
                        .filter(it -> it.getAriaLabel().orElse("").equals("Comment on line 5"))
                        .findFirst()
                        .orElseThrow();
        test(comment).click();
        $(TextArea.class).withCaption("What do you say?").single().setValue("How easy?");
        test(button("Comment")).click();
        assertThat(discussions.threads("spam", 1, null).items())
                .singleElement()
                .satisfies(thread -> assertThat(thread.anchor()).isEqualTo(new Anchor(5, null)));
        open(RoleName.AUDITOR);
        assertThat($(Button.class).all())
                .noneMatch(it -> it.getAriaLabel().orElse("").startsWith("Comment"));
    }

    @Test
    void aConflictIsDecidedBeforeTheMergeIsSaved() {
        policies.with(PolicyVersionStatus.DRAFT);
        requests.moved(
                new Merge(
                        1,
                        3,
                        7,
                        1,
                        List.of(
                                new Chunk(Kind.SAME, List.of("a"), List.of("a"), List.of("a")),
                                new Chunk(Kind.CONFLICT, List.of("b"), List.of("m"), List.of("t")),
                                new Chunk(Kind.THEIRS, List.of(), List.of(), List.of("c")))));
        assertThat(textOf(open(RoleName.POLICY_AUTHOR)))
                .contains("Merge version 3 in", "Both changed one place", "Approved since");
        var save = button("Save the merged text");
        assertThat(save.isEnabled()).isFalse();
        test(button("Take both")).click();
        assertThat(save.isEnabled()).isTrue();
        test(save).click();
        var saved = Objects.requireNonNull(requests.saved());
        assertThat(saved.text()).isEqualTo("a\nt\nm\nc\n");
        assertThat(saved.onto()).isEqualTo(3);
        assertThat(saved.revision()).isEqualTo(7);
    }

    @Test
    void anApproverChangesTheRulesAndOthersReadThem() {
        tab(RoleName.POLICY_AUTHOR);
        assertThat(textOf(UI.getCurrent()))
                .contains("A version needs 1 approval.", "Version 1 by ava");
        assertThat($(Button.class).withText("Change rules").all()).isEmpty();
        tab(RoleName.POLICY_APPROVER);
        test(button("Change rules")).click();
        $(IntegerField.class).withCaption("Approvals, 0 to 6").single().setValue(2);
        $(TextField.class)
                .withCaption("From groups")
                .single()
                .setValue("legal 1, trust and safety 2");
        test(button("Save rules")).click();
        assertThat(requests.rules("spam").approvals()).isEqualTo(2);
        assertThat(requests.rules("spam").groups())
                .containsExactly(new GroupShare("legal", 1), new GroupShare("trust and safety", 2));
    }

    @Test
    void aChangeOfRulesThatComesTooLateSaysSo() {
        tab(RoleName.POLICY_APPROVER);
        test(button("Change rules")).click();
        requests.setRules(new ApprovalRules(5, 3, List.of(), Set.of()));
        test(button("Save rules")).click();
        assertThat(textOf(UI.getCurrent())).contains("Load them again.");
        assertThat(requests.rules("spam").approvals()).isEqualTo(3);
    }

    private void tab(String role) {
        var page =
                new PolicyPage(
                        policies.get("spam"),
                        () -> policies.versions("spam"),
                        QueryParameters.empty(),
                        () -> {});
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new RulesTab(requests, role::equals).open(page));
    }

    private Component open(String role) {
        var view =
                new RequestView(
                        policies, requests, discussions, List.of(), role::equals, () -> "ben");
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        view.show("spam", 1);
        return view;
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
