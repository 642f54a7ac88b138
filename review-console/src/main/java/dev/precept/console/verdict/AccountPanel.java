package dev.precept.console.verdict;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.precept.console.content.SensitiveText;
import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Turn;
import dev.precept.contracts.verdict.Account;
import java.util.List;
import java.util.Locale;

/// How a reasoning model came to what it said: what is doubtful, what it wrote, and what it cost.
/// Its text may quote the content, so it is blurred like content.
public final class AccountPanel extends Div {

    private static final long serialVersionUID = 1L;
    private final DescriptionList facts = new DescriptionList();

    /// @param own whether the person wrote the content just now: then nothing is blurred
    public AccountPanel(Account account, boolean own) {
        addClassName("account");
        account.flags().forEach(flag -> add(new AccountWarning(flag)));
        var reasoning = account.reasoning();
        if (reasoning != null && !reasoning.isBlank()) {
            var turn = new Turn(Turn.Role.ASSISTANT, reasoning);
            var text = new SensitiveText(new Chat(List.of(turn), null));
            if (own) {
                text.toggle();
            }
            add(new H3("What the model wrote before it answered"), text);
        }
        fact("Tokens", tokens(account.tokens()));
        fact("Engine", timing(account));
        fact("Well-formed", String.format(Locale.ROOT, "%.1f %%", 100 * account.allowedMass()));
        facts.addClassName("facts");
        add(facts);
    }

    private void fact(String term, String value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    private static String tokens(Account.Tokens tokens) {
        return String.format(
                Locale.ROOT,
                "%,d read (%,d of them kept from before), %,d thought, %,d answered",
                tokens.prompt(),
                tokens.cached(),
                tokens.reasoning(),
                tokens.answer());
    }

    private static String timing(Account account) {
        var timing = account.timing();
        int written = account.tokens().reasoning() + account.tokens().answer();
        return String.format(
                Locale.ROOT,
                "waited %,d ms, read %,d ms, wrote %,d ms (%.1f tokens/s)",
                timing.queuedMillis(),
                timing.prefillMillis(),
                timing.decodeMillis(),
                timing.decodeMillis() == 0 ? 0 : 1000.0 * written / timing.decodeMillis());
    }
}
