package dev.precept.contracts.policy;

import java.util.Map;

/// Replaces what an organisation has changed.
///
/// @param levels by code; a code that is not named has its usual level
public record LintSettingsEdit(Map<String, LintLevel> levels) {

    public LintSettingsEdit {
        levels = Map.copyOf(levels);
    }
}
