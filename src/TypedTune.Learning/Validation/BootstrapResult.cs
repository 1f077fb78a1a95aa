namespace TypedTune.Learning;

/// <summary>What a bootstrap says of a configuration's score on new rows. Immutable.</summary>
public sealed class BootstrapResult
{
    private const double Drawn = 0.632;

    internal BootstrapResult(string metric, Direction direction, FoldScores outOfBag, double apparent, double noInformation)
    {
        (Metric, Direction, OutOfBag, Apparent, NoInformation) = (metric, direction, outOfBag, apparent, noInformation);

        // The formulas are those of errors, which are good when they are small.
        double sign = direction == Direction.Minimize ? 1 : -1;
        double held = sign * outOfBag.Mean, learned = sign * apparent, none = sign * noInformation;
        double capped = Math.Min(held, none);
        Overfitting = capped > learned && none > learned ? (capped - learned) / (none - learned) : 0;
        double plain = (1 - Drawn) * learned + Drawn * held;
        Score = sign * (plain + (capped - learned) * (1 - Drawn) * Drawn * Overfitting / (1 - (1 - Drawn) * Overfitting));
    }

    /// <summary>The metric, as <c>RMSE</c>.</summary>
    public string Metric { get; }

    /// <summary>Whether small or large scores are good.</summary>
    public Direction Direction { get; }

    /// <summary>The .632+ estimate: between <see cref="Apparent"/> and <see cref="OutOfBag"/>, the nearer to the latter the more the model overfits.</summary>
    public double Score { get; }

    /// <summary>The score of each sample's model on the rows that it did not draw: pessimistic.</summary>
    public FoldScores OutOfBag { get; }

    /// <summary>The score of the model of all rows on these rows: optimistic.</summary>
    public double Apparent { get; }

    /// <summary>The score of predictions that know nothing of the targets: each prediction beside every target, or beside 512 of them where there are more.</summary>
    public double NoInformation { get; }

    /// <summary>How much the model overfits: 0 for not at all, 1 if its score on other rows is that of no information.</summary>
    public double Overfitting { get; }

    /// <summary>The estimate and what it is made of.</summary>
    public override string ToString() => FormattableString.Invariant($"{Metric} {Score:G6} (.632+ of {OutOfBag.Values.Count} samples; {OutOfBag.Mean:G6} out of bag, {Apparent:G6} on training rows, {NoInformation:G6} without information)");
}
