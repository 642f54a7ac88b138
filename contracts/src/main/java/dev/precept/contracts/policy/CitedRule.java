package dev.precept.contracts.policy;

import org.jspecify.annotations.Nullable;

/// A rule that approved versions had, that this version has not, and that is still cited.
///
/// @param openCases cases that are not decided, whose verdict cites it
/// @param goldenCases that expect it
/// @param settled whether the version says where it went
/// @param by the rule that stands for it now; null for none, or while it is not settled
/// @param because why none stands for it; empty otherwise
/// @param likely the rule of this version that has most of its words; null if none is alike
public record CitedRule(
        String id,
        int openCases,
        int goldenCases,
        boolean settled,
        @Nullable String by,
        String because,
        @Nullable String likely) {}
