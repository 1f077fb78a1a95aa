namespace TypedTune.Learning;

/// <summary>A fitted adjustment of a classifier's probabilities. Immutable and thread safe.</summary>
public interface IFittedProbabilityAdjustment
{
    /// <summary>Changes probabilities.</summary>
    /// <param name="probabilities">M × levels, a column a label, named after it.</param>
    /// <returns>A matrix of the same columns, whose rows add up to 1; the same one where only labels are chosen.</returns>
    FeatureMatrix AdjustProbabilities(FeatureMatrix probabilities);

    /// <summary>Chooses a label for each row.</summary>
    /// <param name="probabilities">M × levels, as <see cref="AdjustProbabilities"/> returns them.</param>
    Categories ChooseLabels(FeatureMatrix probabilities);
}
