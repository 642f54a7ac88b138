package dev.precept.registry.problem;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Turns every exception that leaves a controller into a problem of the catalogue.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PreceptException exception) {
        var response = ResponseEntity.status(exception.code().status());
        if (exception.properties().get("retryAfterSeconds") instanceof Number seconds) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds.longValue()));
        }
        return response.body(Problems.of(exception));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException exception) {
        return refused(
                new PreceptException(
                        ErrorCode.FORBIDDEN,
                        "None of your roles may do this. Ask an administrator of the identity"
                                + " provider for the role that the documentation names."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception exception) {
        var incident = UUID.randomUUID();
        LOG.error("incident {}", incident, exception);
        return refused(
                new PreceptException(
                        ErrorCode.INTERNAL,
                        "Nothing was changed. Quote incident "
                                + incident
                                + " to those who run the registry; its log has the cause.",
                        Map.of("incident", incident.toString())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem(ErrorCode.MALFORMED_REQUEST, UnreadableBody.describe(exception));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail =
                Optional.ofNullable(body)
                        .filter(ProblemDetail.class::isInstance)
                        .map(problem -> ((ProblemDetail) problem).getDetail())
                        .orElse("The request does not fit this address; see the API's page.");
        return problem(codeOf(status), detail);
    }

    private static ErrorCode codeOf(HttpStatusCode status) {
        if (status.equals(HttpStatus.NOT_FOUND)) {
            return ErrorCode.NOT_FOUND;
        }
        if (status.equals(HttpStatus.METHOD_NOT_ALLOWED)) {
            return ErrorCode.METHOD_NOT_ALLOWED;
        }
        if (status.equals(HttpStatus.UNSUPPORTED_MEDIA_TYPE)) {
            return ErrorCode.UNSUPPORTED_MEDIA_TYPE;
        }
        return status.is4xxClientError() ? ErrorCode.MALFORMED_REQUEST : ErrorCode.INTERNAL;
    }

    private static ResponseEntity<Object> problem(ErrorCode code, String detail) {
        return ResponseEntity.status(code.status()).body(Problems.of(code, detail, Map.of()));
    }

    /// Says where a body could not be read, without quoting it.
    private static final class UnreadableBody {

        private UnreadableBody() {}

        static String describe(HttpMessageNotReadableException exception) {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof JacksonException json) {
                    var at = json.getLocation();
                    return at == null || at.getLineNr() < 1
                            ? "The body is not the JSON that this address expects."
                            : "The body is not the JSON that this address expects: look at line "
                                    + at.getLineNr()
                                    + ", column "
                                    + at.getColumnNr()
                                    + ".";
                }
            }
            return "The body is missing or unreadable. Send JSON in UTF-8.";
        }
    }
}
