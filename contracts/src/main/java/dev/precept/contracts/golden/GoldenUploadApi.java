package dev.precept.contracts.golden;

import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/// Golden cases by file: upload, look, mend the mapping, confirm.
@HttpExchange("/v1/policies/{slug}/golden-uploads")
public interface GoldenUploadApi {

    /// Uploads, newest first, without their samples and problems.
    @GetExchange
    Page<GoldenUpload> page(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "size", defaultValue = "50") int size);

    /// Takes a file in UTF-8 and guesses its mapping. Small files come back read; for others ask
    /// again until they are READY.
    ///
    /// @param source of cases whose rows do not name one, for example `hand`
    @PostExchange
    @ResponseStatus(HttpStatus.CREATED)
    GoldenUpload upload(
            @PathVariable("slug") String slug,
            @RequestParam("format") Format format,
            @RequestParam("source") String source,
            @RequestBody(required = false) @Nullable InputStreamResource file);

    @GetExchange("/{id}")
    GoldenUpload get(@PathVariable("slug") String slug, @PathVariable("id") GoldenUploadId id);

    /// Reads the rows again, in another way.
    ///
    /// @param revision that the change is based on
    @PutExchange("/{id}/mapping")
    GoldenUpload map(
            @PathVariable("slug") String slug,
            @PathVariable("id") GoldenUploadId id,
            @RequestHeader("If-Match") String revision,
            @RequestBody GoldenMapping mapping);

    /// Imports all rows, or none.
    @PostExchange("/{id}/confirm")
    GoldenUpload confirm(
            @PathVariable("slug") String slug,
            @PathVariable("id") GoldenUploadId id,
            @RequestBody GoldenConfirmation confirmation);

    /// Forgets an upload that was not imported.
    @DeleteExchange("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable("slug") String slug, @PathVariable("id") GoldenUploadId id);
}
