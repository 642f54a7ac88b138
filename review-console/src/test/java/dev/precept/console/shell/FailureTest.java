package dev.precept.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

class FailureTest {

    @Test
    void aRefusalShowsItsTitleAndDetail() {
        var refusal = new PreceptException(ErrorCode.CASE_TAKEN, "omar holds it until 14:05.");
        assertThat(Failure.of(new IllegalStateException(refusal)))
                .isEqualTo(
                        new Failure(
                                "Another person holds this case",
                                "omar holds it until 14:05.",
                                Failure.Kind.REFUSED,
                                409));
    }

    @Test
    void theFindingsOfALinterAreNamedWithTheirLines() {
        var finding = Map.of("line", 7, "message", "SP2 stands twice.", "suggestion", "Rename it.");
        var refusal =
                new PreceptException(
                        ErrorCode.POLICY_INVALID,
                        "The document has 1 error.",
                        Map.of("findings", List.of(finding)));
        assertThat(Failure.of(refusal).detail())
                .isEqualTo("The document has 1 error.\nLine 7: SP2 stands twice. Rename it.");
    }

    @Test
    void aRegistryThatIsAwayIsNotOurFault() {
        var failure = Failure.of(new ResourceAccessException("connection refused"));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.detail()).doesNotContain("connection refused");
    }

    @Test
    void anEndedSessionAsksToSignIn() {
        assertThat(Failure.of(new PreceptException(ErrorCode.UNAUTHENTICATED, "")).needsSignIn())
                .isTrue();
    }

    @Test
    void anythingElseKeepsItsMessageInTheLog() {
        var failure = Failure.of(new IllegalStateException("secret of the inside"));
        assertThat(failure.isOurs()).isTrue();
        assertThat(failure.title() + failure.detail()).doesNotContain("secret of the inside");
    }
}
