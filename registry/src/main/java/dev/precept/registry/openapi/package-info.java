/// The API's own page: `/swagger-ui.html` for people, `/v3/api-docs` for tools. Made from the
/// controllers, so that it cannot drift; this package adds what code does not say.
@NullMarked
package dev.precept.registry.openapi;

import org.jspecify.annotations.NullMarked;
