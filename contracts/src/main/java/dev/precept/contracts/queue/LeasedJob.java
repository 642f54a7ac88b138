package dev.precept.contracts.queue;

import dev.precept.contracts.content.Content;

/// One job in a worker's hands.
///
/// @param fencingToken the attempt; whatever is said of the job must carry it, and is refused once
///   a later attempt has begun
/// @param watched whether somebody reads along while the model writes; send them its thoughts
public record LeasedJob(JobId id, int fencingToken, Lane lane, boolean watched, Content content) {}
