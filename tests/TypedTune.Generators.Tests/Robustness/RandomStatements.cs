namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Random statements of a user's method: spaces, searches, dictionaries, fits. Legal by their types, if not by the rules.</summary>
internal sealed class RandomStatements(Dice dice)
{
    private static readonly IReadOnlyList<string> Before = [UserCode.District, UserCode.Model, UserCode.Statements("")];
    private static readonly string[] Wholes = ["p.Preprocessing.Geo.Clusters", "p.RandomForest.Trees", "p.RandomForest.MinSamplesLeaf", "p.RandomForest.MaxDepth", "p.RandomForest.MaxFeatures.Count"];
    private static readonly string[] Reals = ["p.Preprocessing.Geo.Gamma", "p.RandomForest.MaxFeatures.Fraction"];
    private static readonly string[] Choices = ["p.Preprocessing.Rest.WithStandardDeviation", "p.Preprocessing.Rest.WithMean", "p.Preprocessing.Bedrooms.Impute.Strategy"];
    private static readonly string[] Keys = ["random_forest__trees", "random_forest__max_features", "preprocessing__geo__n_clusters", "preprocessing__geo__gamma", "random_forest__max_depth", "random_forest__tree", "", "__", "a", "preprocessing__", "__geo"];
    private static readonly string[] Conditions = ["m => true", "m => m.RandomForest.Trees > 3", "static m => m.Preprocessing.Geo.Gamma < 1", "_ => throw new InvalidOperationException()"];

    private int _locals;

    /// <summary>A project with such statements.</summary>
    public static (IReadOnlyList<string> Before, string Text) Use(Dice dice) =>
        (Before, UserCode.Statements($"Table<District> table = default!;\n{new RandomStatements(dice).Next()}"));

    private string Next() => string.Join("\n", Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => Statement()));

    private string Statement() => dice.Next(9) switch
    {
        0 => $"var v{++_locals} = {Space(2)}; _ = {(dice.OneIn(2) ? $"v{_locals} * v{_locals}" : $"v{_locals} + {Space(1)}")};{(dice.OneIn(3) ? $" v{_locals} = v{_locals};" : "")}",
        1 => $"_ = new GridSearch<HousingModel>({Grid(3)}) {{ Scoring = Metric.RootMeanSquaredError, Evaluation = {dice.Pick(["new KFold(3)", "new KFold(int.MaxValue)", "new KFold(Environment.ProcessorCount)", "new StratifiedKFold(5)"])} }};",
        2 => $"var v{++_locals} = new Dictionary<string, object> {{ {string.Join(", ", Enumerable.Range(0, dice.Next(4)).Select(_ => $"[\"{dice.Pick(Keys)}\"] = {Values()}"))} }};",
        3 => $"var v{++_locals} = new[] {{ {string.Join(", ", Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => $"new Dictionary<string, object> {{ [\"{dice.Pick(Keys)}\"] = {Values()} }}"))} }};",
        4 => $"new HousingFeatures().Fit(table); var (t{++_locals}, u{_locals}) = table.Split(0.2, {Whole()}); new HousingModel().Fit({dice.Pick(["table", $"t{_locals}"])});",
        5 => $"_ = new ClusterSimilarity {{ Clusters = {Whole()}, Gamma = {Real()} }}; _ = HousingModel.SpaceFrom(new HousingModel {{ RandomForest = new() {{ Trees = {Whole()} }} }});",
        6 => $"_ = {string.Join(dice.Pick([" + ", " * "]), Enumerable.Range(0, 2 + dice.Next(40)).Select(_ => Grid(0)))};",
        7 => $"Space<HousingModel> v{++_locals} = {Space(3)}; foreach (var m in ({Grid(1)})) {{ _ = m; }}",
        _ => $"_ = {Space(4)};",
    };

    private string Space(int depth) => dice.Next(8) switch
    {
        0 when depth > 0 => $"{Inner(depth)}.Where({dice.Pick(Conditions)})",
        1 => $"{dice.Pick(Reals)}.{dice.Pick(["Uniform", "LogUniform"])}({Real()}, {Real()})",
        2 => $"{Wholes[dice.Next(3)]}.{dice.Pick(["LogUniform", "Normal", "LogNormal"])}({Whole()}, {Whole()})",
        3 or 4 when depth > 0 => $"{Inner(depth)} {dice.Pick(["*", "+"])} {Inner(depth)}",
        _ => Grid(depth),
    };

    private string Inner(int depth) => $"({Space(depth - 1)})";

    private string Grid(int depth) => depth > 0 && dice.OneIn(2)
        ? $"({Grid(depth - 1)}) {dice.Pick(["*", "+"])} ({Grid(depth - 1)})"
        : dice.Next(7) switch
        {
            0 => $"{dice.Pick(Reals)}.LogUniform({Real()}, {Real()}).Steps({Whole()})",
            1 => $"{dice.Pick(Reals)}.In({List(Real)})",
            2 => $"{Wholes[dice.Next(3)]}.Uniform({Whole()}, {Whole()}{(dice.OneIn(2) ? $", {Whole()}" : "")})",
            3 => $"{dice.Pick(Choices)}.Any()",
            4 => "p.RandomForest.MaxDepth.Null()",
            5 => $"{Wholes[dice.Next(3)]}.Uniform(high: {Whole()}, low: {Whole()})",
            _ => $"{dice.Pick(Wholes)}.In({dice.Pick([List(Whole), $"[{List(Whole)}]", $"new[] {{ {List(Whole)} }}"])})",
        };

    private string List(Func<string> value) => string.Join(", ", Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => value()));

    private string Values() => dice.Pick([$"new[] {{ {List(Whole)} }}", $"new double[] {{ {List(Real)} }}", "new int?[] { null, 3 }", "3", "new[] { \"a\" }", "Array.Empty<int>()", "null!"]);

    private string Whole() => dice.Pick(["1", "2", "3", "5", "8", "100", "0", "-1", "int.MaxValue", "int.MinValue", "1 + 1", "Environment.ProcessorCount", "(3)", "'a'", "checked(2 * 3)"]);

    private string Real() => dice.Pick(["1", "0.5", "1e-3", "1.0", "0.1", "2.5", "0", "-1", "1e300", "double.NaN", "double.PositiveInfinity", "double.Epsilon", "1f", "Math.PI", "-0.0", "double.MaxValue"]);
}
