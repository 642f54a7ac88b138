/// Signing in through OIDC, and nothing else. Roles come from `realm_access.roles`, as Keycloak
/// writes them.
@NullMarked
package dev.precept.console.signin;

import org.jspecify.annotations.NullMarked;
