package dev.precept.registry.access;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The actor of the request that runs on this thread.
@Component
public class CurrentActor {

    /// @throws PreceptException if nobody is signed in
    public Actor get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            throw new PreceptException(
                    ErrorCode.UNAUTHENTICATED, "Send a bearer token of the identity provider.");
        }
        var granted =
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
        var roles =
                Arrays.stream(Role.values())
                        .filter(role -> granted.contains("ROLE_" + role.wireName()))
                        .collect(Collectors.toSet());
        var groups =
                granted.stream()
                        .filter(authority -> authority.startsWith(TokenRoles.GROUP))
                        .map(authority -> authority.substring(TokenRoles.GROUP.length()))
                        .collect(Collectors.toSet());
        return new Actor(authentication.getName(), roles, groups);
    }
}
