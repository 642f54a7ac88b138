package dev.precept.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Counts;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUpload.State;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamResource;
import org.springframework.web.client.RestClientException;

/// The registry is killed while it reads one file and receives another. The one is read on, of the
/// other nothing is kept, and it can be sent again.
class GoldenUploadSurvivalIT {

    private static final int ROWS = 100_000;
    private static final String SLUG = "garden-gates";

    private final RunningQuickstart quickstart = RunningQuickstart.shared();

    @Test
    void aFileThatWasHalfReadIsReadOnAndOneThatWasHalfSentIsGone() throws Exception {
        var author = quickstart.clients("policy-author");
        author.createClient(PolicyApi.class)
                .create(new NewPolicy(SLUG, "Garden gates", "Gates of gardens.", "Forum"));
        var uploads = author.createClient(GoldenUploadApi.class);
        var registry = quickstart.application("registry");
        var token = quickstart.token("policy-author");
        var id = upload(uploads, file("The gate opens at %d", ROWS)).id();
        RunningQuickstart.await("some rows", () -> uploads.get(SLUG, id).progress().checked() > 0);
        try (var sender = halfSent(file("A rose at gate %d", ROWS), token)) {
            registry.destroyForcibly();
            registry.onExit().join();
            assertThat(ofUpload("checked < lines and state = 'CHECKING'", id))
                    .as("half-read uploads when the registry died")
                    .isEqualTo(1);
            assertThatThrownBy(() -> answer(sender)).isInstanceOf(IOException.class);
        }

        var read = read(uploads, id);
        assertThat(read.counts()).isEqualTo(new Counts(ROWS, 0, 0, 0, 0));
        assertThat(uploads.page(SLUG, null, 50).items())
                .extracting(GoldenUpload::id)
                .containsExactly(id);
        assertThat(cases()).isZero();
        uploads.confirm(SLUG, id, new GoldenConfirmation(read.revision(), Changed.KEEP));
        assertThat(cases()).isEqualTo(ROWS);
        var again = upload(uploads, file("A rose at gate %d", 1_000));
        assertThat(again.counts()).isEqualTo(new Counts(1_000, 0, 0, 0, 0));
    }

    private static String file(String text, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(number -> text.formatted(number) + ",safe\n")
                .collect(Collectors.joining("", "text,outcome\n", ""));
    }

    private static GoldenUpload upload(GoldenUploadApi uploads, String file) {
        return uploads.upload(
                SLUG,
                Format.CSV,
                "hand",
                new InputStreamResource(new ByteArrayInputStream(file.getBytes(UTF_8))));
    }

    /// A sender that stops half way.
    private Socket halfSent(String file, String token) throws IOException {
        var address = quickstart.registry();
        var socket = new Socket(address.getHost(), address.getPort());
        var head =
                """
                POST /v1/policies/%s/golden-uploads?format=CSV&source=hand HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/octet-stream\r
                Content-Length: %d\r
                \r
                """
                        .formatted(SLUG, token, file.length());
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(file.substring(0, file.length() / 2).getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static int answer(Socket sender) throws IOException {
        int first = sender.getInputStream().read();
        if (first < 0) {
            throw new EOFException();
        }
        return first;
    }

    private static GoldenUpload read(GoldenUploadApi uploads, GoldenUploadId id) {
        RunningQuickstart.await(
                "all rows",
                () -> {
                    try {
                        return uploads.get(SLUG, id).state() == State.READY;
                    } catch (RestClientException restarting) {
                        return false;
                    }
                });
        return uploads.get(SLUG, id);
    }

    private int ofUpload(String condition, GoldenUploadId id) throws IOException, SQLException {
        return count(
                "select count(*) from golden_upload where id = ?::uuid and " + condition,
                id.toString());
    }

    private int cases() throws IOException, SQLException {
        return count("select count(*) from golden_case where slug = ?", SLUG);
    }

    private int count(String sql, String parameter) throws IOException, SQLException {
        try (var connection = quickstart.database();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
