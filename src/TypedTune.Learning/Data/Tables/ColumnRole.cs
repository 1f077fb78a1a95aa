namespace TypedTune.Learning;

/// <summary>The role of a column.</summary>
public enum ColumnRole
{
    /// <summary>A feature to predict from. The default.</summary>
    Feature = 0,

    /// <summary>The target that is to be predicted.</summary>
    Target = 1,
}
