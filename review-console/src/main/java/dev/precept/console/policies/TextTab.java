package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.precept.console.content.PolicyText;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import java.util.List;
import org.springframework.core.annotation.Order;

/// The text that applies now.
@org.springframework.stereotype.Component
@Order(10)
class TextTab implements PolicyTab {

    static final String PATH = "text";

    private final PolicyApi policies;

    TextTab(PolicyApi policies) {
        this.policies = policies;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String title() {
        return "Live text";
    }

    @Override
    public Component open(PolicyPage page) {
        var number = page.policy().aliases().get(Policy.LIVE);
        if (number == null) {
            return new EmptyState(
                    "Nothing is live", "Approve a version and make it live; traffic then uses it.");
        }
        var version = policies.version(page.slug(), number);
        var text = new Div(new VersionFacts(version), new PolicyText(version.text(), List.of()));
        text.addClassName("document");
        return text;
    }
}
