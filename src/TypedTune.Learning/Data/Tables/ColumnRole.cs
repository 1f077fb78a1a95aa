namespace TypedTune.Learning;

/// <summary>What a column is for.</summary>
public enum ColumnRole
{
    /// <summary>Something to predict from. The default.</summary>
    Feature = 0,

    /// <summary>What is to be predicted.</summary>
    Target = 1,
}
