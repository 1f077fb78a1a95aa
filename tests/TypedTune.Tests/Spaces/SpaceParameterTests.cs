namespace TypedTune.Tests.Spaces;

public sealed class SpaceParameterTests
{
    [Fact]
    public void ShortNames_AreTheShortestEndingsThatDiffer()
    {
        Assert.Equal(["Clusters", "Alpha"], ShortNames("Preprocessing.Geo.Clusters", "Model.Ridge.Alpha"));
        Assert.Equal(["Ridge.Alpha", "Lasso.Alpha"], ShortNames("Model.Ridge.Alpha", "Model.Lasso.Alpha"));
        Assert.Equal(["Alpha", "Ridge.Alpha"], ShortNames("Alpha", "Ridge.Alpha"));
        Assert.Equal(["SubAlpha", "Alpha"], ShortNames("SubAlpha", "Alpha"));
        Assert.Empty(ShortNames());
    }

    private static IReadOnlyList<string> ShortNames(params string[] paths) =>
        SpaceParameter<Toy>.ShortNames([.. paths.Select(path => new SpaceParameter<Toy>(path, _ => null))]);
}
