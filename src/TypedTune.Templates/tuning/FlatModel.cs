namespace TuningApp;

/// <summary>What is made of which columns.</summary>
[ColumnTransformer<Flat>]
public sealed partial record FlatFeatures
{
    [Columns(nameof(Flat.Heating))]
    public OneHotEncoder Heating { get; init; } = new();

    [Remainder]
    public SimpleImputer Numbers { get; init; } = new();
}

/// <summary>The features and the model, one after the other.</summary>
[Pipeline]
public sealed partial record FlatModel
{
    public FlatFeatures Features { get; init; } = new();
    public RandomForestRegressor Forest { get; init; } = new() { Seed = 42 };
}
