package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/// A policy version and the steps that it can take. Each step assumes that its conditions were
/// checked; the database checks the gravest again.
@Entity
@Table(name = "policy_version")
class VersionRow {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private String slug = "";
    private int number;

    @Enumerated(EnumType.STRING)
    private PolicyVersionStatus status = PolicyVersionStatus.DRAFT;

    @Version private int revision;
    private String text = "";
    private String author = "";
    private String lastEditor = "";

    /// Everyone who ever wrote on the text; only grows.
    private String[] editors = {};

    /// Who else may read and write the draft.
    private String[] invited = {};

    /// How often it was submitted; set by the database as well.
    private int submission;

    private @Nullable Integer baseNumber;

    /// How many versions had been approved when the base was taken.
    private int lineage;

    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;
    private @Nullable Instant submittedAt;
    private @Nullable String sha256;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;

    protected VersionRow() {}

    VersionRow(String slug, int number, String text, String author, Instant at) {
        this.slug = slug;
        this.number = number;
        this.text = text;
        this.author = author;
        this.lastEditor = author;
        this.editors = new String[] {author};
        this.createdAt = at;
        this.updatedAt = at;
    }

    void edit(String newText, String editor, Instant at) {
        text = newText;
        lastEditor = editor;
        if (!wasWrittenBy(editor)) {
            editors = Arrays.copyOf(editors, editors.length + 1);
            editors[editors.length - 1] = editor;
        }
        updatedAt = at;
    }

    void basedOn(@Nullable Integer base, int approvedByThen) {
        baseNumber = base;
        lineage = approvedByThen;
    }

    void submit(String bundle, Instant at) {
        status = PolicyVersionStatus.IN_REVIEW;
        submission++;
        sha256 = bundle;
        submittedAt = at;
        updatedAt = at;
    }

    void approve(@Nullable String approver, Instant at) {
        status = PolicyVersionStatus.APPROVED;
        approvedBy = approver;
        approvedAt = at;
        updatedAt = at;
    }

    void sendBack(Instant at) {
        status = PolicyVersionStatus.DRAFT;
        sha256 = null;
        submittedAt = null;
        updatedAt = at;
    }

    void close(Instant at) {
        status = PolicyVersionStatus.CLOSED;
        updatedAt = at;
    }

    void reopen(Instant at) {
        status = PolicyVersionStatus.DRAFT;
        updatedAt = at;
    }

    /// Whether only its writers read it.
    boolean isPrivate() {
        return status == PolicyVersionStatus.DRAFT || status == PolicyVersionStatus.CLOSED;
    }

    boolean wasWrittenBy(String person) {
        return Arrays.asList(editors).contains(person);
    }

    String lastEditor() {
        return lastEditor;
    }

    List<String> editors() {
        return List.of(editors);
    }

    List<String> invited() {
        return List.of(invited);
    }

    int submission() {
        return submission;
    }

    @Nullable Integer baseNumber() {
        return baseNumber;
    }

    int lineage() {
        return lineage;
    }

    String slug() {
        return slug;
    }

    int number() {
        return number;
    }

    PolicyVersionStatus status() {
        return status;
    }

    int revision() {
        return revision;
    }

    String text() {
        return text;
    }

    String author() {
        return author;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    @Nullable String sha256() {
        return sha256;
    }

    @Nullable String approvedBy() {
        return approvedBy;
    }

    @Nullable Instant approvedAt() {
        return approvedAt;
    }
}
