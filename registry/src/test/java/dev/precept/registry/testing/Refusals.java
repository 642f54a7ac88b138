package dev.precept.registry.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.springframework.web.client.HttpClientErrorException;

/// Calls that the registry must say no to.
public final class Refusals {

    private Refusals() {}

    /// @param reason that the problem names, or a part of it
    public static void assertRefused(Runnable call, int status, String reason) {
        assertThatThrownBy(call::run)
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining(String.valueOf(status))
                .hasMessageContaining(reason);
    }
}
