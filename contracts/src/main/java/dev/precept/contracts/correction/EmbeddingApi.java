package dev.precept.contracts.correction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Texts that workers embed beside their jobs. There is no lease: the same text and model give the
/// same vector, so that it does no harm if two workers embed one text.
@HttpExchange("/v1/embeddings")
public interface EmbeddingApi {

    /// The most keys that [#missing] leaves out.
    int MOST_EXCEPTIONS = 50;

    /// Texts that have no vector of this model yet, a few at a time.
    ///
    /// @param except keys of texts that the worker could not embed just now, so that they do not
    ///   hold up the others; null for none
    @GetExchange("/missing")
    List<TextKey> missing(
            @RequestParam("model") String model,
            @RequestParam(name = "except", required = false) @Nullable Set<String> except);

    /// Keeps vectors; those that are there already stay.
    @PostExchange
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@RequestBody Embeddings embeddings);
}
