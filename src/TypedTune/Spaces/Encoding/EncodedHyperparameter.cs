namespace TypedTune;

/// <summary>A hyperparameter that a space varies, as one coordinate of encoded configurations. Immutable and thread safe.</summary>
public sealed class EncodedHyperparameter
{
    internal EncodedHyperparameter(string path, EncodedRange range, IReadOnlyList<string> options)
    {
        Path = path;
        Range = range;
        Options = options;
    }

    /// <summary>
    /// The members that lead to the hyperparameter, as <c>Preprocessing.Geo.Clusters</c>. A hyperparameter that may be a number or
    /// something else, as null, appears twice under its path: as the choice between these, and as the number.
    /// </summary>
    public string Path { get; }

    /// <summary>All numbers that any branch of the space gives to the hyperparameter, from the smallest to the largest; a single branch may allow fewer.</summary>
    public EncodedRange Range { get; }

    /// <summary>The options that the indices of a choice stand for, as text; empty for numbers.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>The path and the kind.</summary>
    public override string ToString() => $"{Path} ({Range.Kind})";
}
