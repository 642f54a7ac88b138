package dev.precept.registry.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenField;
import dev.precept.contracts.golden.GoldenMapping;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Counts;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUpload.RowProblem;
import dev.precept.contracts.golden.GoldenUpload.State;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class GoldenUploadIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    private GoldenUploadApi api;

    @BeforeEach
    void people() {
        api = clients.api(GoldenUploadApi.class, "ava", Role.POLICY_AUTHOR);
    }

    @Test
    void fileIsShownUnderAGuessedMappingBeforeAnythingIsImported() {
        policies.create("file-look");
        var upload =
                csv(
                        "file-look",
                        """
                        Comment;Verdict;Category;Rule ID;Lang
                        "Drums; all night";unsafe;noise;NO1;en
                        Drums at noon;safe;;;
                        drums  at NOON;safe;;;de
                        """);
        assertThat(upload.state()).isEqualTo(State.READY);
        assertThat(upload.columns())
                .containsExactly("Comment", "Verdict", "Category", "Rule ID", "Lang");
        assertThat(upload.mapping().columns())
                .isEqualTo(
                        Map.of(
                                GoldenField.TEXT, "Comment",
                                GoldenField.OUTCOME, "Verdict",
                                GoldenField.LABEL, "Category",
                                GoldenField.RULE, "Rule ID",
                                GoldenField.LANGUAGE, "Lang"));
        assertThat(upload.counts()).isEqualTo(new Counts(2, 0, 0, 1, 0));
        assertThat(upload.sample()).hasSize(3);
        assertThat(Objects.requireNonNull(upload.sample().getFirst().golden()).content())
                .isEqualTo(new Message("Drums; all night", "en"));
        assertThat(cases("file-look")).isEmpty();

        var imported = confirm(upload, Changed.KEEP);
        assertThat(imported.state()).isEqualTo(State.IMPORTED);
        assertThat(imported.sample()).isEmpty();
        assertThat(cases("file-look"))
                .extracting(golden -> golden.expected().outcome())
                .containsExactlyInAnyOrder(Outcome.VIOLATES, Outcome.SAFE);
        assertThat(lines(upload)).isZero();
        assertThatThrownBy(() -> confirm(upload, Changed.KEEP))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void everyBadRowIsNamedByLineAndColumnAndKeepsAllOut() {
        policies.create("file-bad");
        var upload =
                csv(
                        "file-bad",
                        """
                        text,outcome,label,rule,language,protected
                        one,violates,noise,NO1,en,true
                        two,perhaps,,,,
                        three,violates,spamm,,,
                        four,violates,noise,NO9,,
                        five,safe,noise,,,
                        six,safe,,,not a tag,
                        seven,safe,,,,maybe
                        "eight, more
                        lines",safe,,,,
                        ,safe,,,,
                        ten,safe
                        eleven,safe,,,,,
                        ONE,safe,,,,
                        """);
        assertThat(upload.counts().wrong()).isEqualTo(10);
        assertThat(upload.problems())
                .extracting(RowProblem::line, RowProblem::column)
                .containsExactly(
                        tuple(3, "outcome"),
                        tuple(4, "label"),
                        tuple(5, "rule"),
                        tuple(6, "label"),
                        tuple(7, "language"),
                        tuple(8, "protected"),
                        tuple(11, "text"),
                        tuple(12, null),
                        tuple(13, null),
                        tuple(14, null));
        assertThat(upload.problems().get(1).message()).contains("spamm", "haste, noise");
        assertThat(upload.problems().getLast().message()).contains("line 2");
        assertThatThrownBy(() -> confirm(upload, Changed.KEEP))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("10 of 12 rows");
        assertThat(cases("file-bad")).isEmpty();
    }

    @Test
    void fileThatIsNoTextIsRefusedWithItsLine() {
        policies.create("file-encoding");
        var german = "text,outcome\nfine,safe\nGrün,safe\n";
        refused("file-encoding", bytes(german, StandardCharsets.ISO_8859_1), "Line 3: character 3");
        refused("file-encoding", bytes(german, StandardCharsets.UTF_16), "UTF-16");
        refused("file-encoding", bytes("\uFEFF" + german, StandardCharsets.UTF_16LE), "UTF-16");
        refused("file-encoding", bytes("text,outcome\na\0b,safe\n"), "Line 2: character 2");
        refused(
                "file-encoding",
                bytes("text,outcome\nok,safe\n\"open,safe\nmore,safe\n"),
                "Line 3");
        refused("file-encoding", bytes("text,text\na,b\n"), "column 2");
        refused("file-encoding", bytes("text,,outcome\na,b,c\n"), "column 2");
        refused("file-encoding", bytes("text,outcome\n"), "no rows");
        assertThatThrownBy(() -> emptyFile("file-encoding"))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining("no rows");
        var marked = csv("file-encoding", "\uFEFF" + german);
        assertThat(marked.columns()).containsExactly("text", "outcome");
        assertThat(marked.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0));
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from golden_upload where slug = 'file-encoding'",
                                Integer.class))
                .isOne();
    }

    @Test
    void mappingIsMendedUnderItsRevision() {
        policies.create("file-map");
        var upload = csv("file-map", "what,toxic\nDrums at two,toxic\nDrums at noon,fine\n");
        assertThat(upload.counts().wrong()).isEqualTo(2);
        var mapping =
                new GoldenMapping(
                        Map.of(GoldenField.TEXT, "what", GoldenField.OUTCOME, "toxic"),
                        Map.of("Toxic", Outcome.VIOLATES, "fine", Outcome.SAFE));
        assertThatThrownBy(() -> api.map("file-map", upload.id(), "7", mapping))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        assertThatThrownBy(() ->
                        api.map(
                                "file-map",
                                upload.id(),
                                "1",
                                new GoldenMapping(Map.of(GoldenField.OUTCOME, "none"), null)))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining("what, toxic");
        var mended = api.map("file-map", upload.id(), "\"1\"", mapping);
        assertThat(mended.revision()).isEqualTo(2);
        assertThat(mended.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0));
        assertThatThrownBy(() -> confirm(upload, Changed.KEEP))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        assertThat(confirm(mended, Changed.KEEP).counts().added()).isEqualTo(2);
    }

    @Test
    void changedCasesAreKeptOrReplacedAndFrozenSetsKeepTheirs() {
        policies.create("file-change");
        confirm(
                csv("file-change", "text,outcome,protected\nDrums,safe,true\nSilence,safe,\n"),
                Changed.KEEP);
        var sets = clients.api(GoldenSetVersionApi.class, "ava", Role.POLICY_AUTHOR);
        var frozen = sets.freeze("file-change");
        var other = "text,outcome\nDrums,violates\nSilence,safe\n";
        var kept = csv("file-change", other);
        assertThat(kept.counts()).isEqualTo(new Counts(0, 1, 1, 0, 0));
        confirm(kept, Changed.KEEP);
        assertThat(sets.freeze("file-change")).isEqualTo(frozen);
        confirm(csv("file-change", other), Changed.REPLACE);
        assertThat(cases("file-change"))
                .hasSize(2)
                .filteredOn(golden -> golden.expected().outcome() == Outcome.VIOLATES)
                .singleElement()
                .matches(GoldenCase::guarded);
        assertThat(sets.freeze("file-change").number()).isEqualTo(2);
        assertThat(export("file-change", "CSV&set=1")).contains("Drums,,SAFE");
        assertThat(export("file-change", "CSV")).contains("Drums,,VIOLATES");
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update golden_case set outcome = 'SAFE' where slug = 'file-change'"))
                .hasMessageContaining("retire the case");
        assertThatThrownBy(() ->
                        owner.jdbc().update("delete from golden_case where slug = 'file-change'"))
                .hasMessageContaining("are kept");
    }

    @Test
    void aFileTakesNothingFromProtectedCasesForWhoeverWroteOnAnOpenVersion() {
        policies.create("file-guard");
        confirm(
                csv("file-guard", "text,outcome,protected\nDrums,safe,true\nSilence,safe,\n"),
                Changed.KEEP);
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .draft("file-guard", new NewDraft(LivePolicies.TEXT));
        for (var file :
                List.of(
                        "text,outcome\nDrums,violates\n",
                        "text,outcome,protected\nDrums,safe,false\n")) {
            var upload = csv("file-guard", file);
            assertThatThrownBy(() -> confirm(upload, Changed.REPLACE))
                    .isInstanceOf(HttpClientErrorException.Forbidden.class)
                    .hasMessageContaining("four-eyes");
            confirm(upload, Changed.KEEP);
        }
        var stricter = "text,outcome,protected\nDrums,safe,\nSilence,violates,true\n";
        confirm(csv("file-guard", stricter), Changed.REPLACE);
        assertThat(cases("file-guard")).hasSize(2).allMatch(GoldenCase::guarded);
    }

    @Test
    void exportComesBackAsItWasAndRunsNoFormula() {
        policies.create("file-out");
        policies.create("file-back");
        policies.create("file-lines");
        confirm(
                api.upload(
                        "file-out",
                        Format.JSONL,
                        "hand",
                        body(
                                bytes(
                                        """
                                        {"content": {"kind": "message", "text": "=HYPERLINK(1)", "language": "en"}, "expected": {"outcome": "SAFE"}, "note": "'+1"}

                                        {"content": {"kind": "chat", "turns": [{"role": "user", "text": "Play,\\n\\"drums\\""}]}, "expected": {"outcome": "VIOLATES", "label": "noise", "ruleId": "NO1"}, "protected": true, "source": "team"}
                                        """))),
                Changed.KEEP);
        var csv = export("file-out", "CSV");
        assertThat(csv).contains("'=HYPERLINK(1),", "''+1,").doesNotContain("\n=HYPERLINK");
        confirm(csv("file-back", csv), Changed.KEEP);
        confirm(
                api.upload(
                        "file-lines",
                        Format.JSONL,
                        "hand",
                        body(bytes(export("file-out", "JSONL")))),
                Changed.KEEP);
        for (var copy : List.of("file-back", "file-lines")) {
            assertThat(cases(copy))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                            "id", "slug", "addedAt")
                    .isEqualTo(cases("file-out"));
        }
        assertThat(cases("file-back").getFirst().content()).isInstanceOf(Chat.class);
    }

    @Test
    void lineThatIsNoJsonIsNamedWithoutItsWords() {
        policies.create("file-json");
        var upload =
                api.upload(
                        "file-json",
                        Format.JSONL,
                        "hand",
                        body(
                                bytes(
                                        """
                                        {"text": "fine", "outcome": "SAFE"}
                                        {"text": "secret words", "outcome": "SAFE"
                                        ["secret words"]
                                        {"content": {"kind": "poem", "text": "secret words"}, "outcome": "SAFE"}
                                        """)));
        assertThat(upload.problems()).extracting(RowProblem::line).containsExactly(2, 3, 4);
        assertThat(upload.problems())
                .allSatisfy(problem -> assertThat(problem.message()).doesNotContain("secret"));
    }

    @Test
    void hundredThousandRowsAreReadWithProgressAndImportedAtOnce() {
        policies.create("file-large");
        var rows =
                IntStream.range(0, 100_000)
                        .mapToObj(number -> "Drums of evening " + number + ",safe,en")
                        .collect(Collectors.joining("\n", "text,outcome,language\n", "\n"));
        var upload = csv("file-large", rows);
        assertThat(upload.progress().rows()).isEqualTo(100_000);
        var deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (upload.state() == State.CHECKING && System.nanoTime() < deadline) {
            upload = api.get("file-large", upload.id());
        }
        assertThat(upload.counts()).isEqualTo(new Counts(100_000, 0, 0, 0, 0));
        confirm(upload, Changed.KEEP);
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from golden_case where slug = 'file-large'",
                                Integer.class))
                .isEqualTo(100_000);
    }

    @Test
    void uploadIsDiscardedByItsOwnPolicyAndReadByAuthorsOnly() {
        policies.create("file-gone");
        var upload = csv("file-gone", "text,outcome\nDrums,safe\n");
        assertThat(api.page("file-gone", null, 50).items()).hasSize(1);
        assertThatThrownBy(() -> api.get("file-look-elsewhere", upload.id()))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        var auditor = clients.api(GoldenUploadApi.class, "ada", Role.AUDITOR);
        assertThatThrownBy(() -> auditor.get("file-gone", upload.id()))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        api.discard("file-gone", upload.id());
        assertThatThrownBy(() -> api.get("file-gone", upload.id()))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThat(lines(upload)).isZero();
    }

    private void refused(String slug, byte[] file, String says) {
        assertThatThrownBy(() -> api.upload(slug, Format.CSV, "hand", body(file)))
                .isInstanceOf(HttpClientErrorException.UnprocessableContent.class)
                .hasMessageContaining(says)
                .hasMessageContaining("Nothing was imported");
    }

    /// A body of length zero, where a stream without bytes would be a chunked one: the JDK's client
    /// asks for more of it before it has it.
    private void emptyFile(String slug) {
        clients.as("ava", Role.POLICY_AUTHOR)
                .post()
                .uri("/v1/policies/" + slug + "/golden-uploads?format=CSV&source=hand")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new byte[0])
                .retrieve()
                .toBodilessEntity();
    }

    private GoldenUpload csv(String slug, String file) {
        return api.upload(slug, Format.CSV, "hand", body(bytes(file)));
    }

    private GoldenUpload confirm(GoldenUpload upload, Changed changed) {
        return api.confirm(
                upload.slug(), upload.id(), new GoldenConfirmation(upload.revision(), changed));
    }

    private List<GoldenCase> cases(String slug) {
        return clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR).list(slug, null).items();
    }

    private String export(String slug, String format) {
        return Objects.requireNonNull(
                clients.as("ada", Role.AUDITOR)
                        .get()
                        .uri("/v1/policies/" + slug + "/golden-cases/export?format=" + format)
                        .retrieve()
                        .body(String.class));
    }

    private int lines(GoldenUpload upload) {
        var count =
                jdbc.queryForObject(
                        "select count(*) from golden_upload_line where upload_id = ?",
                        Integer.class,
                        upload.id().value());
        return count == null ? -1 : count;
    }

    private static InputStreamResource body(byte[] file) {
        return new InputStreamResource(new ByteArrayInputStream(file));
    }

    private static byte[] bytes(String file) {
        return bytes(file, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file, Charset charset) {
        return file.getBytes(charset);
    }
}
