namespace TypedTune.Learning;

/// <summary>What a classification tree makes small at each split.</summary>
public enum ClassificationCriterion
{
    /// <summary>Gini's impurity: the chance that two rows of a node, drawn at random, are of different classes. The default.</summary>
    Gini,

    /// <summary>Entropy, Σ −pₖ ln pₖ: how many nats a row's class is worth. Also known as log loss or information gain.</summary>
    Entropy,
}
