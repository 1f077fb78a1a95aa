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

    /// <summary>The shortest endings of the paths that tell them apart: <c>Clusters</c> where no other path ends so.</summary>
    /// <param name="parameters">The hyperparameters of one space.</param>
    /// <returns>A name for each, in order.</returns>
    public static IReadOnlyList<string> ShortNames(IReadOnlyList<SpaceParameter<T>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        string[] paths = [.. parameters.Select(parameter => parameter.Path)];
        return [.. paths.Select((path, i) => Endings(path).FirstOrDefault(ending => IsAlone(ending, paths, i)) ?? path)];
    }

    internal static SpaceParameter<T> Of<TValue>(Lens<T, TValue> lens) => new(lens.Path, lens.Show);

    private static IEnumerable<string> Endings(string path)
    {
        string[] parts = path.Split('.');
        return Enumerable.Range(1, parts.Length).Select(length => string.Join('.', parts[^length..]));
    }

    private static bool IsAlone(string ending, string[] paths, int own) =>
        !paths.Where((_, i) => i != own).Any(other => other == ending || other.EndsWith("." + ending, StringComparison.Ordinal));
}
