namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>A project of a user that builds without a word; each mistake is an edit of it.</summary>
internal static class WorkingProject
{
    /// <summary>The files, by name.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Day.cs"] = """
            using TypedTune.Learning;

            [Row]
            public sealed partial record Day
            {
                public required double Temperature { get; init; }
                public required double Humidity { get; init; }
                public double? Wind { get; init; }
                public required string Sky { get; init; }
                [Target] public required double Rain { get; init; }
            }
            """,
        ["Smoothing.cs"] = """
            using TypedTune;
            using TypedTune.Learning;

            public sealed partial record Smoothing
            {
                [Hyperparameter(Min = 1, Max = 30)]
                public int Days { get; init; } = 7;
            }

            public sealed partial record Smoother : ITransformer<FittedPassthrough>
            {
                [Hyperparameter]
                public Smoothing Smoothing { get; init; } = new();

                public FittedPassthrough Fit(FeatureMatrix input, FitContext? context = null) => new Passthrough().Fit(input, context);
            }
            """,
        ["Features.cs"] = """
            using TypedTune.Learning;

            [Pipeline]
            public sealed partial record FilledPipeline
            {
                public SimpleImputer Impute { get; init; } = new();
                public StandardScaler Scale { get; init; } = new();
            }

            [ColumnTransformer<Day>]
            public sealed partial record Features
            {
                [Columns(nameof(Day.Wind))]
                public FilledPipeline Wind { get; init; } = new();

                [Columns(nameof(Day.Sky))]
                public OneHotEncoder Sky { get; init; } = new();

                [Remainder]
                public StandardScaler Rest { get; init; } = new();
            }
            """,
        ["Model.cs"] = """
            using TypedTune;
            using TypedTune.Learning;

            [Pipeline]
            public sealed partial record Model
            {
                public Features Features { get; init; } = new();
                public Smoother Smoother { get; init; } = new();
                public RandomForestRegressor Forest { get; init; } = new() { Seed = 42 };
            }
            """,
        ["Report.cs"] = """
            using TypedTune.Learning;

            internal static class Report
            {
                public static string Of(Table<Day> days, Model.Fitted model, Model.Hyperparameters<Model> space) => $"{days.RowCount} {model} {space}";
            }
            """,
        ["Program.cs"] = """
            using TypedTune;
            using TypedTune.Learning;

            var (train, test) = Day.ReadCsv("days.csv").Split(0.2, seed: 42);
            var p = Model.Space;
            var grid = p.Forest.Trees.In(50, 100) * p.Forest.MaxFeatures.In(2, 4) * p.Smoother.Smoothing.Days.In(3, 7);
            var search = new GridSearch<Model>(grid) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
            var result = search.Fit(train);
            var predictions = result.Model.Predict(test);
            Console.WriteLine($"{Report.Of(test, result.Model, p)}: {predictions}");
            """,
    };

    /// <summary>The project file: as that of a user, but that it refers to what was built here and not to packages.</summary>
    /// <param name="properties">Properties beside those of every such project.</param>
    public static string Project(string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Built}/TypedTune.dll;{Built}/TypedTune.Learning.dll" />
            <Analyzer Include="{Built}/TypedTune.Generators.dll" />
          </ItemGroup>
        </Project>
        """;

    private static string Built { get; } = Path.GetDirectoryName(typeof(SpaceGenerator).Assembly.Location)!;
}
