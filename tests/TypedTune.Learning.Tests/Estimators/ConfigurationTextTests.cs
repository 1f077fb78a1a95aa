using CsCheck;

namespace TypedTune.Learning.Tests.Estimators;

/// <summary>The library's own configurations have a text that is read back exactly.</summary>
public sealed class ConfigurationTextTests
{
    private static readonly Gen<MaxFeatures> Features = Gen.OneOf(
        Gen.Int[1, 99].Select(count => MaxFeatures.Count(count)),
        Gen.Double[1e-9, 1].Select(MaxFeatures.Fraction),
        Gen.Const(MaxFeatures.All), Gen.Const(MaxFeatures.Sqrt), Gen.Const(MaxFeatures.Log2));

    private static readonly Gen<RowCount> Rows = Gen.OneOf(Gen.Int[1, 99].Select(count => RowCount.Count(count)), Gen.Double[1e-9, 1].Select(RowCount.Fraction));

    private static readonly Gen<RowSampling> Samplings = Gen.OneOf<RowSampling>(
        Gen.Const(new EveryRow()), Rows.Select(rows => new Bootstrap { Rows = rows }), Rows.Select(rows => new Subsample { Rows = rows }));

    private static readonly Gen<ClassWeights> Weights = Gen.OneOf(
        Gen.Const(ClassWeights.Equal), Gen.Const(ClassWeights.Balanced), Gen.Const(ClassWeights.BalancedPerTree), Gen.Const(ClassWeights.Of()),
        Gen.Double[0, 9].Select(weight => ClassWeights.Of(("yes, or: no", weight < 1e-28 ? 0 : weight), ("équal", 0.1))));

    public static TheoryData<object> Defaults =>
    [
        new Passthrough(), new ColumnRatio(), new OneHotEncoder(), new OrdinalEncoder(), new CategoryImputer(), new CategoryImputer { FillValue = "none" }, new SimpleImputer(),
        new StandardScaler(), new LogTransformer(), new DateParts(), new KMeans(), new ClusterSimilarity(), new Ridge(), new KNeighborsRegressor(), new KNeighborsClassifier(),
        new DecisionTreeRegressor(), new DecisionTreeClassifier(), new RandomForestRegressor(), new RandomForestClassifier(), new QuantileForestRegressor(),
    ];

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Estimator_IsReadBack(object estimator)
    {
        string text = ConfigurationText.Write(estimator);

        Assert.StartsWith($$"""{"$type":"{{estimator.GetType()}}","$version":1""", text, StringComparison.Ordinal);
        Assert.Equal(estimator, ConfigurationText.Parse(text, estimator));
    }

    [Fact]
    public void EveryEstimator_IsTried()
    {
        var estimators = typeof(Ridge).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(candidate => candidate == typeof(IRegressor) || candidate == typeof(IClassifier) || (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IStep<,>))));

        Assert.Equal(estimators.Select(type => type.Name).Order(StringComparer.Ordinal), Defaults.Select(row => row.Data.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Forest_IsReadBackWithEveryValue() =>
        Gen.Select(Features, Rows, Samplings, Weights, Gen.Int, Gen.Double[0, 1], Gen.Bool).Sample((features, rows, sampling, weights, seed, share, isUpwards) =>
        {
            var forest = new RandomForestClassifier
            {
                MaxFeatures = features,
                MinRowsInLeaf = rows,
                Sampling = sampling,
                ClassWeights = weights,
                Seed = seed,
                PruningStrength = share,
                MaxDepth = isUpwards ? null : 3,
                MonotoneConstraints = isUpwards ? MonotoneConstraints.None.Increasing("a").Decreasing("b, c") : MonotoneConstraints.None,
            };
            string text = ConfigurationText.Write(forest);
            var read = ConfigurationText.Parse(text, new RandomForestClassifier());

            Assert.Equal(forest, read);
            Assert.Equal(text, ConfigurationText.Write(read));
        });

    [Fact]
    public void Forest_IsWrittenInTheWordsOfItsHyperparameters() => Assert.Equal(
        """
        {"$type":"TypedTune.Learning.RandomForestClassifier","$version":1,"MaxFeatures":"sqrt","MaxDepth":null,"MaxLeaves":null,"MinRowsToSplit":"2","MinRowsInLeaf":"0.1 of the rows",
        "MinLeafWeightFraction":0,"MinImpurityDecrease":0,"PruningStrength":0,"MonotoneConstraints":{"Increasing":["Income"],"Decreasing":[]},"SplitRule":"Best","Bins":"Automatic",
        "ValueTolerance":0,"Seed":0,"Trees":100,"Sampling":{"$type":"TypedTune.Learning.Bootstrap","$version":1,"Rows":"1 of the rows"},"Criterion":"Gini",
        "ClassWeights":{"Kind":"Map","Weights":[["yes",5]]}}
        """.ReplaceLineEndings(""),
        ConfigurationText.Write(new RandomForestClassifier
        {
            MinRowsInLeaf = RowCount.Fraction(0.1),
            MonotoneConstraints = MonotoneConstraints.None.Increasing("Income"),
            ClassWeights = ClassWeights.Of(("yes", 5)),
        }));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("2 of the features")]
    [InlineData("NaN of the features")]
    [InlineData("Sqrt")]
    public void OtherText_IsNoNumberOfFeatures(string text) =>
        Assert.Equal($"'{text}' is no number of features; write 4, 0.5 of the features, sqrt, log2 or all.", Assert.Throws<FormatException>(() => MaxFeatures.Parse(text)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0 of the rows")]
    [InlineData("1 of the row")]
    public void OtherText_IsNoNumberOfRows(string text) =>
        Assert.Equal($"'{text}' is no number of rows; write 5 or 0.1 of the rows.", Assert.Throws<FormatException>(() => RowCount.Parse(text)).Message);

    [Fact]
    public void WeightThatIsNegative_IsRefused() => Assert.StartsWith(
        "TypedTune.Learning.RandomForestClassifier.ClassWeights is refused: The weight of 'a' must be 0, or a number from 1E-28 to 1E+28, but is -5.",
        Assert.Throws<FormatException>(() => ConfigurationText.Parse(ConfigurationText.Write(new RandomForestClassifier { ClassWeights = ClassWeights.Of(("a", 5)) }).Replace("[\"a\",5]", "[\"a\",-5]", StringComparison.Ordinal), new RandomForestClassifier())).Message,
        StringComparison.Ordinal);
}
