namespace Serving;

#region model
[ColumnTransformer<Flat>]
public sealed partial record FlatFeatures
{
    [Columns(nameof(Flat.District), nameof(Flat.Heating))]
    public OneHotEncoder Categories { get; init; } = new();

    [Remainder]
    public SimpleImputer Numbers { get; init; } = new();
}

[Pipeline]
public sealed partial record FlatModel
{
    public FlatFeatures Features { get; init; } = new();
    public RandomForestRegressor Forest { get; init; } = new() { Seed = 42 };
}
#endregion
