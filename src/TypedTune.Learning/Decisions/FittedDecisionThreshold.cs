namespace TypedTune.Learning;

/// <summary>Chooses a label wherever it is at least as probable as a threshold. Immutable and thread safe.</summary>
public sealed class FittedDecisionThreshold : IFittedProbabilityAdjustment, IPersistentModel<FittedDecisionThreshold>
{
    internal FittedDecisionThreshold(string label, double threshold)
    {
        Label = label;
        Threshold = threshold;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>From which probability on it is chosen.</summary>
    public double Threshold { get; }

    static string IPersistentModel<FittedDecisionThreshold>.ModelName => nameof(DecisionThreshold);

    /// <inheritdoc/>
    public FeatureMatrix AdjustProbabilities(FeatureMatrix probabilities) => probabilities;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no probabilities of the label.</exception>
    public Categories ChooseLabels(FeatureMatrix probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        int label = LabelChecks.RequireColumn(probabilities, Label, nameof(probabilities));
        return new Categories([.. probabilities.Names], Choose(probabilities, label, Threshold));
    }

    /// <summary>The label and its threshold.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label} from {Threshold} on");

    /// <summary>Chooses the code of a label for each row.</summary>
    internal static int[] Choose(FeatureMatrix probabilities, int label, double threshold)
    {
        var column = probabilities.Column(label);
        var codes = new int[probabilities.RowCount];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = column[row] >= threshold || probabilities.ColumnCount == 1 ? label : MostProbableOther(probabilities, row, label);
        return codes;
    }

    /// <summary>Refuses a label that there is not.</summary>
    internal static string Require(string label, FeatureNames levels, string step) => levels.Contains(label)
        ? label
        : throw new ArgumentException($"{step} needs the label that its threshold is for, but {(string.IsNullOrEmpty(label) ? "none is set" : $"there is no label {Excerpt.From(label)}")}. Set Label to one of: {Excerpt.FromList(levels)}.", nameof(label));

    void IPersistentModel<FittedDecisionThreshold>.Write(ModelWriter writer)
    {
        writer.Text("Label", Label);
        writer.Number("Threshold", Threshold);
    }

    static FittedDecisionThreshold IPersistentModel<FittedDecisionThreshold>.Read(ModelReader reader)
    {
        string label = reader.Text("Label");
        double threshold = reader.Number("Threshold");
        reader.Require(threshold is >= 0 and <= 1, "the threshold is no probability");
        return new FittedDecisionThreshold(label, threshold);
    }

    private static int MostProbableOther(FeatureMatrix probabilities, int row, int label)
    {
        int best = label == 0 ? 1 : 0;
        for (int other = best + 1; other < probabilities.ColumnCount; other++)
        {
            if (other != label && probabilities[row, other] > probabilities[row, best])
                best = other;
        }

        return best;
    }
}
