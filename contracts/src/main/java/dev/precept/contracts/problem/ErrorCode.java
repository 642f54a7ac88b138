package dev.precept.contracts.problem;

import static dev.precept.contracts.problem.ErrorType.CONFLICT;
import static dev.precept.contracts.problem.ErrorType.INSUFFICIENT_RESOURCES;
import static dev.precept.contracts.problem.ErrorType.INTERNAL_ERROR;
import static dev.precept.contracts.problem.ErrorType.USER_ERROR;

import java.util.Locale;

/// The catalogue of errors. A code is stable: clients may branch on it. Its problem type is the URN
/// `urn:precept:problem:<code>`, the code in kebab case.
public enum ErrorCode {
    MALFORMED_REQUEST(USER_ERROR, 400, "The request could not be read"),
    INVALID_ARGUMENT(USER_ERROR, 422, "A value is not acceptable"),
    UNAUTHENTICATED(USER_ERROR, 401, "Sign in first"),
    FORBIDDEN(USER_ERROR, 403, "Your roles do not allow this"),
    NOT_FOUND(USER_ERROR, 404, "There is no such thing"),
    METHOD_NOT_ALLOWED(USER_ERROR, 405, "This address does not answer that method"),
    NOT_ACCEPTABLE(USER_ERROR, 406, "This address cannot answer in the form asked for"),
    UNSUPPORTED_MEDIA_TYPE(USER_ERROR, 415, "This content type is not understood"),

    CONTENT_EMPTY(USER_ERROR, 422, "The content is empty"),
    CONTENT_TOO_LARGE(USER_ERROR, 413, "The content is too large"),
    BATCH_TOO_LARGE(USER_ERROR, 413, "The batch is too large"),
    DUPLICATE_CUSTOM_ID(USER_ERROR, 422, "Another line of this batch has the same custom_id"),
    UPLOAD_BROKEN(USER_ERROR, 400, "The upload ended before its end"),
    UNKNOWN_POLICY(USER_ERROR, 422, "No such policy, version or alias"),
    IDEMPOTENCY_KEY_REUSED(USER_ERROR, 422, "This Idempotency-Key was used for another request"),

    POLICY_INVALID(USER_ERROR, 422, "The policy document has errors"),
    POLICY_EXISTS(CONFLICT, 409, "A policy with this slug exists"),
    FOUR_EYES(USER_ERROR, 403, "Another person must do this"),
    WRONG_STATE(CONFLICT, 409, "The state does not allow this"),
    RULES_CITED(CONFLICT, 409, "Rules that are still cited would be gone"),
    GATES_CLOSED(CONFLICT, 409, "The version has not passed the gates of its policy"),
    DRAFT_PRIVATE(USER_ERROR, 403, "A draft is private until it is submitted"),
    REQUEST_INCOMPLETE(CONFLICT, 409, "Something that the rules ask for is missing"),
    REBASE_NEEDED(CONFLICT, 409, "Another version was approved meanwhile"),
    STALE_WRITE(CONFLICT, 409, "Someone changed this meanwhile"),
    CASE_TAKEN(CONFLICT, 409, "Another person holds this case"),
    CLAIM_EXPIRED(CONFLICT, 409, "Your claim on this case has expired"),

    OVERLOADED(INSUFFICIENT_RESOURCES, 429, "The queue is full"),
    VERDICT_TIMEOUT(INSUFFICIENT_RESOURCES, 504, "The verdict takes longer than this call waits"),
    VERDICT_FAILED(INTERNAL_ERROR, 502, "No engine could judge the content"),
    INTERNAL(INTERNAL_ERROR, 500, "Something failed on our side");

    private final ErrorType type;
    private final int status;
    private final String title;

    ErrorCode(ErrorType type, int status, String title) {
        this.type = type;
        this.status = status;
        this.title = title;
    }

    public ErrorType type() {
        return type;
    }

    /// The HTTP status that carries this error.
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The code as the wire shows it, for example `stale-write`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
