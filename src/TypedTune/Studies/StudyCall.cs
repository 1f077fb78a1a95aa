namespace TypedTune;

/// <summary>What a caller gives a study besides its space and its objective.</summary>
/// <param name="Options">How it runs.</param>
/// <param name="Progress">Who is told.</param>
/// <param name="Known">Trials that need not be evaluated.</param>
/// <param name="Control">Who pauses it.</param>
/// <param name="CancellationToken">Who ends it.</param>
internal sealed record StudyCall<T>(StudyOptions Options, IProgress<StudyProgress>? Progress, IEnumerable<Trial<T>>? Known, RunControl? Control, CancellationToken CancellationToken);
