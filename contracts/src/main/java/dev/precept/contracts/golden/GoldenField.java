package dev.precept.contracts.golden;

/// What a column of a file can stand for. A row has either a text or a content.
public enum GoldenField {
    /// The text of a message.
    TEXT,
    /// JSON: a content as the API takes it, or the array of turns of a chat.
    CONTENT,
    /// What the policy should say; required.
    OUTCOME,
    LABEL,
    /// The id of the rule that should be cited.
    RULE,
    NOTE,
    /// A BCP 47 tag such as `en`.
    LANGUAGE,
    /// Where the case comes from, in place of the file's own source.
    SOURCE,
    /// Whether no version may go live that judges it wrong.
    PROTECTED
}
