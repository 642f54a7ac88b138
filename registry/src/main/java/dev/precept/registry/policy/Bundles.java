package dev.precept.registry.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.document.BundleSealer;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps bundles under their hash. A bundle never changes, so those in use stay in memory.
@Repository
class Bundles {

    private static final int CACHED = 256;

    private final JdbcClient jdbc;
    private final BundleSealer sealer;
    private final Clock clock;
    private final Cache<String, PolicyBundle> cache =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    Bundles(JdbcClient jdbc, BundleSealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    void keep(BundleSealer.Sealed sealed) {
        var bundle = sealed.bundle();
        jdbc.sql(
                        """
                        insert into policy_bundle (sha256, slug, number, canonical, created_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (sha256) do nothing
                        """)
                .params(
                        bundle.sha256(),
                        bundle.slug(),
                        bundle.number(),
                        sealed.canonical(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /// @throws PreceptException `not-found`
    PolicyBundle get(String sha256) {
        var cached = cache.getIfPresent(sha256);
        if (cached != null) {
            return cached;
        }
        var bundle =
                jdbc.sql("select canonical from policy_bundle where sha256 = ?")
                        .param(sha256)
                        .query(String.class)
                        .optional()
                        .map(canonical -> sealer.open(sha256, canonical))
                        .orElseThrow(() ->
                                new PreceptException(
                                        ErrorCode.NOT_FOUND, "No policy bundle has this SHA-256."));
        cache.put(sha256, bundle);
        return bundle;
    }
}
