namespace TypedTune.Learning;

/// <summary>How a forest is grown: many trees, each on rows of its own.</summary>
public abstract partial record ForestConfiguration : TreeConfiguration
{
    private protected ForestConfiguration()
    {
    }

    /// <summary>How many trees, at least 1. Default: 100. More steady the prediction and cost time in proportion.</summary>
    [Hyperparameter(Min = 1)]
    public int Trees { get; init; } = 100;

    /// <summary>Which rows each tree learns from. Default: a <see cref="Bootstrap"/> sample as large as there are rows.</summary>
    [OneOf<Bootstrap, Subsample, EveryRow>]
    public RowSampling Sampling { get; init; } = new Bootstrap();
}
