namespace TypedTune.Learning.Tests;

public sealed class DeclaredBoundsTests
{
    private static readonly FeatureMatrix _rows = FeatureMatrix.FromRows([[1, 2], [3, 4], [5, 7]]);

    public static TheoryData<string, Action> OutOfBounds => new()
    {
        { "Clusters", () => new KMeans { Clusters = 0 }.Fit(_rows) },
        { "Initializations", () => new KMeans { Clusters = 2, Initializations = 0 }.Fit(_rows) },
        { "MaxIterations", () => new KMeans { Clusters = 2, MaxIterations = 0 }.Fit(_rows) },
        { "Tolerance", () => new KMeans { Clusters = 2, Tolerance = -1 }.Fit(_rows) },
        { "Gamma", () => new ClusterSimilarity { Clusters = 2, Gamma = 0 }.Fit(_rows) },
        { "Gamma", () => new ClusterSimilarity { Clusters = 2, Gamma = double.NaN }.Fit(_rows) },
        { "Alpha", () => new Ridge { Alpha = -0.5 }.Fit(_rows, [1, 2, 3]) },
        { "Neighbors", () => new KNeighborsRegressor { Neighbors = 0 }.Fit(_rows, [1, 2, 3]) },
        { "Neighbors", () => new KNeighborsClassifier { Neighbors = -1 }.Fit(_rows, Categories.From(["a", "b", "a"])) },
    };

    [Fact]
    public void Configuration_IsAskedToValidateItself()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeclaredBounds.Check(new Illegal()));
        DeclaredBounds.Check("declares nothing");
    }

    [Theory]
    [MemberData(nameof(OutOfBounds), DisableDiscoveryEnumeration = true)]
    public void ValueOutsideItsDeclaredBounds_IsRefusedByFit(string name, Action fit)
    {
        Assert.SkipUnless((object)new KMeans() is ITunable, "The declared bounds are not generated yet.");
        var error = Assert.Throws<ArgumentOutOfRangeException>(fit);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private sealed class Illegal : ITunable
    {
        public string Name => "Illegal";

        public void Validate() => new Bounds(Min: 1).Check(0, "Clusters");
    }
}
