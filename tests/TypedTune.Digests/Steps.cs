namespace TypedTune.Digests;

/// <summary>What steps make of rows.</summary>
internal static class Steps
{
    /// <summary>The name of each result and its numbers.</summary>
    public static IEnumerable<(string Name, double[] Numbers)> All()
    {
        var features = Rows.Features();
        var plane = Rows.Features(700, 2);
        yield return ("scaled", new StandardScaler().Fit(features).Transform(features).AsColumnMajor().ToArray());
        yield return ("logarithms", new LogTransformer { Offset = 2 }.Fit(features).Transform(features).AsColumnMajor().ToArray());
        foreach (var strategy in Enum.GetValues<ImputeStrategy>())
            yield return ($"imputed.{strategy}", new SimpleImputer { Strategy = strategy }.Fit(Rows.WithGaps()).Transform(Rows.WithGaps()).AsColumnMajor().ToArray());
        var dates = FeatureMatrix
            .FromColumns(new FeatureNames("Seen"), [.. Enumerable.Range(0, 500).Select(row => DateEncoding.ToSeconds(new DateTime(2020, 1, 1).AddMinutes(4_391L * row)))])
            .WithKinds(NumberKind.DateTime);
        yield return ("dates.cyclic", new DateParts { Cyclic = true }.Fit(dates).Transform(dates).AsColumnMajor().ToArray());
        yield return ("ratio", new ColumnRatio().Fit(plane).Transform(plane).AsColumnMajor().ToArray());
        foreach (var (name, rows) in ((string, FeatureMatrix)[])[("plane", plane), ("space", Rows.Features(700, 5)), ("odd", Rows.Features(331, 3))])
        {
            foreach (int clusters in (int[])[3, 16])
            {
                var fitted = new KMeans { Clusters = clusters, Initializations = 2 }.Fit(rows);
                yield return ($"clusters.{name}.{clusters}", [.. fitted.Centers.AsColumnMajor().ToArray(), fitted.Inertia, .. fitted.Labels.ToArray().Select(label => (double)label)]);
                yield return ($"clusters.{name}.{clusters}.distances", fitted.Transform(rows).AsColumnMajor().ToArray());
                yield return ($"similarity.{name}.{clusters}", new ClusterSimilarity { Clusters = clusters, Gamma = 3.7 }.Fit(rows).Transform(rows).AsColumnMajor().ToArray());
            }
        }
    }
}
