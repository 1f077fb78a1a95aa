namespace TypedTune.Learning.Tests.Searching;

[Pipeline]
public sealed partial record SoilPipeline
{
    public CategoryImputer Impute { get; init; } = new();
    public OneHotEncoder Encode { get; init; } = new();
}

[Pipeline]
public sealed partial record RainPipeline
{
    public SimpleImputer Impute { get; init; } = new();
    public StandardScaler Scale { get; init; } = new();
}

[ColumnTransformer<Plot>]
public sealed partial record PlotFeatures
{
    [Columns(nameof(Plot.East), nameof(Plot.North))]
    public ClusterSimilarity Geo { get; init; } = new() { Clusters = 4, Seed = 1 };

    [Columns(nameof(Plot.Soil))]
    public SoilPipeline Soil { get; init; } = new();

    [Remainder]
    public RainPipeline Rest { get; init; } = new();
}

[Pipeline]
public sealed partial record PlotModel
{
    public PlotFeatures Features { get; init; } = new();
    public RandomForestRegressor Forest { get; init; } = new() { Trees = 10, Seed = 1 };

    /// <summary>The chapter's shape: two grids that overlap in two candidates.</summary>
    public static Grid<PlotModel> OverlappingGrids()
    {
        var p = Space;
        return (p.Features.Geo.Clusters.In(3, 4, 5) * p.Forest.MaxFeatures.In(1, 2, 3))
            + (p.Features.Geo.Clusters.In(5, 6) * p.Forest.MaxFeatures.In(2, 3, 4));
    }
}
