package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.PUT;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;

/// Requests on golden sets that work as they stand, and what comes back.
final class GoldenExamples {

    private static final String POLICY = "/v1/policies/{slug}";
    private static final String CASES = POLICY + "/golden-cases";
    private static final String UPLOADS = POLICY + "/golden-uploads";
    private static final String UPLOAD = UPLOADS + "/{id}";

    private static final String EXPECTED =
            "{\"outcome\": \"VIOLATES\", \"label\": \"spam\", \"ruleId\": \"SP3\"}";

    private static final String FILE =
            """
            text,outcome,label,rule
            Buy followers today,violates,spam,SP3
            See you at noon,safe,,
            """;

    private static final String PROBLEM =
            "{\"line\": 3, \"column\": \"rule\", \"message\": \"'SP7' is no rule of version 4; there are SP1, SP2.\"}";

    private static final String SAMPLE =
            """
            {"line": 2,
             "cells": {"text": "Buy followers today", "outcome": "violates", "label": "spam",
                       "rule": "SP3"},
             "golden": {"content": {"kind": "message", "text": "Buy followers today"},
                        "expected": %s}}
            """
                    .formatted(EXPECTED);

    private final Examples examples;

    private GoldenExamples(Examples examples) {
        this.examples = examples;
    }

    static void add(Examples to) {
        var golden = new GoldenExamples(to);
        golden.cases();
        golden.sets();
        golden.uploads();
    }

    private void cases() {
        examples.ask(
                POST,
                CASES + "/import",
                """
                {"source": "hand",
                 "cases": [{"content": %s, "expected": %s, "note": "from the forum",
                            "protected": true}]}
                """
                        .formatted(Shown.CONTENT, EXPECTED));
        examples.answer(POST, CASES + "/import", "{\"added\": 1, \"known\": 0}");
        var golden =
                """
                {"id": "0198c1c0-1111-7222-8333-444455556666", "slug": "spam", "content": %s,
                 "expected": %s, "note": "from the forum", "source": "hand", "addedBy": "ava",
                 "addedAt": "2026-03-01T08:00:00Z", "protected": true,
                 "replaced": {"id": "SP3", "by": "SP1", "because": ""}}
                """
                        .formatted(Shown.CONTENT, EXPECTED);
        examples.answer(GET, CASES, Shown.page(golden));
        examples.ask(
                POST, CASES + "/search", "{\"text\": \"followers\", \"outcome\": \"VIOLATES\"}");
        examples.answer(POST, CASES + "/search", Shown.page(golden));
        examples.ask(
                PUT,
                CASES + "/{id}",
                "{\"expected\": %s, \"note\": \"from the forum\", \"protected\": true}"
                        .formatted(EXPECTED));
        examples.answer(PUT, CASES + "/{id}", golden);
    }

    private void sets() {
        var set =
                """
                {"slug": "spam", "number": 2, "cases": 120, "frozenBy": "ava",
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "frozenAt": "2026-03-02T09:30:00Z"}
                """;
        examples.answer(POST, POLICY + "/golden-sets", set);
        examples.answer(GET, POLICY + "/golden-sets", Shown.page(set));
    }

    private void uploads() {
        examples.operation(POST, UPLOADS)
                .requestBody(
                        new RequestBody()
                                .required(true)
                                .description(
                                        "The file in UTF-8: CSV with a header, or one JSON object a line.")
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/octet-stream",
                                                        new MediaType()
                                                                .schema(
                                                                        new StringSchema()
                                                                                .format("binary"))
                                                                .example(FILE))));
        examples.ask(
                PUT,
                UPLOAD + "/mapping",
                """
                {"columns": {"TEXT": "comment", "OUTCOME": "verdict", "RULE": "clause"},
                 "outcomes": {"toxic": "VIOLATES", "fine": "SAFE"}}
                """);
        examples.ask(POST, UPLOAD + "/confirm", "{\"revision\": 2, \"changed\": \"KEEP\"}");
        var ready = upload("READY", PROBLEM, SAMPLE);
        examples.answer(POST, UPLOADS, ready);
        examples.answer(GET, UPLOAD, ready);
        examples.answer(PUT, UPLOAD + "/mapping", ready);
        examples.answer(GET, UPLOADS, Shown.page(upload("READY", "", "")));
        examples.answer(POST, UPLOAD + "/confirm", upload("IMPORTED", "", ""));
    }

    private static String upload(String state, String problems, String sample) {
        return """
        {"id": "0198c1b0-1111-7222-8333-444455556666", "slug": "spam", "format": "CSV",
         "source": "hand", "state": "%s", "revision": 2,
         "columns": ["text", "outcome", "label", "rule"],
         "mapping": {"columns": {"TEXT": "text", "OUTCOME": "outcome", "LABEL": "label",
                                 "RULE": "rule"}, "outcomes": {}},
         "progress": {"rows": 120, "checked": 120},
         "counts": {"added": 112, "known": 6, "changed": 1, "repeated": 0, "wrong": %d},
         "problems": [%s], "sample": [%s], "uploadedBy": "ava",
         "uploadedAt": "2026-03-01T08:00:00Z", "expiresAt": "2026-03-02T08:00:00Z"}
        """
                .formatted(state, problems.isEmpty() ? 0 : 1, problems, sample);
    }
}
