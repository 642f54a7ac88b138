package dev.precept.registry.problem;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/// Turns every exception that leaves a controller into a problem of the catalogue.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final String ELSEWHERE =
            "The request does not fit this address; see /swagger-ui.html.";
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
    void disconnected(ClientAbortException gone) {
        LOG.debug("the caller left before its answer", gone);
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
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof PreceptException refusal) {
                return problem(refusal.code(), String.valueOf(refusal.getMessage()), headers);
            }
            if (cause instanceof JacksonException json) {
                var refusal = UnreadableJson.problem(json);
                return problem(refusal.code(), String.valueOf(refusal.getMessage()), headers);
            }
        }
        return problem(
                ErrorCode.MALFORMED_REQUEST,
                "The body is missing or unreadable. Send JSON in UTF-8.",
                headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (exception instanceof MethodArgumentTypeMismatchException argument) {
            return argument.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? problem(
                            ErrorCode.NOT_FOUND,
                            "The address names something that cannot exist: its `"
                                    + argument.getName()
                                    + "` is not of the right form.",
                            headers)
                    : problem(
                            ErrorCode.INVALID_ARGUMENT,
                            "The parameter `" + argument.getName() + "` is not of the right form.",
                            headers);
        }
        return problem(ErrorCode.INVALID_ARGUMENT, ELSEWHERE, headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "Name one of these in the Content-Type header: "
                        + MediaType.toString(exception.getSupportedMediaTypes())
                        + ".",
                headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem(
                ErrorCode.NOT_ACCEPTABLE,
                "Name one of these in the Accept header: "
                        + MediaType.toString(exception.getSupportedMediaTypes())
                        + ".",
                headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem(
                ErrorCode.NOT_FOUND,
                "This API has no such address; /swagger-ui.html lists those it has.",
                headers);
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
                        .orElse(ELSEWHERE);
        return problem(codeOf(status), detail, headers);
    }

    private static ErrorCode codeOf(HttpStatusCode status) {
        if (status.equals(HttpStatus.NOT_FOUND)) {
            return ErrorCode.NOT_FOUND;
        }
        if (status.equals(HttpStatus.METHOD_NOT_ALLOWED)) {
            return ErrorCode.METHOD_NOT_ALLOWED;
        }
        return status.is4xxClientError() ? ErrorCode.MALFORMED_REQUEST : ErrorCode.INTERNAL;
    }

    private static ResponseEntity<Object> problem(
            ErrorCode code, String detail, HttpHeaders headers) {
        return ResponseEntity.status(code.status())
                .headers(headers)
                .body(Problems.of(code, detail, Map.of()));
    }
}
