package dev.precept.registry.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.intake.ModerationRequest;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.LeaseRequest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WireJsonTest {

    private final WireJson wire = new WireJson(JsonMapper.builder().build());

    @Test
    void completeRequestIsRead() {
        var request = read("{'policies':['p'],'content':{'kind':'message','text':'hello'}}");
        assertThat(request.policies()).containsExactly("p");
        assertThat(request.externalId()).isNull();
    }

    @Test
    void missingMemberIsNamed() {
        assertThat(refusal("{'content':{'kind':'message','text':'hello'}}"))
                .hasMessage("`policies` is missing.");
        assertThat(refusal("{'policies':['p'],'content':{'kind':'message'}}"))
                .hasMessage("`content.text` is missing.");
    }

    @Test
    void nullIsRefusedWhereNoneIsAllowed() {
        assertThat(refusal("{'policies':null,'content':{'kind':'message','text':'hello'}}"))
                .hasMessage("`policies` is null; give a value.");
        assertThat(refusal("{'policies':[null],'content':{'kind':'message','text':'hello'}}"))
                .hasMessageContaining("is null; give a value.");
        assertThat(refusal("{'policies':['p'],'content':{'kind':'chat','turns':null}}"))
                .hasMessage("`content.turns` is null; give a value.");
        assertThat(refusal("{'policies':['p'],'content':null}"))
                .hasMessage("`content` is null; give a value.");
    }

    @Test
    void nullIsTakenWhereItIsAllowed() {
        var text = "{'policies':['p'],'content':{'kind':'message','text':'a'},'externalId':null}";
        assertThat(read(text).externalId()).isNull();
        assertThat(wire.read("{}", ItemSearch.class)).isEqualTo(ItemSearch.ALL);
    }

    @Test
    void unknownMemberIsNamedWithThoseThatAreKnown() {
        assertThat(
                        refusal(
                                "{'policies':['p'],'content':{'kind':'message','text':'a','txt':'secret'}}"))
                .hasMessage("`content.txt` is not known here; known beside it: language, text.")
                .hasMessageNotContaining("secret");
    }

    @Test
    void unknownKindListsTheKinds() {
        assertThat(refusal("{'policies':['p'],'content':{'kind':'secret','text':'a'}}"))
                .hasMessage(
                        "A kind is missing or unknown at content; known: message, completion, chat.");
    }

    @Test
    void unknownRoleListsTheRoles() {
        assertThat(
                        refusal(
                                "{'policies':['p'],'content':{'kind':'chat','turns':[{'role':'secret','text':'a'}]}}"))
                .hasMessage(
                        "`content.turns[0].role` must be one of user, assistant, system, tool.");
    }

    @Test
    void wrongTypesSayWhatIsExpected() {
        assertThat(refusal("{'policies':'p','content':{'kind':'message','text':'a'}}"))
                .hasMessage("`policies` must be an array.");
        assertThat(refusal("{'policies':['p'],'content':{'kind':'message','text':5}}"))
                .hasMessage("`content.text` must be a string.");
        assertThat(refusal("[]")).hasMessageContaining("The body must be an acceptable object");
        assertThat(refusal(LeaseRequest.class, "{'workerId':'nope'}"))
                .hasMessage("`workerId` must be a UUID.");
    }

    @Test
    void brokenJsonSaysWhere() {
        assertThat(refusal("{'policies':['p'],\n oops}"))
                .hasMessageStartingWith("The body is not valid JSON at line 2")
                .hasMessageNotContaining("oops");
        assertThat(refusal("{'policies':['p'")).hasMessageContaining("ends before");
        assertThat(refusal("")).hasMessageContaining("empty");
        assertThat(refusal("[".repeat(5_000)).code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void textThatCannotBeStoredIsRefused() {
        var nul = refusal("{'policies':['p'],'content':{'kind':'message','text':'a\\u0000b'}}");
        assertThat(nul.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(nul).hasMessageStartingWith("`content.text` holds the character U+0000");
        assertThat(refusal("{'policies':['p'],'content':{'kind':'message','text':'\\ud83d'}}"))
                .hasMessageContaining("half of a surrogate pair");
        assertThat(refusal("{'policies':['p\\u0000'],'content':{'kind':'message','text':'a'}}"))
                .hasMessageContaining("U+0000");
        assertThat(
                        refusal(
                                "{'policies':['p'],'content':{'kind':'message','text':'a'},'metadata':{'\\u0000':'a'}}"))
                .hasMessageContaining("U+0000");
        assertThat(
                        read("{'policies':['\\ud83d\\ude00'],'content':{'kind':'message','text':'a'}}")
                                .policies())
                .containsExactly("😀");
    }

    @Test
    void moderationTakesOneTextOrMany() {
        assertThat(wire.read("{\"input\":\"a\",\"model\":\"p\"}", ModerationRequest.class).input())
                .containsExactly("a");
        assertThat(
                        wire.read(
                                        "{\"input\":[\"a\",\"b\"],\"model\":\"p\"}",
                                        ModerationRequest.class)
                                .input())
                .containsExactly("a", "b");
        assertThat(refusal(ModerationRequest.class, "{'input':[{'type':'text'}],'model':'p'}"))
                .hasMessageContaining("must be a string");
    }

    @Test
    void memberIsFoundInSpiteOfTheRest() {
        assertThat(wire.member("{\"custom_id\":\"c\",\"x\":[]}", "custom_id")).isEqualTo("c");
        assertThat(wire.member("{\"custom_id\":5}", "custom_id")).isNull();
        assertThat(wire.member("nope", "custom_id")).isNull();
        assertThat(wire.member("[]", "custom_id")).isNull();
    }

    private ClassificationRequest read(String json) {
        return wire.read(json.replace('\'', '"'), ClassificationRequest.class);
    }

    private PreceptException refusal(String json) {
        return refusal(ClassificationRequest.class, json);
    }

    private PreceptException refusal(Class<?> type, String json) {
        return catchThrowableOfType(
                PreceptException.class, () -> wire.read(json.replace('\'', '"'), type));
    }
}
