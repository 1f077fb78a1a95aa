namespace TypedTune.Learning.Tests.Estimators;

/// <summary>An error about a name, a label or a text of ten million characters is no longer than a screen.</summary>
public sealed class HugeTextErrorTests
{
    private static readonly string s_huge = new('x', 10_000_000);
    private static readonly FeatureNames s_names = new(s_huge, "b");
    private static readonly FeatureMatrix s_features = FeatureMatrix.FromColumns(s_names, [1, 2, double.NaN], [1, 2, 3]);
    private static readonly FeatureMatrix s_whole = FeatureMatrix.FromColumns(s_names, [1, 2, 3], [1, 2, 3]);
    private static readonly Categories s_labels = Categories.From([s_huge, "b", "b"]);

    public static TheoryData<string, Action> Actions => new()
    {
        { "ridge", () => new Ridge().Fit(s_features, [1, 2, 3]) },
        { "scaler", () => new StandardScaler().Fit(s_features) },
        { "logarithm", () => new LogTransformer { Offset = -2 }.Fit(s_whole) },
        { "imputer", () => new SimpleImputer().Fit(FeatureMatrix.FromColumns(s_names, [double.NaN], [1])) },
        { "forest", () => new RandomForestRegressor { Trees = 1 }.Fit(FeatureMatrix.FromColumns(s_names, [double.PositiveInfinity], [1]), [1]) },
        { "other columns", () => new StandardScaler().Fit(s_whole).Transform(s_whole.WithNames(new FeatureNames("a", s_huge))) },
        { "class weights", () => ClassWeights.Of((s_huge, -1)) },
        { "class weights twice", () => ClassWeights.Of((s_huge, 1), (s_huge, 1)) },
        { "class weights of another", () => new RandomForestClassifier { Trees = 1, ClassWeights = ClassWeights.Of((s_huge + "y", 1)) }.Fit(s_whole, s_labels) },
        { "directions of another", () => new RandomForestRegressor { Trees = 1, MonotoneConstraints = MonotoneConstraints.None.Increasing(s_huge + "y") }.Fit(s_whole, [1, 2, 3]) },
        { "directions of three", () => new RandomForestClassifier { Trees = 1, MonotoneConstraints = MonotoneConstraints.None.Increasing("b") }.Fit(s_whole, Categories.From([s_huge, "b", "c"])) },
        { "features", () => MaxFeatures.Parse(s_huge) },
        { "rows", () => RowCount.Parse(s_huge) },
        { "unknown category", () => new OneHotEncoder().Fit(new CategoryMatrix(new FeatureNames("x"), [Categories.From(["a", "b"])])).Transform(new CategoryMatrix(new FeatureNames("x"), [Categories.From([s_huge])])) },
        { "labels for numbers", () => _ = Targets.Of(s_labels, s_huge).Numbers },
        { "configuration", () => ConfigurationText.Parse(ConfigurationText.Write(new CategoryImputer { FillValue = "a" }).Replace("\"FillValue\"", $"\"{s_huge}\"", StringComparison.Ordinal), new CategoryImputer()) },
        { "model", () => FittedRandomForestRegressor.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{{\"kind\":\"{s_huge}\"}}"))) },
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public void MessageOfAHugeText_IsShort(string what, Action action)
    {
        var error = Record.Exception(action);

        Assert.True(error is not null, $"Nothing is wrong with {what}.");
        Assert.True(error.Message.Length is > 10 and < 10_000, $"The message of {what} is {error.Message.Length} characters long.");
    }
}
