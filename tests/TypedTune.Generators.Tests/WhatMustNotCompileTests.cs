namespace TypedTune.Generators.Tests;

/// <summary>The design's table of lines that must not compile: each is refused, by whom and where the table says.</summary>
public sealed class WhatMustNotCompileTests
{
    [Fact]
    public async Task TheSameLinesSpelledRight_Compile() => Assert.Empty(await Compiling.Diagnose(UserCode.District, UserCode.Model, UserCode.Statements("""
        Grid<HousingModel> grid = p.RandomForest.MaxFeatures.In(4, 6) * p.Preprocessing.Geo.Clusters.In(5) * p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1).Steps(3);
        _ = new GridSearch<HousingModel>(grid) { Scoring = Metric.RootMeanSquaredError };
        """)));

    [Fact]
    public Task MisspeltHyperparameter_IsRefusedByTheCompilerAtTheName() =>
        Refused("_ = p.RandomForest.MaxFeature;", "CS1061", "MaxFeature");

    [Fact]
    public Task TextForANumber_IsRefusedAtTheText() =>
        RefusedByBoth("_ = p.Preprocessing.Geo.Clusters.In(\"5\");", "CS1503", "TT1012", "\"5\"", "Clusters is no text; write 5");

    [Fact]
    public Task ContinuumForAGrid_IsRefusedAtTheContinuum() => RefusedByBoth(
        "_ = new GridSearch<HousingModel>(p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1)) { Scoring = Metric.RootMeanSquaredError };",
        "CS1503",
        "TT1011",
        "p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1)",
        "A GridSearch tries every point, but p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1) is no list of points; list values by In(…), count a range by Steps(…), or take a RandomizedSearch");

    [Fact]
    public async Task ConstantBelowTheDeclaredMinimum_IsRefusedByTheAnalyzerAtTheLiteral()
    {
        string message = await Refused("_ = p.Preprocessing.Geo.Clusters.In(0);", "TT1001", "0");

        Assert.Equal("Clusters must be at least 1, but is 0", message);
    }

    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.In(5, -1, 8)", "-1")]
    [InlineData("p.Preprocessing.Geo.Clusters.In([5, 0])", "0")]
    [InlineData("p.Preprocessing.Geo.Clusters.In(new[] { 5, 0 })", "0")]
    [InlineData("p.Preprocessing.Geo.Clusters.Uniform(0, 10)", "0")]
    [InlineData("p.Preprocessing.Geo.Gamma.LogUniform(0, 1)", "0")]
    [InlineData("p.Preprocessing.Geo.Gamma.Uniform(-2.5, 1)", "-2.5")]
    [InlineData("p.RandomForest.MaxFeatures.Fraction.Uniform(0.5, 1.5)", "1.5")]
    [InlineData("p.RandomForest.MaxFeatures.Count.In(0)", "0")]
    [InlineData("p.RandomForest.MaxDepth.In(0, 3)", "0")]
    [InlineData("p.RandomForest.MaxDepth.In(null, 0)", "0")]
    public Task ConstantOutsideTheBounds_IsRefusedAtTheLiteralWhereverItStands(string expression, string literal) =>
        Refused($"_ = {expression};", "TT1001", literal);

    [Fact]
    public async Task CategoryOnANumericStep_IsRefusedByTheAnalyzerAtTheColumn()
    {
        var diagnostics = await Compiling.Diagnose(UserCode.District, """
            namespace Housing;

            [ColumnTransformer<District>]
            public sealed partial record Features
            {
                [Columns(nameof(District.OceanProximity))]
                public StandardScaler Scale { get; init; } = new();
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("TT0103", diagnostic.Id);
        Assert.Equal("District.OceanProximity holds categories, but Features.Scale needs numbers; give the column to a branch for categories, or begin this one with a step that reads them", diagnostic.GetMessage());
        Assert.Equal("nameof(District.OceanProximity)", diagnostic.Location.SourceTree!.GetRoot(TestContext.Current.CancellationToken).FindNode(diagnostic.Location.SourceSpan).ToString());
    }

    [Fact]
    public async Task RegressionMetricOnAClassifier_IsRefused()
    {
        var diagnostics = await Compiling.Diagnose("""
            public static class Statements
            {
                public static void Run() => _ = new GridSearch<KNeighborsClassifier>(KNeighborsClassifier.Space.Neighbors.In(3, 5))
                {
                    Scoring = Metric.RootMeanSquaredError,
                };
            }
            """);

        Assert.Equal(["CS0029", "TT1010"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal("RootMeanSquaredError cannot score KNeighborsClassifier, which predicts labels and their probabilities; take Metric.Accuracy, Metric.BalancedAccuracy, Metric.MatthewsCorrelation, Metric.LogLoss, Metric.BrierScore or another of Metric", diagnostics[1].GetMessage());
    }

    [Fact]
    public async Task RegressionMetricOnAClassifiersCrossValidation_IsRefused()
    {
        var diagnostics = await Compiling.Diagnose("""
            public static class Statements
            {
                public static void Run(Dataset data)
                {
                    new KNeighborsClassifier().CrossValidate(data, new KFold(3), Metric.Accuracy);
                    new KNeighborsClassifier().CrossValidate(data, new KFold(3), Metric.RootMeanSquaredError);
                }
            }
            """);

        Assert.Equal(["CS1503", "TT1010"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(diagnostics[0].Location, diagnostics[1].Location);
    }

    [Fact]
    public async Task ClassificationMetricOnAClassifier_Compiles() => Assert.Empty(await Compiling.Diagnose("""
        public static class Statements
        {
            public static void Run() => _ = new GridSearch<KNeighborsClassifier>(KNeighborsClassifier.Space.Neighbors.In(3, 5)) { Scoring = Metric.Accuracy };
        }
        """));

    [Theory]
    [InlineData("RandomForestClassifier")]
    [InlineData("DecisionTreeClassifier")]
    [InlineData("KNeighborsClassifier")]
    [InlineData("EndsInATree")]
    [InlineData("Nested")]
    [InlineData("AllOptionsTell")]
    public async Task LogLossOnAClassifierWithProbabilities_Compiles(string classifier) => Assert.Empty(await Compiling.Diagnose(Probabilities, ScoredByLogLoss(classifier)));

    [Theory]
    [InlineData("Majority")]
    [InlineData("EndsInMajority")]
    [InlineData("OneOptionDoesNotTell")]
    [InlineData("AnyClassifier")]
    [InlineData("Ridge")]
    public async Task LogLossOnAnEstimatorWithoutProbabilities_IsRefusedAtTheMetric(string estimator)
    {
        var diagnostics = await Compiling.Diagnose(Probabilities, ScoredByLogLoss(estimator));

        Assert.Equal(["CS0029", "TT1010"], diagnostics.Select(diagnostic => diagnostic.Id));
        var diagnostic = diagnostics[1];
        Assert.StartsWith($"LogLoss cannot score {estimator}, ", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("new LogLoss()", diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    private const string Probabilities = """
        public sealed class LogLoss : ProbabilityMetric
        {
            public override string Name => "log loss";
            public override Direction Direction => Direction.Minimize;
            protected override double Compute(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights)
            {
                double sum = 0, total = 0;
                for (int row = 0; row < truth.Length; row++)
                {
                    sum -= weights[row] * Math.Log(Math.Max(probabilities[row, truth[row]], 1e-15));
                    total += weights[row];
                }
                return sum / total;
            }
        }

        public sealed record Majority : IClassifier<Majority, FittedMajority>
        {
            public FittedMajority Fit(FeatureMatrix features, Categories target, FitContext? context = null) => new();
        }

        public sealed class FittedMajority : IFittedClassifier
        {
            public Categories Predict(FeatureMatrix features, FitContext? context = null) => new(["a"], new int[features.RowCount]);
        }

        [Pipeline]
        public sealed partial record EndsInATree { public StandardScaler Scale { get; init; } = new(); public DecisionTreeClassifier Tree { get; init; } = new(); }

        [Pipeline]
        public sealed partial record Nested { public StandardScaler Scale { get; init; } = new(); public EndsInATree Inner { get; init; } = new(); }

        [Pipeline]
        public sealed partial record EndsInMajority { public StandardScaler Scale { get; init; } = new(); public Majority Majority { get; init; } = new(); }

        [Pipeline]
        public sealed partial record AllOptionsTell
        {
            public StandardScaler Scale { get; init; } = new();
            [OneOf<RandomForestClassifier, EndsInATree>] public IClassifier Model { get; init; } = new RandomForestClassifier();
        }

        [Pipeline]
        public sealed partial record OneOptionDoesNotTell
        {
            public StandardScaler Scale { get; init; } = new();
            [OneOf<RandomForestClassifier, Majority>] public IClassifier Model { get; init; } = new RandomForestClassifier();
        }

        [Pipeline]
        public sealed partial record AnyClassifier { public StandardScaler Scale { get; init; } = new(); public IClassifier Model { get; init; } = new RandomForestClassifier(); }
        """;

    private static string ScoredByLogLoss(string estimator) => $$"""
        public static class Statements
        {
            public static void Run(Grid<{{estimator}}> grid) => _ = new GridSearch<{{estimator}}>(grid) { Scoring = new LogLoss() };
        }
        """;

    // The compiler knows that it is wrong, and the rule what would be right.
    private static async Task RefusedByBoth(string statement, string compiler, string rule, string at, string message)
    {
        var diagnostics = await Compiling.Diagnose(UserCode.District, UserCode.Model, UserCode.Statements(statement));

        Assert.Equal([compiler, rule], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(diagnostics, diagnostic => Assert.Equal(at, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        Assert.Equal(message, diagnostics[1].GetMessage());
    }

    private static async Task<string> Refused(string statement, string id, string at)
    {
        var diagnostics = await Compiling.Diagnose(UserCode.District, UserCode.Model, UserCode.Statements(statement));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(at, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        return diagnostic.GetMessage();
    }
}
