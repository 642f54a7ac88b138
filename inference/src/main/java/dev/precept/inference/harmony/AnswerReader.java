package dev.precept.inference.harmony;

import dev.precept.inference.harmony.Answer.Message;
import dev.precept.inference.tokenizer.Detokenizer;
import dev.precept.inference.tokenizer.Special;
import java.util.ArrayList;
import java.util.List;

/// Reads what a model writes after `<|start|>assistant`, token by token, whatever it is.
///
/// Takes every stream of ids: a missing `<|start|>`, control tokens inside a text, several messages
/// of one channel, an answer without analysis or without any header, and an end anywhere. For one
/// answer and one thread.
public final class AnswerReader {

    /// Hears each piece of text as it is complete.
    public interface Listener {

        void text(Channel channel, String piece);
    }

    private enum Place {
        ROLE,
        CHANNEL,
        CONSTRAINT,
        TEXT
    }

    private final Listener listener;
    private final Detokenizer detokenizer = new Detokenizer();
    private final List<Message> messages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Place place = Place.ROLE;
    private Channel channel = Channel.OTHER;
    private boolean ended;
    private int leaks;

    public AnswerReader(Listener listener) {
        this.listener = listener;
    }

    public AnswerReader() {
        this((_, _) -> {});
    }

    /// @param id any id of the vocabulary; after a stop token nothing more is read
    public void accept(int id) {
        if (ended) {
            return;
        }
        if (!Special.is(id)) {
            append(detokenizer.next(id));
            return;
        }
        append(detokenizer.finish());
        switch (id) {
            case Special.START -> header(Place.ROLE);
            case Special.CHANNEL -> header(Place.CHANNEL);
            case Special.CONSTRAIN -> constrain();
            case Special.MESSAGE -> open();
            case Special.END -> close();
            case Special.RETURN, Special.CALL, Special.END_OF_TEXT -> {
                close();
                ended = true;
            }
            default -> leaks++;
        }
    }

    /// Whether what comes next belongs to the text of the channel `final`.
    public boolean inFinal() {
        return place == Place.TEXT && channel == Channel.FINAL;
    }

    /// Whether what comes next belongs to the text of any channel.
    public boolean inText() {
        return place == Place.TEXT;
    }

    /// The whole answer; call once.
    public Answer finish() {
        append(detokenizer.finish());
        boolean complete = ended || place != Place.TEXT;
        close();
        return new Answer(messages, complete, leaks);
    }

    private void append(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        text.append(piece);
        if (place == Place.TEXT) {
            listener.text(channel, piece);
        }
    }

    /// A new header; a text that is still open ends here, without its `<|end|>`.
    private void header(Place next) {
        if (place == Place.TEXT) {
            leaks++;
            close();
        }
        text.setLength(0);
        place = next;
    }

    private void constrain() {
        if (place == Place.TEXT) {
            leaks++;
        } else {
            nameChannel();
            place = Place.CONSTRAINT;
        }
    }

    private void open() {
        if (place == Place.TEXT) {
            leaks++;
            return;
        }
        nameChannel();
        place = Place.TEXT;
    }

    private void nameChannel() {
        if (place == Place.CHANNEL) {
            channel = Channel.of(text.toString());
        }
        text.setLength(0);
    }

    /// Text without a header is kept as a message of no channel.
    private void close() {
        boolean headless = place == Place.ROLE && text.indexOf("{") >= 0;
        if ((place == Place.TEXT || headless) && !text.isEmpty()) {
            messages.add(new Message(channel, text.toString()));
        }
        text.setLength(0);
        channel = Channel.OTHER;
        place = Place.ROLE;
    }
}
