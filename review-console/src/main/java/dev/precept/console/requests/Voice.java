package dev.precept.console.requests;

import dev.precept.console.rights.Person;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.request.ChangeRequest;

/// What a person may say beside the lines of a version.
///
/// @param speaks whether they may comment and answer
/// @param settles whether they may resolve threads of others
record Voice(String name, boolean speaks, boolean settles) {

    static Voice of(Person person, Rights rights, ChangeRequest request) {
        return new Voice(
                person.name(),
                rights.holdAny(
                        RoleName.POLICY_AUTHOR,
                        RoleName.POLICY_APPROVER,
                        RoleName.POLICY_ACTIVATOR,
                        RoleName.REVIEWER,
                        RoleName.REVIEW_LEAD),
                rights.hold(RoleName.POLICY_APPROVER)
                        && !request.people().editors().contains(person.name()));
    }

    /// Whoever opened a thread resolves it, too.
    boolean resolves(CommentThread thread) {
        return speaks && (settles || thread.comments().getFirst().author().equals(name));
    }
}
