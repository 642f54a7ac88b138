package dev.precept.contracts.proposal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.ModelCard;

/// How the writing of a wording ended.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WordingAnswer.Reworded.class, name = "reworded"),
    @JsonSubTypes.Type(value = WordingAnswer.Added.class, name = "added"),
    @JsonSubTypes.Type(value = WordingAnswer.Failed.class, name = "failed")
})
public sealed interface WordingAnswer {

    int MAX_TEXT = 2_000;

    /// @param worker that has claimed the task
    /// @param attempt as the task said
    record Claimed(WorkerId worker, int attempt) {}

    Claimed claim();

    /// What a model wrote.
    sealed interface Written extends WordingAnswer {

        /// The rule on one line, without its id: at most [#MAX_TEXT] characters.
        String text();

        /// What misled the verdicts: at most [#MAX_TEXT] characters; may be empty.
        String why();

        /// How many corrections the model was shown.
        int read();

        ModelCard model();

        Account account();
    }

    /// A rule in other words.
    record Reworded(
            Claimed claim,
            String rule,
            String text,
            String why,
            int read,
            ModelCard model,
            Account account)
            implements Written {

        /// Shows no text.
        @Override
        public String toString() {
            return "Reworded[" + rule + ", " + text.length() + " characters]";
        }
    }

    /// One more rule.
    record Added(
            Claimed claim,
            Rule.Side side,
            String text,
            String why,
            int read,
            ModelCard model,
            Account account)
            implements Written {

        /// Shows no text.
        @Override
        public String toString() {
            return "Added[" + side + ", " + text.length() + " characters]";
        }
    }

    /// There is none.
    ///
    /// @param code stable, in kebab case
    /// @param detail what happened, without content
    /// @param retryable false if another attempt must fail in the same way
    record Failed(Claimed claim, String code, String detail, boolean retryable)
            implements WordingAnswer {}
}
