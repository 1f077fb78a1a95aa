namespace TypedTune.Generators.Tests;

/// <summary>The code a user writes, as the design has it.</summary>
internal static class UserCode
{
    public const string District = """
        namespace Housing;

        [Row]
        public sealed partial record District
        {
            public required double Longitude { get; init; }
            public required double Latitude { get; init; }
            public required double HousingMedianAge { get; init; }
            public double? TotalBedrooms { get; init; }
            public required double TotalRooms { get; init; }
            public required string OceanProximity { get; init; }
            [Target] public required double MedianHouseValue { get; init; }
        }
        """;

    public const string Model = """
        namespace Housing;

        [Pipeline]
        public sealed partial record RatioPipeline
        {
            public SimpleImputer Impute { get; init; } = new() { Strategy = ImputeStrategy.Median };
            public ColumnRatio Ratio { get; init; } = new();
            public StandardScaler Scale { get; init; } = new();
        }

        [Pipeline]
        public sealed partial record CategoryPipeline
        {
            public CategoryImputer Impute { get; init; } = new();
            public OneHotEncoder Encode { get; init; } = new();
        }

        [ColumnTransformer<District>]
        public sealed partial record HousingFeatures
        {
            [Columns(nameof(District.TotalBedrooms), nameof(District.TotalRooms))]
            public RatioPipeline Bedrooms { get; init; } = new();

            [Columns(nameof(District.Latitude), nameof(District.Longitude))]
            public ClusterSimilarity Geo { get; init; } = new() { Clusters = 10, Gamma = 1.0, Seed = 42 };

            [Columns(nameof(District.OceanProximity))]
            public CategoryPipeline Category { get; init; } = new();

            [Remainder]
            public StandardScaler Rest { get; init; } = new();
        }

        [Pipeline]
        public sealed partial record HousingModel
        {
            public HousingFeatures Preprocessing { get; init; } = new();
            public RandomForestRegressor RandomForest { get; init; } = new() { Seed = 42 };
        }
        """;

    /// <summary>Statements of a user's method, in which <c>p</c> is the model's space and <c>districts</c> are rows.</summary>
    public static string Statements(string statements) => $$"""
        namespace Housing;

        public static class Statements
        {
            public static void Run(HousingModel.Hyperparameters<HousingModel> p, Table<District> districts)
            {
                {{statements}}
            }
        }
        """;
}
