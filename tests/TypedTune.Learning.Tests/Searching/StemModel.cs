namespace TypedTune.Learning.Tests.Searching;

[ColumnTransformer<Stem>]
public sealed partial record StemFeatures
{
    [Remainder]
    public StandardScaler Scale { get; init; } = new();
}

[Pipeline]
public sealed partial record StemModel
{
    public StemFeatures Features { get; init; } = new();

    public RandomForestClassifier Forest { get; init; } = new() { Trees = 10, Seed = 1 };
}

[Pipeline]
public sealed partial record StemChoice
{
    public StandardScaler Scale { get; init; } = new();

    [OneOf<RandomForestClassifier, KNeighborsClassifier>]
    public IClassifier Model { get; init; } = new KNeighborsClassifier();
}
