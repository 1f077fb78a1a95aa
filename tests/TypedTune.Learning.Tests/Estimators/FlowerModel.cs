namespace TypedTune.Learning.Tests;

[Pipeline]
public sealed partial record FlowerColours
{
    public CategoryImputer Impute { get; init; } = new();
    public OneHotEncoder Encode { get; init; } = new();
}

[Pipeline]
public sealed partial record FlowerNumbers
{
    public SimpleImputer Impute { get; init; } = new();

    /// <summary>A step that maps no single rows.</summary>
    public Doubling Double { get; init; } = new();
}

[ColumnTransformer<Flower>]
public sealed partial record FlowerFeatures
{
    [Columns(nameof(Flower.Colour))]
    public FlowerColours Colours { get; init; } = new();

    [Remainder]
    public FlowerNumbers Numbers { get; init; } = new();
}

[Pipeline]
public sealed partial record FlowerModel
{
    public FlowerFeatures Features { get; init; } = new();

    [OneOf<RandomForestClassifier, KNeighborsClassifier>]
    public IClassifier Model { get; init; } = new RandomForestClassifier { Trees = 11, Seed = 1 };
}

[Pipeline]
public sealed partial record ScaledNeighbors
{
    public StandardScaler Scale { get; init; } = new();
    public KNeighborsClassifier Neighbors { get; init; } = new();
}

/// <summary>A user's step: no capabilities, but what is saved.</summary>
public sealed partial record Doubling : ITransformer<FittedDoubling>
{
    [Hyperparameter(Min = 1, Max = 9)]
    public double Factor { get; init; } = 2;

    public FittedDoubling Fit(FeatureMatrix input, FitContext? context = null) => new(Factor, input.Names);
}

public sealed record FittedDoubling(double Factor, FeatureNames FeatureNames) : IFittedStep<FeatureMatrix, FeatureMatrix>, IPersistentModel<FittedDoubling>
{
    static string IPersistentModel<FittedDoubling>.ModelName => nameof(Doubling);

    public FeatureMatrix Transform(FeatureMatrix input)
    {
        input.RequireFinite(FeatureNames, nameof(Doubling));
        return FeatureMatrix.FromColumnMajor([.. input.AsColumnMajor().ToArray().Select(value => Factor * value)], input.RowCount, FeatureNames);
    }

    void IPersistentModel<FittedDoubling>.Write(ModelWriter writer)
    {
        writer.Number("Factor", Factor);
        writer.FeatureNames("Names", FeatureNames);
    }

    static FittedDoubling IPersistentModel<FittedDoubling>.Read(ModelReader reader) => new(reader.Number("Factor"), reader.FeatureNames("Names"));
}
