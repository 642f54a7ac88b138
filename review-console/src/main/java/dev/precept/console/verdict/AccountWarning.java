package dev.precept.console.verdict;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;

/// What a person should know before trusting what a model said.
@StyleSheet("context://precept/review.css")
public final class AccountWarning extends Paragraph {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> WARNINGS =
            Map.of(
                    "SUSPECTED_INJECTION", "The content addresses the classifier.",
                    "UNKNOWN_RULE", "The model cited a rule that the policy does not have.",
                    "RULE_OF_OTHER_SIDE", "The model cited a rule of the other side.",
                    "UNKNOWN_LABEL", "The model named a label that does not fit its rules.",
                    "UNREADABLE", "The model's answer could not be read.",
                    "MALFORMED", "The model broke its format and had to be asked again.",
                    "REASONING_CUT", "The model thought for too long and was cut off.");

    /// @param flag of an account
    public AccountWarning(String flag) {
        super(WARNINGS.getOrDefault(flag, flag));
        addClassName("verdict-warning");
    }
}
