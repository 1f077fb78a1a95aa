namespace TypedTune;

/// <summary>
/// Turns configurations into numbers that a sampler can learn from, and back: one coordinate a hyperparameter, found by its path and not by
/// where in the space it stands. Branches share what they have in common. Immutable and thread safe.
/// </summary>
/// <remarks>
/// <para>A number is encoded as itself, in its own units; a choice as the index of its option. A hyperparameter that a branch does not vary is
/// <see cref="SpaceEncoding.Inactive"/>: <c>p.A.In(1, 2) * p.B.Uniform(0, 1) + p.A.In(4, 8)</c> has two hyperparameters, and B is inactive in
/// the second branch. A hyperparameter that is a number in one place and null (or infinite, or of another kind) in another has two
/// coordinates under its path: a choice with the option <c>number</c>, and the number, inactive under the other options.</para>
/// <para>Listed numbers are ordered, with distances on the declared scale. Listed values of any other type, enums and texts among them, are a choice
/// even where they can be compared: their order says nothing of how far apart they are.</para>
/// <para>Coordinates are doubles, so whole numbers beyond 2⁵³ are rounded.</para>
/// </remarks>
/// <typeparam name="T">The configuration.</typeparam>
public sealed class SpaceEncoding<T>
{
    private readonly CoordinateTable<T> _table;
    private readonly SpaceNode<T> _node;

    internal SpaceEncoding(Space<T> space)
    {
        var paths = new PathCollector<T>();
        space.Accept(paths);
        _table = new CoordinateTable<T>(space.Root, paths.Entries);
        var builder = new NodeBuilder<T>(_table);
        _node = space.Accept(builder);
        var leaves = builder.Leaves.ToLookup(leaf => leaf.Coordinate.Index, leaf => leaf.Range);
        Space = space;
        Hyperparameters = [.. _table.All.Select(coordinate => new EncodedHyperparameter(coordinate.Path, RangeOf(coordinate, [.. leaves[coordinate.Index]]), coordinate.Options))];
        _table.Ranges = [.. Hyperparameters.Select(hyperparameter => hyperparameter.Range)];
    }

    /// <summary>The space whose configurations are encoded.</summary>
    public Space<T> Space { get; }

    /// <summary>The hyperparameters that the coordinates stand for, in the order of first mention; a choice comes before the hyperparameters of its options.</summary>
    public IReadOnlyList<EncodedHyperparameter> Hyperparameters { get; }

    /// <summary>Encodes any configuration, also one that the space does not hold: then every hyperparameter is active that the configuration has, with its value as it is.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>A number for each of <see cref="Hyperparameters"/>.</returns>
    /// <exception cref="ArgumentException">A number of the configuration is NaN.</exception>
    public double[] Encode(T configuration)
    {
        double[] coordinates = new double[Hyperparameters.Count];
        Encode(configuration, coordinates);
        return coordinates;
    }

    /// <inheritdoc cref="Encode(T)"/>
    /// <param name="configuration">The configuration.</param>
    /// <param name="coordinates">Gets a number for each of <see cref="Hyperparameters"/>.</param>
    /// <returns>Whether the space holds the configuration.</returns>
    public bool Encode(T configuration, Span<double> coordinates)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        RequireLength(coordinates.Length);
        var match = Find(configuration, out bool isHeld);
        coordinates.Fill(SpaceEncoding.Inactive);
        foreach (var coordinate in _table.All)
        {
            if (match is { } found)
                WriteMatched(configuration, coordinate, found, coordinates);
            else if (coordinate.Picks.All(pick => _table.All[pick.Coordinate].Read(configuration) == pick.State))
                coordinates[coordinate.Index] = coordinate.Read(configuration);
        }

        return isHeld;
    }

    /// <summary>Whether the space holds a configuration.</summary>
    /// <param name="configuration">Any configuration.</param>
    /// <exception cref="ArgumentException">A number of the configuration is NaN.</exception>
    public bool Holds(T configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Find(configuration, out bool isHeld);
        return isHeld;
    }

    /// <summary>Decodes numbers that name a point of the space exactly; what no coordinate says is as the space's root has it.</summary>
    /// <param name="coordinates">A number for each of <see cref="Hyperparameters"/>.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>False where no branch of the space has these values with exactly these hyperparameters active, or a condition refuses them.</returns>
    /// <exception cref="ArgumentException">There are too few or too many numbers.</exception>
    public bool TryDecode(ReadOnlySpan<double> coordinates, out T configuration)
    {
        bool isHeld = TryMatch(coordinates, out var active);
        configuration = isHeld ? _table.Write(coordinates, active) : Space.Root;
        return isHeld;
    }

    /// <summary>Decodes numbers to the nearest point of the space: numbers are rounded and limited, a branch is chosen, what it does not vary is left out, and what is missing is taken from the middle of the space's own distribution.</summary>
    /// <remarks>Near means few other options, and little of the width of a range on its scale. A condition refuses points; other ones near by are not looked for.</remarks>
    /// <param name="coordinates">A number for each of <see cref="Hyperparameters"/>.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>False where a condition refuses the nearest point of every branch.</returns>
    /// <exception cref="ArgumentException">There are too few or too many numbers.</exception>
    public bool TryDecodeNearest(ReadOnlySpan<double> coordinates, out T configuration)
    {
        RequireLength(coordinates.Length);
        double[] nearest = new double[coordinates.Length];
        Array.Fill(nearest, SpaceEncoding.Inactive);
        bool isFound = _node.TryFindNearest(coordinates, nearest);
        configuration = isFound ? _table.Write(nearest, _node.Covered) : Space.Root;
        return isFound;
    }

    /// <summary>The branch of the space that numbers name exactly, with its ranges and the space's own distribution over them.</summary>
    /// <param name="coordinates">A number for each of <see cref="Hyperparameters"/>.</param>
    /// <returns>The branch; null where <see cref="TryDecode"/> refuses the numbers.</returns>
    /// <exception cref="ArgumentException">There are too few or too many numbers.</exception>
    public SpaceBranch? FindBranch(ReadOnlySpan<double> coordinates)
    {
        if (!TryMatch(coordinates, out var active))
            return null;
        var ranges = new EncodedRange?[coordinates.Length];
        var quantiles = new Func<double, double>?[coordinates.Length];
        _node.Visit(coordinates, active, leaf =>
        {
            (ranges[leaf.Coordinate.Index], quantiles[leaf.Coordinate.Index]) = (leaf.Range, leaf.Quantile);
            foreach (var pick in leaf.Coordinate.Picks)
            {
                double state = pick.State;
                (ranges[pick.Coordinate], quantiles[pick.Coordinate]) = (new EncodedRange(HyperparameterKind.Choice, Scale.Linear, state, state, values: [state]), _ => state);
            }
        });
        return new SpaceBranch(ranges, quantiles);
    }

    private static EncodedRange RangeOf(Coordinate<T> coordinate, IReadOnlyList<EncodedRange> ranges) => coordinate.Options.Count == 0
        ? RangeUnion.Cover(ranges, coordinate.IsWhole)
        : new EncodedRange(HyperparameterKind.Choice, Scale.Linear, 0, coordinate.Options.Count - 1, values: [.. coordinate.Options.Select((_, state) => (double)state)]);

    private static void WriteMatched(T configuration, Coordinate<T> coordinate, SpaceMatch match, Span<double> coordinates)
    {
        if (!match.Values.Contains(coordinate.Index))
            return;
        coordinates[coordinate.Index] = coordinate.ReadValue(configuration);
        foreach (var pick in coordinate.Picks)
            coordinates[pick.Coordinate] = pick.State;
    }

    private bool TryMatch(ReadOnlySpan<double> coordinates, out CoordinateSet active)
    {
        RequireLength(coordinates.Length);
        active = _table.Empty;
        for (int i = 0; i < coordinates.Length; i++)
        {
            if (!SpaceEncoding.IsInactive(coordinates[i]))
                active = active.With(i);
        }

        return _node.Match(coordinates, active) is { } covered && covered.SetEquals(active);
    }

    private SpaceMatch? Find(T configuration, out bool isHeld)
    {
        var reading = ConfigurationReading<T>.Create(_table, configuration);
        foreach (var match in _node.Find(reading))
        {
            if (!reading.Retaken.IsWithin(match.Covered))
                continue;
            isHeld = EqualityComparer<T>.Default.Equals(_table.Copy(configuration, match.Values), configuration);
            return match;
        }

        isHeld = false;
        return null;
    }

    private void RequireLength(int length)
    {
        if (length != Hyperparameters.Count)
            throw new ArgumentException($"The encoding has {Hyperparameters.Count} hyperparameters, but {length} numbers were given.", "coordinates");
    }
}
