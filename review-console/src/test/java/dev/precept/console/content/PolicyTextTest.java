package dev.precept.console.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.console.testing.Samples;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTextTest {

    @Test
    void theCitedRuleIsMarkedAndNoOther() {
        var html = PolicyText.html(Samples.POLICY_TEXT, Set.of("SP2"));
        assertThat(html.split("class=\"cited\"", -1)).hasSize(2);
        assertThat(html).containsPattern("class=\"cited\"[^>]*><strong>SP2");
    }

    @Test
    void frontMatterIsLeftOut() {
        assertThat(PolicyText.html(Samples.POLICY_TEXT, Set.of())).doesNotContain("labels:");
    }

    @Test
    void markupInAPolicyIsShownNotRun() {
        assertThat(PolicyText.html("# A <script>alert(1)</script>", Set.of()))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }
}
