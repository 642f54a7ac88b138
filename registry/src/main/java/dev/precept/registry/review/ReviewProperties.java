package dev.precept.registry.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the review, under `precept.review`.
///
/// @param claim how long a person holds a case without renewing the claim
@ConfigurationProperties("precept.review")
public record ReviewProperties(@DefaultValue("10m") Duration claim) {

    public ReviewProperties {
        if (!claim.isPositive()) {
            throw new IllegalArgumentException(
                    "precept.review.claim is " + claim + "; give a positive duration");
        }
    }
}
