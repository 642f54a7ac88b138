package dev.precept.prompt;

/// A part of a prompt: a control token, or ordinary text that is encoded as a whole.
public sealed interface Piece {

    Message message();

    /// As people write it.
    String written();

    /// A control token.
    record Token(Message message, Control control) implements Piece {

        @Override
        public String written() {
            return control.written();
        }
    }

    /// The role of a message.
    record Role(Message message) implements Piece {

        @Override
        public String written() {
            return message.role();
        }
    }

    /// What a message says.
    record Words(Message message, String written) implements Piece {

        /// Shows the size only: content stays out of logs.
        @Override
        public String toString() {
            return "Words[" + message + ", " + written.length() + " characters]";
        }
    }

    /// Whose message it is.
    enum Message {
        SYSTEM("system"),
        DEVELOPER("developer"),
        USER("user"),
        ASSISTANT("assistant");

        private final String role;

        Message(String role) {
            this.role = role;
        }

        public String role() {
            return role;
        }
    }
}
