package dev.precept.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.content.Turn;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.Outcome;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class WireFormatTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void contentNamesItsKind() {
        assertThat(json.writeValueAsString(new Message("hello", "en")))
                .isEqualTo("{\"kind\":\"message\",\"text\":\"hello\",\"language\":\"en\"}");
        for (Content content :
                List.of(
                        new Message("hello"),
                        new Completion("hello"),
                        new Chat(List.of(new Turn(Turn.Role.ASSISTANT, "hello")), null))) {
            assertThat(json.readValue(json.writeValueAsString(content), Content.class))
                    .isEqualTo(content);
        }
    }

    @Test
    void turnsSpeakLowerCase() {
        var chat =
                json.readValue(
                        "{\"kind\":\"chat\",\"turns\":[{\"role\":\"user\",\"text\":\"hi\"}]}",
                        Content.class);
        assertThat(chat.asText()).isEqualTo("user: hi");
    }

    @Test
    void unknownKindIsRefused() {
        assertThatThrownBy(
                        () -> json.readValue("{\"kind\":\"video\",\"text\":\"x\"}", Content.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void contentNeverPrintsItself() {
        var secret = "do not print this";
        assertThat(new Message(secret).toString()).doesNotContain(secret);
        assertThat(new Completion(secret).toString()).doesNotContain(secret);
        assertThat(new Chat(List.of(new Turn(Turn.Role.USER, secret)), null).toString())
                .doesNotContain(secret);
    }

    @Test
    void jobResultsNameTheirType() {
        var lease = new LeaseRef(new JobId(UUID.randomUUID()), 2);
        for (JobResult result :
                List.of(
                        new JobResult.Judged(
                                lease,
                                Outcome.VIOLATES,
                                List.of("spam"),
                                List.of("SP1"),
                                new Confidence(0.75, Confidence.Source.SIMILARITY_MARGIN),
                                "closest to SP1",
                                false,
                                12,
                                null),
                        new JobResult.Failed(lease, "engine-failure", "out of memory", true),
                        new JobResult.Returned(lease))) {
            assertThat(json.readValue(json.writeValueAsString(result), JobResult.class))
                    .isEqualTo(result);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorHasAnHttpErrorStatusAndAKebabName(ErrorCode code) {
        assertThat(code.status()).isBetween(400, 599);
        assertThat(code.wireName()).matches("[a-z]+(-[a-z]+)*");
        assertThat(code.title()).isNotBlank();
    }

    @Test
    void roleNamesForAnnotationsAreTheRoles() {
        var constants =
                Arrays.stream(RoleName.class.getFields()).map(WireFormatTest::value).toList();
        assertThat(constants)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::wireName).toList());
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
