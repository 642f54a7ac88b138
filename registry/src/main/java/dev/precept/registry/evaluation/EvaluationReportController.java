package dev.precept.registry.evaluation;

import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy;
import dev.precept.contracts.evaluation.ReportFormat;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EvaluationReportController implements EvaluationReportApi {

    private final EvaluationDesk desk;
    private final ReportFiles files;
    private final MultiPolicy together;
    private final CurrentActor actor;

    EvaluationReportController(
            EvaluationDesk desk, ReportFiles files, MultiPolicy together, CurrentActor actor) {
        this.desk = desk;
        this.files = files;
        this.together = together;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public ResponseEntity<byte[]> file(EvaluationId id, ReportFormat format) {
        return attached("evaluation-" + id, format, files.of(desk.get(id), format));
    }

    @Override
    @AnyPerson
    public ResponseEntity<byte[]> comparisonFile(
            EvaluationId id, EvaluationId before, ReportFormat format) {
        return attached(
                "comparison-" + id, format, files.of(desk.get(before), desk.get(id), format));
    }

    private static ResponseEntity<byte[]> attached(String name, ReportFormat format, byte[] file) {
        var type =
                switch (format) {
                    case CSV -> MediaType.parseMediaType("text/csv;charset=UTF-8");
                    case JSON -> MediaType.APPLICATION_JSON;
                    case PDF -> MediaType.APPLICATION_PDF;
                };
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.name().toLowerCase(Locale.ROOT))
                                .build()
                                .toString())
                .body(file);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, POLICY_APPROVER, REVIEW_LEAD})
    public Evaluation repeat(EvaluationId id, @Nullable Integer version) {
        return desk.repeat(actor.get(), id, version);
    }

    @Override
    @AnyPerson
    public MultiPolicyAccuracy multiPolicy(List<EvaluationId> runs) {
        return together.of(runs);
    }
}
