/// The demo identity provider: OpenID Connect with tokens in the shape of Keycloak.
///
/// Demo people share one known password, so it must never face anything but a demonstration.
@NullMarked
package dev.precept.quickstart.identity;

import org.jspecify.annotations.NullMarked;
