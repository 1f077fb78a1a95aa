namespace TypedTune.Learning;

/// <summary>The impurity that the splits of a classification tree minimise.</summary>
public enum ClassificationCriterion
{
    /// <summary>Gini's impurity: the chance that two rows of a node, drawn at random, are of different classes. The default.</summary>
    Gini,

    /// <summary>Entropy, Σ −pₖ ln pₖ: the information in a row's class, in nats. Also known as log loss or information gain.</summary>
    Entropy,
}
