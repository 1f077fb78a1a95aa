using Housing;

namespace TypedTune.Benchmarks.Searches;

/// <summary>Candidates of the chapter's pipeline, one after the other.</summary>
internal static class Candidates
{
    /// <summary>A grid of single points, in order, repeats included.</summary>
    /// <param name="clusters">The clusters of each.</param>
    /// <param name="features">How many features a split of each tries.</param>
    /// <param name="seed">Of the clusters and the forest.</param>
    /// <param name="valueTolerance">The forest's, which decides what values are equal.</param>
    public static Grid<HousingModel> Of(int[] clusters, int[] features, int seed, double valueTolerance)
    {
        var model = new HousingModel();
        var p = HousingModel.SpaceFrom(model with
        {
            Preprocessing = model.Preprocessing with { Geo = model.Preprocessing.Geo with { Seed = seed } },
            RandomForest = model.RandomForest with { Seed = seed, ValueTolerance = valueTolerance },
        });
        return clusters.Zip(features, Point).Aggregate((all, point) => all + point);

        Grid<HousingModel> Point(int count, int tried) => p.Preprocessing.Geo.Clusters.In(count) * p.RandomForest.MaxFeatures.In(tried);
    }
}
