package dev.precept.console.rights;

import com.vaadin.flow.server.VaadinRequest;
import org.springframework.stereotype.Component;

/// Asks the request that is being handled.
@Component
class RequestPerson implements Person {

    @Override
    public String name() {
        var request = VaadinRequest.getCurrent();
        var principal = request == null ? null : request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }
}
