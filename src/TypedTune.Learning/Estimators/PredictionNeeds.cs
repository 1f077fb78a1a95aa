namespace TypedTune.Learning;

/// <summary>The predictions that a metric needs beside a number or a label a row, which it always gets. Immutable and thread safe.</summary>
public sealed class PredictionNeeds
{
    /// <summary>A number or a label a row, and no more.</summary>
    public static PredictionNeeds Points { get; } = new();

    /// <summary>Whether the probability of each label is needed. Default: <see langword="false"/>.</summary>
    public bool Probabilities { get; init; }

    /// <summary>Which quantiles are needed: levels from 0 to 1, both included. Default: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside, or not a number.</exception>
    public IReadOnlyList<double> Quantiles
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (double level in value)
                QuantilePredictions.RequireLevel(level);
            field = [.. value];
        }
    }
    = [];

    /// <summary>Whether only points are needed.</summary>
    internal bool ArePointsOnly => !Probabilities && Quantiles.Count == 0;

    /// <summary>Combines the needs of several metrics, each quantile once.</summary>
    internal static PredictionNeeds Union(IEnumerable<PredictionNeeds> needs)
    {
        PredictionNeeds[] all = [.. needs];
        return new PredictionNeeds
        {
            Probabilities = Array.Exists(all, own => own.Probabilities),
            Quantiles = [.. all.SelectMany(own => own.Quantiles).Distinct().Order()],
        };
    }

    /// <summary>The needs in words, as <c>points and probabilities</c>.</summary>
    public override string ToString()
    {
        List<string> parts = ["points"];
        if (Probabilities)
            parts.Add("probabilities");
        if (Quantiles.Count > 0)
            parts.Add(FormattableString.Invariant($"the quantiles {Excerpt.FromList(Quantiles.Select(level => FormattableString.Invariant($"{level}")))}"));
        return string.Join(" and ", parts);
    }
}
