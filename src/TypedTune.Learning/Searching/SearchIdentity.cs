using System.Globalization;

namespace TypedTune.Learning;

/// <summary>The facts beside the configurations on which the scores of a search depend; a search that continues it must have the same.</summary>
internal static class SearchIdentity
{
    /// <summary>The parts that the evaluation brings: rows, evaluation, metrics.</summary>
    public static IReadOnlyList<IdentityPart> PartsOf<TSelf, TData>(Search<TSelf> search, TData data)
        where TData : IDataset<TData> => [.. PartsOf(search), .. PartsOf(data)];

    /// <summary>The parts of a search that are known without its data.</summary>
    public static IReadOnlyList<IdentityPart> PartsOf<TSelf>(Search<TSelf> search) =>
    [
        new("evaluation", search.Evaluation.ToString() ?? ""),
        new("list of metrics", string.Join(", ", search.AllMetrics.Select(metric => metric.Name))),
        new("scores of training rows", search.TrainingScores ? "computed" : "not computed"),
    ];

    /// <summary>The parts of the data: how many rows, and a fingerprint of each thing that is known of them.</summary>
    public static IReadOnlyList<IdentityPart> PartsOf<TData>(TData data)
        where TData : IDataset<TData> =>
        [new("number of rows", data.RowCount.ToString(CultureInfo.InvariantCulture)), .. data.Fingerprints];

    /// <summary>Everything: how candidates are proposed, what the space fixes, the evaluation and the data.</summary>
    public static StudyIdentity Create<TSelf, TData>(Search<TSelf> search, TData data)
        where TData : IDataset<TData> => search.ToStudy().DescribeIdentity(PartsOf(search, data));
}
