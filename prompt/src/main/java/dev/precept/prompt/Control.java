package dev.precept.prompt;

/// The control tokens that a prompt has. Only [PromptScript] places them: what looks like one in a
/// policy or a content is ordinary text.
public enum Control {
    START("<|start|>"),
    MESSAGE("<|message|>"),
    END("<|end|>");

    private final String written;

    Control(String written) {
        this.written = written;
    }

    /// As people write it.
    public String written() {
        return written;
    }
}
