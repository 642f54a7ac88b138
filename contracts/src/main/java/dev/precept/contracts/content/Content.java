package dev.precept.contracts.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// What a policy is applied to. `kind` on the wire is `message`, `completion` or `chat`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.class, name = "message"),
    @JsonSubTypes.Type(value = Completion.class, name = "completion"),
    @JsonSubTypes.Type(value = Chat.class, name = "chat")
})
public sealed interface Content permits Message, Completion, Chat {

    /// The most characters (UTF-16 units, all turns together) that one item may hold.
    int MAX_CHARACTERS = 200_000;

    /// A BCP 47 tag such as `en`, where the submitter knows it.
    @Nullable String language();

    /// Characters over all parts.
    int length();

    /// The content as one text; the turns of a chat are lines that start with their role.
    String asText();
}
