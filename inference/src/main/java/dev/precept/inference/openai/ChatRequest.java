package dev.precept.inference.openai;

import dev.precept.inference.Policy;
import dev.precept.inference.Policy.Effort;
import dev.precept.prompt.Instructions;
import dev.precept.prompt.Passage;
import dev.precept.prompt.Transcript;
import dev.precept.prompt.WordingBrief;
import dev.precept.prompt.WordingScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The body of a request: the policy as the system's message, the content or what people corrected
/// as the user's.
///
/// Servers write the rest of a prompt by the model's own template; for gpt-oss that gives the text
/// that the engine of our own gives. Some of them read control tokens in a message as such, so the
/// brackets of whatever looks like one are torn apart.
final class ChatRequest {

    private static final Pattern CONTROL = Pattern.compile("<(?=\\|[^|\\s>]{1,40}\\|>)");
    private static final int LIKELIEST = 10;

    private ChatRequest() {}

    /// @param schema of the answer
    /// @param decides whether one token of the answer decides, whose odds are wanted
    record Question(
            String system,
            String user,
            Effort effort,
            Map<String, Object> schema,
            boolean decides) {

        static Question of(Policy policy, Passage passage) {
            var contract = policy.contract();
            return new Question(
                    Instructions.of(policy.text(), contract),
                    Transcript.of(passage),
                    policy.effort(),
                    AnswerSchema.of(contract),
                    true);
        }

        static Question of(WordingBrief brief) {
            return new Question(
                    WordingScript.instructions(brief),
                    WordingScript.corrections(brief),
                    Effort.MEDIUM,
                    AnswerSchema.of(brief.contract()),
                    false);
        }
    }

    static Map<String, Object> of(Question question, ChatServerSettings settings) {
        var body = new TreeMap<String, Object>();
        body.put("model", settings.model());
        body.put(
                "messages",
                List.of(message("system", question.system()), message("user", question.user())));
        body.put("reasoning_effort", question.effort().name().toLowerCase(Locale.ROOT));
        body.put("max_tokens", settings.answerTokens());
        body.put("temperature", settings.temperature());
        body.put("seed", settings.seed());
        if (question.decides()) {
            body.put("logprobs", true);
            body.put("top_logprobs", LIKELIEST);
        }
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        if (settings.schema()) {
            body.put("response_format", question.schema());
        }
        return body;
    }

    private static Map<String, String> message(String role, String text) {
        return Map.of("role", role, "content", CONTROL.matcher(text).replaceAll("< "));
    }
}
