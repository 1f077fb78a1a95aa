namespace TypedTune;

/// <summary>A configuration, and how it differs from the root of a space.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Changed">The coordinates that are not as the root has them.</param>
/// <param name="Retaken">The choices in which it takes another option than the root; a branch that holds the configuration must take that option.</param>
internal readonly record struct ConfigurationReading<T>(T Configuration, CoordinateSet Changed, CoordinateSet Retaken)
{
    public static ConfigurationReading<T> Create(CoordinateTable<T> table, T configuration) => new(
        configuration,
        table.Where(coordinate => !coordinate.IsAtRoot(configuration)),
        table.Where(coordinate => coordinate.TakesAnotherOption(configuration)));
}
