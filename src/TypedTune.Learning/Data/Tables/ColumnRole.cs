namespace TypedTune.Learning;

/// <summary>The role of a column. Columns of other roles than <see cref="Feature"/> are no features, unless a branch names a <see cref="Group"/>, <see cref="Weight"/> or <see cref="Time"/>.</summary>
public enum ColumnRole
{
    /// <summary>A feature to predict from. The default.</summary>
    Feature = 0,

    /// <summary>The target that is to be predicted.</summary>
    Target = 1,

    /// <summary>The group of the row, such as a patient or a household.</summary>
    Group = 2,

    /// <summary>How much the row counts.</summary>
    Weight = 3,

    /// <summary>When the row was observed.</summary>
    Time = 4,
}
