package dev.precept.console.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.web.client.RestClient;

/// Asks with the signed-in person's token.
final class ForwardedFiles implements RegistryFiles {

    private final RestClient client;
    private final ProblemReader problems;

    ForwardedFiles(RestClient client, ProblemReader problems) {
        this.client = client;
        this.problems = problems;
    }

    @Override
    public void copy(String path, Map<String, ?> variables, OutputStream to) throws IOException {
        try {
            client.get()
                    .uri(path, variables)
                    .exchange((request, response) -> {
                        if (response.getStatusCode().isError()) {
                            problems.handle(request, response);
                        }
                        return response.getBody().transferTo(to);
                    });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
