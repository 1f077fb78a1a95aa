namespace TypedTune.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what ran again.</summary>
internal static class TrackingNames
{
    public const string Types = "Types";
    public const string Components = "Components";
    public const string Rows = "Rows";
}
