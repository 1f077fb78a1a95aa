namespace Housing;

#region features
[ColumnTransformer<District>]
public sealed partial record HousingFeatures
{
    [Columns(nameof(District.TotalBedrooms), nameof(District.TotalRooms))]
    public RatioPipeline Bedrooms { get; init; } = new();

    [Columns(nameof(District.TotalRooms), nameof(District.Households))]
    public RatioPipeline RoomsPerHouse { get; init; } = new();

    [Columns(nameof(District.Population), nameof(District.Households))]
    public RatioPipeline PeoplePerHouse { get; init; } = new();

    [Columns(nameof(District.TotalBedrooms), nameof(District.TotalRooms), nameof(District.Population), nameof(District.Households), nameof(District.MedianIncome))]
    public LogPipeline Log { get; init; } = new();

    [Columns(nameof(District.Latitude), nameof(District.Longitude))]
    public ClusterSimilarity Geo { get; init; } = new() { Clusters = 10, Gamma = 1.0, Seed = 42 };

    [Columns(nameof(District.OceanProximity))]
    public CategoryPipeline Category { get; init; } = new();

    [Remainder]
    public NumericPipeline Rest { get; init; } = new();
}
#endregion
