namespace TypedTune.Generators.Vocabulary;

/// <summary>The names of the steps of the pipeline, by which tests see what ran again.</summary>
internal static class TrackingNames
{
    public const string Types = "Types";
}
