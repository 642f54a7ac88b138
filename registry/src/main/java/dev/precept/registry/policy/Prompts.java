package dev.precept.registry.policy;

import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.PromptPreview;
import dev.precept.contracts.policy.PromptPreview.Part;
import dev.precept.contracts.policy.PromptPreview.Piece;
import dev.precept.contracts.policy.Rule;
import dev.precept.prompt.AnswerContract;
import dev.precept.prompt.Instructions;
import dev.precept.prompt.Passage;
import dev.precept.prompt.PromptScript;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import dev.precept.registry.policy.lint.TokenCounter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Shows the prompt of a text and a content. The pieces are those that workers send, and tokens are
/// counted as workers encode: each piece by itself.
final class Prompts {

    private Prompts() {}

    static PromptPreview preview(String text, Content content) {
        var document = PolicyParser.parse(text);
        var contract = contract(document);
        var instructions = Instructions.of(text, contract);
        var effort = document.frontMatter().effort();
        var script = new ArrayList<>(PromptScript.prefix(effort.wireName(), instructions));
        script.addAll(PromptScript.suffix(passage(content)));
        int answer = Instructions.answer(contract).length();
        var pieces = new ArrayList<Piece>();
        var tokens = new EnumMap<Part, Integer>(Part.class);
        for (var piece : script) {
            add(piece, answer, pieces, tokens);
        }
        return new PromptPreview(
                effort, pieces, tokens, tokens.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static void add(
            dev.precept.prompt.Piece piece,
            int answer,
            List<Piece> pieces,
            Map<Part, Integer> tokens) {
        var part = part(piece.message());
        switch (piece) {
            case dev.precept.prompt.Piece.Token token -> {
                pieces.add(new Piece(part, true, token.written()));
                count(tokens, part, 1);
            }
            case dev.precept.prompt.Piece.Role role -> {
                pieces.add(new Piece(part, false, role.written()));
                count(tokens, part, TokenCounter.count(role.written()));
            }
            case dev.precept.prompt.Piece.Words words -> {
                var text = words.written();
                int all = TokenCounter.count(text);
                if (part != Part.POLICY) {
                    pieces.add(new Piece(part, false, text));
                    count(tokens, part, all);
                    return;
                }
                var policy = text.substring(0, text.length() - answer);
                int own = Math.min(all, TokenCounter.count(policy));
                pieces.add(new Piece(Part.POLICY, false, policy));
                pieces.add(new Piece(Part.ANSWER, false, text.substring(policy.length())));
                count(tokens, Part.POLICY, own);
                count(tokens, Part.ANSWER, all - own);
            }
        }
    }

    private static void count(Map<Part, Integer> tokens, Part part, int more) {
        Objects.requireNonNull(tokens.merge(part, more, Integer::sum));
    }

    private static Part part(dev.precept.prompt.Piece.Message message) {
        return switch (message) {
            case SYSTEM -> Part.SYSTEM;
            case DEVELOPER -> Part.POLICY;
            case USER -> Part.CONTENT;
            case ASSISTANT -> Part.REPLY;
        };
    }

    private static AnswerContract contract(PolicyDocument document) {
        return AnswerContract.of(
                ids(document, Rule.Side.VIOLATES),
                ids(document, Rule.Side.SAFE),
                document.frontMatter().labels());
    }

    private static List<String> ids(PolicyDocument document, Rule.Side side) {
        return document.rules().stream().filter(rule -> rule.side() == side).map(Rule::id).toList();
    }

    private static Passage passage(Content content) {
        return new Passage(
                switch (content) {
                    case Message message -> List.of(new Passage.Part("user", message.text()));
                    case Completion completion ->
                            List.of(new Passage.Part("assistant", completion.text()));
                    case Chat chat ->
                            chat.turns().stream()
                                    .map(turn ->
                                            new Passage.Part(turn.role().wireName(), turn.text()))
                                    .toList();
                });
    }
}
