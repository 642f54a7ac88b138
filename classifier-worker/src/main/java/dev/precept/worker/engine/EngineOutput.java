package dev.precept.worker.engine;

import dev.precept.contracts.verdict.Account;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what engines say into what travels on the wire.
public final class EngineOutput {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private EngineOutput() {}

    /// @return null for an engine that writes nothing
    public static @Nullable Account account(dev.precept.inference.Account account) {
        if (account.equals(dev.precept.inference.Account.NONE)) {
            return null;
        }
        return written(account);
    }

    /// Of an engine that writes.
    public static Account written(dev.precept.inference.Account account) {
        var tokens = account.tokens();
        var timing = account.timing();
        var reasoning = account.reasoning();
        return new Account(
                reasoning == null ? null : storable(reasoning),
                account.allowedMass(),
                account.flags().stream().map(Enum::name).sorted().toList(),
                new Account.Tokens(
                        tokens.prompt(), tokens.cached(), tokens.reasoning(), tokens.answer()),
                new Account.Timing(
                        timing.queued().toMillis(),
                        timing.prefill().toMillis(),
                        timing.decode().toMillis()));
    }

    /// Without what no database takes: NUL, and halves of pairs that a server may have torn apart.
    public static String storable(String text) {
        return UNSTORABLE.matcher(text).replaceAll("");
    }
}
