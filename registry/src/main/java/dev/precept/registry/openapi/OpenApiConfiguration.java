package dev.precept.registry.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Title, tokens, tags, problems and examples of the API's page.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String DESCRIPTION =
            """
            Policies in, content in, verdicts out, people decide.

            Send a bearer token of the identity provider (`./precept token submitter` prints one in a
            quickstart). Every refusal is an RFC 9457 problem (`application/problem+json`) whose
            `code` is stable; `docs/api.md` lists them all. Lists are paged by an opaque `cursor`:
            pass the `next` of a page to get the one after it. Bodies are JSON of at most 4 MiB, in
            UTF-8, without members that are not listed here.
            """;

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Precept registry")
                                .version("v1")
                                .description(DESCRIPTION)
                                .license(new License().name("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "bearer",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    OpenApiCustomizer describedOperations() {
        return new OperationDescriptions();
    }
}
