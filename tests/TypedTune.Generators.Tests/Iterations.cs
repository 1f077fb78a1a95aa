namespace TypedTune.Generators.Tests;

/// <summary>How often a property is tried: as often as a continuous build has time for, or TYPEDTUNE_ITERATIONS times as often.</summary>
internal static class Iterations
{
    public static long Of(long usual) =>
        Environment.GetEnvironmentVariable("TYPEDTUNE_ITERATIONS") is { Length: > 0 } factor ? usual * long.Parse(factor, System.Globalization.CultureInfo.InvariantCulture) : usual;
}
