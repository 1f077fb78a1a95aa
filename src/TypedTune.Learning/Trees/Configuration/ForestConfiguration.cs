namespace TypedTune.Learning;

/// <summary>The hyperparameters of a forest: many trees, each grown on rows drawn for it.</summary>
public abstract partial record ForestConfiguration : TreeConfiguration
{
    private protected ForestConfiguration()
    {
    }

    /// <summary>The number of trees, from 1 to 1,000,000. Default: 100. More trees make predictions steadier, and cost time and memory in proportion; in a search all numbers are submodels of the largest.</summary>
    [Hyperparameter(Min = 1, Max = 1_000_000, SearchMin = 50, SearchMax = 500)]
    public int Trees { get; init; } = 100;

    /// <summary>Which rows each tree learns from. Default: a <see cref="Bootstrap"/> sample as large as there are rows.</summary>
    [OneOf<Bootstrap, Subsample, EveryRow>]
    public RowSampling Sampling { get; init; } = new Bootstrap();
}
