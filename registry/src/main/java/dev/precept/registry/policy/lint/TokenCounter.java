package dev.precept.registry.policy.lint;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/// Counts tokens as gpt-oss models do: o200k, special tokens taken as plain text. The ranks are
/// loaded at the first use.
public final class TokenCounter {

    private TokenCounter() {}

    public static int count(String text) {
        return Holder.O200K.countTokensOrdinary(text);
    }

    private static final class Holder {

        static final Encoding O200K =
                Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
