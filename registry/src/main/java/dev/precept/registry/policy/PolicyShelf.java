package dev.precept.registry.policy;

/// Policies as what belongs to them sees them from elsewhere in the registry.
public interface PolicyShelf {

    /// @throws dev.precept.contracts.problem.PreceptException `not-found` if there is no policy
    void require(String slug);

    /// Holds the policy until the end of the caller's transaction.
    ///
    /// @throws dev.precept.contracts.problem.PreceptException `not-found` if there is no policy
    void hold(String slug);

    /// Refuses whoever wrote on a version that is not live yet: what it is measured by is for
    /// another person to change.
    ///
    /// @param what must be left to another person, for example `change the gates`
    /// @throws dev.precept.contracts.problem.PreceptException `four-eyes`
    void refuseWriter(String slug, String person, String what);

    /// What golden cases of the policy may expect that this person adds.
    ///
    /// @throws dev.precept.contracts.problem.PreceptException `not-found` if there is no policy
    GoldenVocabulary vocabulary(String slug, String person);
}
