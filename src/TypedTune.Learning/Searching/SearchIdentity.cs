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
        IdentityPart.From("evaluation", search.Evaluation.ToString),
        IdentityPart.From("list of metrics", () => string.Join(", ", search.AllMetrics.Select(TextOf))),
        new("scores of training rows", search.TrainingScores ? "computed" : "not computed"),
    ];

    /// <summary>The parts of the data: how many rows, and a fingerprint of each thing that is known of them.</summary>
    public static IReadOnlyList<IdentityPart> PartsOf<TData>(TData data)
        where TData : IDataset<TData> =>
        [new("number of rows", data.RowCount.ToString(CultureInfo.InvariantCulture)), .. data.Fingerprints];

    /// <summary>Everything: how candidates are proposed, what the space fixes, the evaluation and the data.</summary>
    public static StudyIdentity Create<TSelf, TData>(Search<TSelf> search, TData data)
        where TData : IDataset<TData> => search.ToStudy().DescribeIdentity(PartsOf(search, data));

    /// <summary>Refuses a search that cannot be told from others: the text of a type that overrides nothing names the type and none of its options. Metrics have names.</summary>
    /// <exception cref="ArgumentException">The evaluation, the sampler or the pruner has no text of its own.</exception>
    public static void RequireTexts<TSelf>(Search<TSelf> search)
    {
        foreach (object? thing in new object?[] { search.Evaluation, search.OwnSampler ?? search.Sampler, search.Pruner })
        {
            if (thing is not null && thing.ToString() == thing.GetType().ToString())
                throw new ArgumentException($"The search cannot go on from an earlier run: {Excerpt.FromObject(thing)} has no text of its own, by which its options could be compared with the earlier run's. Make it a record, or override ToString.", nameof(search));
        }
    }

    private static string TextOf<TSelf>(IMetric<TSelf> metric) => MetricText.From(metric) is var text && text == metric.Name ? text : $"{metric.Name} ({text})";
}
