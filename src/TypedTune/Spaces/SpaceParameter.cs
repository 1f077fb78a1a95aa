namespace TypedTune;

/// <summary>A hyperparameter that a space varies, for showing results by it. Immutable and thread safe.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public sealed class SpaceParameter<T>
{
    private readonly Func<T, string?> _format;

    internal SpaceParameter(string path, Func<T, string?> format)
    {
        Path = path;
        _format = format;
    }

    /// <summary>The members that lead to the hyperparameter, as <c>Preprocessing.Geo.Clusters</c>.</summary>
    public string Path { get; }

    /// <summary>The value in a configuration as culture-independent text; null where the configuration has no such hyperparameter.</summary>
    /// <param name="configuration">Any configuration.</param>
    public string? Format(T configuration) => _format(configuration);

    internal static SpaceParameter<T> Of<TValue>(Lens<T, TValue> lens) => new(lens.Path, lens.Show);
}
