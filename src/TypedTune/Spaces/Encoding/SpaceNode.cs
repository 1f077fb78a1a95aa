namespace TypedTune;

/// <summary>A part of a space, over the coordinates of an encoding.</summary>
/// <remarks>
/// Factors of a product give values to different coordinates, so that each can be looked at alone; of a sum's terms the active
/// coordinates tell which one is meant. So nothing is multiplied out: the work grows with the text of the space, not with its branches.
/// </remarks>
/// <param name="values">The coordinates that some branch gives a value.</param>
/// <param name="covered">These and the choices that they take.</param>
internal abstract class SpaceNode<T>(CoordinateSet values, CoordinateSet covered)
{
    public CoordinateSet Values => values;

    public CoordinateSet Covered => covered;

    /// <summary>Finds the branch that holds these numbers, and returns the coordinates that it covers; null if no branch holds them.</summary>
    /// <param name="numbers">One a coordinate.</param>
    /// <param name="active">Those that are not NaN.</param>
    public abstract CoordinateSet? Match(ReadOnlySpan<double> numbers, CoordinateSet active);

    /// <summary>Reports the leaves of the branch that <see cref="Match"/> found.</summary>
    public abstract void Visit(ReadOnlySpan<double> numbers, CoordinateSet active, Action<LeafNode<T>> visit);

    /// <summary>Finds the ways in which the part may hold a configuration; of several that take the same options, only the first.</summary>
    public abstract IReadOnlyList<SpaceMatch> Find(in ConfigurationReading<T> reading);

    /// <summary>Writes the nearest numbers that the part holds, over <see cref="Covered"/>.</summary>
    /// <returns>False where a condition refuses them.</returns>
    public abstract bool TryFindNearest(ReadOnlySpan<double> numbers, Span<double> nearest);
}
