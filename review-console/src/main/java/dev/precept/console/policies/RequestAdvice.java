package dev.precept.console.policies;

import dev.precept.contracts.request.ChangeRequest;

/// What the person who looks at a version can do about it, in words; where the rules do not let
/// them, why not.
public final class RequestAdvice {

    private RequestAdvice() {}

    public static String of(ChangeRequest request) {
        return switch (request.status()) {
            case DRAFT ->
                    "A draft, private until it is submitted. Nobody is judged by it until it is approved and made live.";
            case IN_REVIEW -> inReview(request.you());
            case APPROVED ->
                    "Approved and sealed. It never changes; open a new draft to change the rule.";
            case RETIRED -> "Retired. Kept, so that old verdicts can be understood.";
            case CLOSED -> "Closed without approval. Whoever wrote it can reopen it.";
        };
    }

    private static String inReview(ChangeRequest.You you) {
        if (you.noConclude() == null) {
            return "In review, and nothing is missing any more: it can be concluded.";
        }
        var why = you.noApprove();
        return why == null
                ? "In review. Read it to the end: your approval is bound to exactly this text."
                : "In review. " + why;
    }
}
