namespace TypedTune.Learning;

/// <summary>The ways in which an encoder treats a category that did not occur at fit.</summary>
public enum UnknownCategories
{
    /// <summary>Refuse it with an exception that names it. The default.</summary>
    Refuse = 0,

    /// <summary>Give it zeros in every column, as if it were none of the known ones.</summary>
    Ignore = 1,
}
