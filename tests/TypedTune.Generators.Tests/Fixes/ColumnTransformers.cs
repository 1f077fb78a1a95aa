namespace TypedTune.Generators.Tests.Fixes;

/// <summary>Column transformers to fix, over one row type.</summary>
internal static class ColumnTransformers
{
    public const string Rows = """
        [Row] public sealed partial record Reading
        {
            public required double Height { get; init; }
            public required double Width { get; init; }
            public required string Kind { get; init; }
            [Target] public required double Weight { get; init; }
        }

        """;
}
