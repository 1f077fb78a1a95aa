namespace Housing;

#region model
[Pipeline]
public sealed partial record HousingModel
{
    public HousingFeatures Preprocessing { get; init; } = new();
    public RandomForestRegressor RandomForest { get; init; } = new() { Seed = 42 };
}
#endregion
