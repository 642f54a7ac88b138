package dev.precept.registry.policy;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.Matter.Kind;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.registry.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What of change requests waits for those who write on them.
@Service
@Transactional(readOnly = true)
public class RequestMatters {

    private final VersionRows versions;
    private final Requests requests;
    private final Opinions opinions;

    RequestMatters(VersionRows versions, Requests requests, Opinions opinions) {
        this.versions = versions;
        this.requests = requests;
        this.opinions = opinions;
    }

    /// Of the versions that are not approved yet and that this person may write on.
    public List<Matter> of(Actor writer) {
        return versions.openOf(writer.name()).stream()
                .flatMap(version ->
                        Stream.of(declined(version), toMerge(version), toConclude(version))
                                .flatMap(Optional::stream))
                .toList();
    }

    private Optional<Matter> declined(VersionRow version) {
        return opinions.lastDecline(version)
                .map(said ->
                        matter(
                                Kind.REQUEST_DECLINED,
                                version,
                                "%s declined it: %s".formatted(said.reviewer(), said.comment()),
                                said.givenAt()));
    }

    private Optional<Matter> toMerge(VersionRow version) {
        return requests.moved(version)
                .map(number ->
                        matter(
                                Kind.REQUEST_TO_MERGE,
                                version,
                                "Version %d was approved since it was begun.".formatted(number),
                                version.updatedAt()));
    }

    private Optional<Matter> toConclude(VersionRow version) {
        return version.status() == PolicyVersionStatus.IN_REVIEW
                        && requests.missing(requests.standing(version)).isEmpty()
                ? Optional.of(
                        matter(
                                Kind.REQUEST_TO_CONCLUDE,
                                version,
                                "It has every approval, and whatever else was missing is there.",
                                version.updatedAt()))
                : Optional.empty();
    }

    private static Matter matter(Kind kind, VersionRow version, String detail, Instant since) {
        return new Matter(kind, version.slug(), version.number(), detail, since);
    }
}
