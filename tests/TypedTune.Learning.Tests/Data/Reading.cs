namespace TypedTune.Learning.Tests.Data;

/// <summary>A row whose types keep less than a double does.</summary>
[Row]
public sealed partial record Reading
{
    public required float Single { get; init; }
    public required decimal Money { get; init; }

    [Column(Levels = ["low", "high"])]
    public required string Level { get; init; }

    [Target]
    public double Value { get; init; }
}

[ColumnTransformer<Reading>]
public sealed partial record ReadingFeatures
{
    [Columns(nameof(Reading.Level))]
    public OneHotEncoder Level { get; init; } = new() { UnknownCategories = UnknownCategories.Ignore };

    [Remainder]
    public Passthrough Übrige { get; init; } = new();
}

[Pipeline]
public sealed partial record ReadingModel
{
    public ReadingFeatures Features { get; init; } = new();
    public Ridge Größe { get; init; } = new() { Alpha = 1e-6 };
}
