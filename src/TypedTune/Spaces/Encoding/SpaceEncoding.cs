namespace TypedTune;

/// <summary>Creates encodings, and names the two special states of a coordinate: inactive and unlisted.</summary>
public static class SpaceEncoding
{
    /// <summary>The coordinate of a hyperparameter that the configuration's branch does not vary, or that the configuration does not have: NaN. Compare by <see cref="IsInactive"/>.</summary>
    public const double Inactive = double.NaN;

    /// <summary>The coordinate of a choice whose value the space does not list.</summary>
    public const double Unlisted = -1;

    /// <summary>Whether a coordinate is inactive.</summary>
    /// <param name="coordinate">A number of an encoded configuration.</param>
    public static bool IsInactive(double coordinate) => double.IsNaN(coordinate);

    /// <summary>Creates the encoding of a space. Takes time in proportion to what was written to make the space, not to how many points or branches it has.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="space">The space.</param>
    /// <exception cref="ArgumentException">A product varies both a whole and a part of it, one of which would overwrite the other.</exception>
    public static SpaceEncoding<T> Create<T>(Space<T> space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return new SpaceEncoding<T>(space);
    }
}
