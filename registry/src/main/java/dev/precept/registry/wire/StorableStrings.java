package dev.precept.registry.wire;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Refuses strings that JSON can escape but neither UTF-8 nor PostgreSQL can keep, and numbers
/// where a string belongs.
final class StorableStrings extends StdScalarDeserializer<String> {

    StorableStrings() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        return storable(parser.getString());
    }

    private static String storable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == 0) {
                throw refused("the character U+0000", at);
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isHighSurrogate(unit)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    throw refused("half of a surrogate pair", at);
                }
                at++;
            }
        }
        return text;
    }

    private static PreceptException refused(String what, int at) {
        return new PreceptException(
                ErrorCode.INVALID_ARGUMENT,
                "holds " + what + " at position " + at + ", which is no text. Take it out.");
    }

    /// The same for the names of free members, such as those of metadata.
    static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return storable(key);
        }
    }
}
