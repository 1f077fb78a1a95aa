using CsCheck;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1101 and TT1102: the count in the editor is the count that runs.</summary>
public sealed class CandidateCountAnalyzerTests
{
    private const string Chapter =
        "p.Preprocessing.Geo.Clusters.In(5, 8, 10) * p.RandomForest.MaxFeatures.In(4, 6, 8) + p.Preprocessing.Geo.Clusters.In(10, 15) * p.RandomForest.MaxFeatures.In(6, 8, 10)";

    [Fact]
    public async Task GridsOfTheChapter_AreCountedWithTheirFits() => Assert.Equal(
        [("TT1101", "15 candidates (13 distinct); with 3 folds 45 fits, 39 needed", Chapter)],
        await Count($"_ = new GridSearch<HousingModel>({Chapter}) {{ Scoring = Metric.RootMeanSquaredError, Evaluation = new KFold(3) }};"));

    [Theory]
    [InlineData("new OutOfBag()", "out of bag")]
    [InlineData("new Holdout(0.2) { Seed = 1 }", "with a holdout")]
    public async Task EvaluationThatFitsOnce_IsCountedOnce(string evaluation, string words) => Assert.Equal(
        [("TT1101", $"15 candidates (13 distinct); {words} 15 fits, 13 needed", Chapter)],
        await Count($"_ = new GridSearch<HousingModel>({Chapter}) {{ Scoring = Metric.RootMeanSquaredError, Evaluation = {evaluation} }};"));

    [Fact]
    public async Task GridInAVariable_IsCountedWhereItIsMadeAndWhereItIsSearched() => Assert.Equal(
        [("TT1101", "15 candidates (13 distinct)", Chapter), ("TT1101", "15 candidates (13 distinct); with 5 folds 75 fits, 65 needed", "grid")],
        await Count($"var grid = {Chapter}; _ = new GridSearch<HousingModel>(grid) {{ Scoring = Metric.RootMeanSquaredError }};"));

    [Theory]
    [InlineData("int[] sizes = [5, 8]; int steps = 3; var grid = p.Preprocessing.Geo.Clusters.In(sizes) * p.Preprocessing.Geo.Gamma.Uniform(1, 2).Steps(steps);", "6 candidates")]
    [InlineData("var a = p.RandomForest.Trees.In(1); var b = a + a; var c = b + b; var d = c + c; var e = d + d; var f = e + e; var g = f + f; var h = g + g; var i = h + h; var j = i + i; var k = j + j; var l = k + k; var m = l + l; var n = m + m; var o = n + n; var q = o + o;", "512 candidates")]
    [InlineData("} private static readonly Grid<HousingModel> Trees = HousingModel.Space.RandomForest.Trees.In(1, 2); private static Grid<HousingModel> More() { return Trees * HousingModel.Space.RandomForest.MaxFeatures.Sqrt();", "2 candidates")]
    public async Task GridOfVariables_IsCountedAsFarAsItIsSeen(string statements, string message) =>
        Assert.Equal(message, (await Count(statements))[^1].Message);

    [Fact]
    public async Task GridThatNamesItself_IsNotCounted() => Assert.Empty(await Count("var grid = grid * grid + grid;"));

    [Fact]
    public async Task EveryOptionOfAChoice_IsCounted()
    {
        var said = await Compiling.DiagnoseAll("""
            [Pipeline]
            public sealed partial record Model
            {
                public StandardScaler Scale { get; init; } = new();
                [OneOf<RandomForestRegressor, Ridge, KNeighborsRegressor>] public IRegressor Last { get; init; } = new Ridge();
            }

            public static class Statements
            {
                public static Grid<Model> Grid => Model.Space.Last.Any() * Model.Space.Scale.WithMean.Any();
            }
            """);

        Assert.Equal("6 candidates", Assert.Single(said, diagnostic => diagnostic.Id == "TT1101").GetMessage());
    }

    [Theory]
    [InlineData("p.RandomForest.Trees.Uniform(1, 10)", "10 candidates; with 3 folds 30 fits")]
    [InlineData("p.RandomForest.Trees.Uniform(1, 10, 4)", "3 candidates; with 3 folds 9 fits")]
    [InlineData("p.RandomForest.Trees.In(10)", "1 candidate; with 3 folds 3 fits")]
    [InlineData("p.RandomForest.Trees.In(10, 10)", "2 candidates (1 distinct); with 3 folds 6 fits, 3 needed")]
    [InlineData("p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1).Steps(4) * p.Preprocessing.Rest.WithMean.Any()", "8 candidates; with 3 folds at most 24 fits")]
    [InlineData("p.RandomForest.MaxDepth.In(null, 3) * p.RandomForest.MaxFeatures.Sqrt()", "2 candidates; with 3 folds 6 fits")]
    [InlineData("p.RandomForest.Trees.Uniform(1, 1000000) * p.Preprocessing.Geo.Clusters.Uniform(1, 1000000)", "1000000000000 candidates; with 3 folds at most 3000000000000 fits")]
    public async Task Grid_IsCounted(string grid, string message)
    {
        string said = Assert.Single(await Count($"_ = new GridSearch<HousingModel>({grid}) {{ Scoring = Metric.RootMeanSquaredError, Evaluation = new KFold(3) }};")).Message;

        Assert.Equal(message, said);
    }

    [Theory]
    [InlineData("p.RandomForest.Trees.In(Environment.ProcessorCount) * p.Preprocessing.Geo.Clusters.Uniform(1, Environment.ProcessorCount)")]
    [InlineData("(p.RandomForest.Trees.In(1, 2) * p.Preprocessing.Geo.Clusters.In(1)).Where(m => m.RandomForest.Trees > 1)")]
    [InlineData("p.RandomForest.Trees.LogUniform(1, 10).Steps(8)")]
    public async Task GridThatIsNotAllConstant_IsNotCounted(string grid) =>
        Assert.DoesNotContain(await Count($"_ = new GridSearch<HousingModel>({grid}) {{ Scoring = Metric.RootMeanSquaredError }};"), said => said.At == grid);

    [Fact]
    public async Task FoldsThatAreComputed_AreLeftOut() => Assert.Equal(
        "2 candidates",
        Assert.Single(await Count("_ = new GridSearch<HousingModel>(p.RandomForest.Trees.In(1, 2)) { Scoring = Metric.RootMeanSquaredError, Evaluation = new KFold(Environment.ProcessorCount) };")).Message);

    [Fact]
    public async Task TooManyCandidates_AreWarnedOf() => Assert.Equal(
        "10001 candidates are more than 10000; take a RandomizedSearch, or raise 'typedtune_max_candidates' in .editorconfig",
        Assert.Single(await GridAlgebra.Say("_ = new GridSearch<HousingModel>(p.RandomForest.Trees.Uniform(1, 10001)) { Scoring = Metric.RootMeanSquaredError };", "TT1102")).Message);

    [Theory]
    [InlineData("14", true)]
    [InlineData("15", false)]
    public async Task LimitOfTheEditorconfig_IsUsed(string limit, bool isWarned)
    {
        var diagnostics = await Compiling.DiagnoseAll(
            new Dictionary<string, string> { ["typedtune_max_candidates"] = limit },
            UserCode.District, UserCode.Model, UserCode.Statements($"_ = new GridSearch<HousingModel>({Chapter}) {{ Scoring = Metric.RootMeanSquaredError }};"));

        Assert.Equal(isWarned, diagnostics.Any(diagnostic => diagnostic.Id == "TT1102"));
    }

    [Fact]
    public void EveryCount_IsTheLibrarys() => GenGrid.Array[40].Sample(
        grids =>
        {
            string lines = string.Join("\n", grids.Select((grid, i) => $"Grid<Toy> grid{i} = {grid};\nresult += $\"{{grid{i}.Count}} {{grid{i}.CountDistinct()}}\\n\";"));
            string source = Toy.Replace("/*lines*/", lines, StringComparison.Ordinal);
            string[] expected = Compiling.Run(source).GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var said = Compiling.DiagnoseAll(source).GetAwaiter().GetResult()
                .Where(diagnostic => diagnostic.Id == "TT1101")
                .ToDictionary(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic => diagnostic.GetMessage());
            int first = source.Split('\n').TakeWhile(line => !line.Contains("grid0 =", StringComparison.Ordinal)).Count();
            int counted = 0;
            for (int i = 0; i < grids.Length; i++)
            {
                if (!said.TryGetValue(first + (2 * i), out string? message))
                    continue;
                counted++;
                string[] numbers = expected[i].Split(' ');
                string whole = numbers[0] == "1" ? "1 candidate" : $"{numbers[0]} candidates";

                // Where terms vary different things the distinct ones are not certain, and not said.
                Assert.Contains(message, new[] { numbers[0] == numbers[1] ? whole : $"{whole} ({numbers[1]} distinct)", whole });
            }

            Assert.True(counted > 20, $"Only {counted} of {grids.Length} grids were counted.");
        },
        iter: Iterations.Of(8));

    private const string Toy = """
        #pragma warning disable TT1003
        public enum Shade { Light, Dark, Black = Dark }

        public sealed partial record Toy
        {
            [Hyperparameter(Min = 0, Max = 9)] public int Size { get; init; } = 1;
            [Hyperparameter] public double Rate { get; init; } = 0.5;
            [Hyperparameter] public bool Flag { get; init; }
            [Hyperparameter] public Shade? Shade { get; init; }
            [Hyperparameter] public MaxFeatures Features { get; init; }
            [OneOf<Small, Large>] public object Part { get; init; } = new Small();
        }

        public sealed partial record Small { [Hyperparameter] public int Size { get; init; } }

        public sealed partial record Large { [Hyperparameter] public int Size { get; init; } [Hyperparameter] public bool Flag { get; init; } }

        public static class Program
        {
            public static string Run()
            {
                string result = "";
                var p = Toy.Space;
                /*lines*/
                return result;
            }
        }
        """;

    private static readonly Gen<string> GenInt = Gen.Int[0, 5].Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static readonly Gen<string> GenInts = GenInt.Array[1, 4].Select(values => string.Join(", ", values));

    private static readonly Gen<string>[] GenFactors =
    [
        Gen.OneOf(GenInts.Select(values => $"p.Size.In({values})"), GenInts.Select(values => $"p.Size.In([{values}])"), Gen.Select(Gen.Int[0, 4], Gen.Int[4, 9], Gen.Int[1, 3], (low, high, step) => $"p.Size.Uniform({low}, {high}, {step})")),
        Gen.OneOf(GenInts.Select(values => $"p.Rate.In({values})"), Gen.Int[1, 4].Select(count => $"p.Rate.Uniform(0, 1).Steps({count})"), Gen.Int[1, 4].Select(i => $"p.Rate.Uniform(0, 1, 0.{i})")),
        Gen.OneOf(Gen.Const("p.Flag.Any()"), Gen.Const("p.Flag.In(true)"), Gen.Const("p.Flag.In(true, false, true)")),
        Gen.OneOf(Gen.Const("p.Shade.Any()"), Gen.Const("p.Shade.In(Shade.Light, null)"), Gen.Const("p.Shade.In(Shade.Dark, Shade.Black)")),
        Gen.OneOf(
            GenInts.Select(values => $"p.Features.In({values.Replace("0", "6", StringComparison.Ordinal)})"),
            GenInts.Select(values => $"p.Features.Count.In({values.Replace("0", "6", StringComparison.Ordinal)})"),
            Gen.Const("p.Features.Sqrt()"),
            Gen.Const("p.Features.In(MaxFeatures.Sqrt, MaxFeatures.Count(2))"),
            Gen.Const("p.Features.Fraction.In(0.5, 1)")),
        Gen.OneOf(GenInts.Select(values => $"p.Part.Small.Size.In({values})"), GenInts.Select(values => $"p.Part.Large.Size.In({values})"), GenInts.Select(values => $"p.Part.Large.Size.In({values}) * p.Part.Large.Flag.Any()")),
    ];

    private static readonly Gen<string> GenTerm = Gen.Bool.Array[6].Where(chosen => chosen.Count(isTaken => isTaken) is 1 or 2 or 3).SelectMany(chosen =>
        Gen.Shuffle(GenFactors.Where((_, i) => chosen[i]).ToArray()).SelectMany(factors => factors.Aggregate(Gen.Const(""), (product, factor) => Gen.Select(product, factor, (a, b) => a.Length == 0 ? b : $"{a} * {b}"))));

    private static readonly Gen<string> GenGrid = Gen.OneOf(
        GenTerm.Array[2, 4].Select(terms => string.Join(" + ", terms)),
        Gen.Select(GenTerm, GenTerm, (a, b) => $"{a} + {a} + {b}"),
        Gen.Select(GenFactors[0], GenFactors[0], GenFactors[2], (a, b, c) => $"({a} + {b}) * {c}"),
        Gen.Select(GenFactors[0], GenFactors[4], (a, b) => $"({a} * {b}) + ({b} * {a})"));

    private static Task<IReadOnlyList<(string Id, string Message, string At)>> Count(string statements) => GridAlgebra.Say(statements, "TT1101");
}
