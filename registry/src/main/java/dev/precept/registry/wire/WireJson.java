package dev.precept.registry.wire;

import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reads JSON that callers send: unknown members, missing members, nulls where `contracts` allows
/// none, and characters that cannot be stored are refused.
@Component
public class WireJson {

    private final JsonMapper mapper;

    WireJson(JsonMapper application) {
        mapper =
                application
                        .rebuild()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .addModule(strict())
                        .build();
    }

    /// @throws PreceptException `malformed-request` or `invalid-argument`, saying where
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException unreadable) {
            throw UnreadableJson.problem(unreadable);
        }
    }

    /// The text of one top-level member, if the JSON is well formed and has it.
    public @Nullable String member(String json, String name) {
        try {
            var node = mapper.readTree(json).get(name);
            return node != null && node.isString() ? node.stringValue() : null;
        } catch (JacksonException | PreceptException unreadable) {
            return null;
        }
    }

    JsonMapper mapper() {
        return mapper;
    }

    private static SimpleModule strict() {
        return new SimpleModule("strict") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.appendAnnotationIntrospector(new RequiredUnlessNullable());
            }
        }.addDeserializer(String.class, new StorableStrings())
                .addKeyDeserializer(String.class, new StorableStrings.Keys());
    }
}
