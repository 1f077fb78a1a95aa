namespace TypedTune;

/// <summary>The coordinates of an encoding, by place and by path.</summary>
internal sealed class CoordinateTable<T>
{
    private readonly Dictionary<string, PathEntry<T>> _entries;
    private readonly Dictionary<string, ChoiceCoordinate<T>> _choices = [];
    private readonly Dictionary<(string Path, bool IsWhole), NumberCoordinate<T>> _numbers = [];
    private readonly List<Coordinate<T>> _all = [];
    private readonly CoordinateSet[] _overlaps;

    public CoordinateTable(T root, IReadOnlyList<PathEntry<T>> entries)
    {
        Root = root;
        _entries = entries.ToDictionary(entry => entry.Path);
        foreach (var entry in entries)
        {
            StatePick[] picks = [.. entry.Choices.Select(choice => new StatePick(_choices[choice.Path].Index, _entries[choice.Path].StateOf(choice.Name)))];
            if (entry.IsChoice)
                _all.Add(_choices[entry.Path] = new ChoiceCoordinate<T>(_all.Count, entry, picks, root));
            foreach (var number in entry.Numbers)
            {
                StatePick[] own = entry.IsChoice ? [.. picks, new StatePick(_choices[entry.Path].Index, entry.StateOf(number))] : picks;
                _all.Add(_numbers[(entry.Path, number.IsWhole)] = new NumberCoordinate<T>(_all.Count, entry.Path, own, number));
            }
        }

        Empty = CoordinateSet.Empty(_all.Count);
        _overlaps = [.. _all.Select(one => Where(other => PathOverlap.Exists(one.Path, other.Path)))];
    }

    /// <summary>The configuration that every point starts from.</summary>
    public T Root { get; }

    public IReadOnlyList<Coordinate<T>> All => _all;

    /// <summary>The range of each coordinate over all branches, for distances.</summary>
    public EncodedRange[] Ranges { get; set; } = [];

    /// <summary>The empty set of coordinates.</summary>
    public CoordinateSet Empty { get; }

    public ChoiceCoordinate<T> ChoiceAt(string path) => _choices[path];

    public NumberCoordinate<T> NumberAt(string path, bool isWhole) => _numbers[(path, isWhole)];

    public PathEntry<T> EntryAt(string path) => _entries[path];

    /// <summary>The coordinates that satisfy a condition.</summary>
    public CoordinateSet Where(Func<Coordinate<T>, bool> condition) => _all.Where(condition).Aggregate(Empty, (set, coordinate) => set.With(coordinate.Index));

    /// <summary>A coordinate, the choices that it needs, and the choices that these need.</summary>
    public CoordinateSet WithPicks(Coordinate<T> coordinate) => coordinate.Picks.Aggregate(Empty.With(coordinate.Index), (set, pick) => set.With(pick.Coordinate));

    /// <summary>The coordinates of wholes that this coordinate is a part of, and of its own parts.</summary>
    public CoordinateSet Overlapping(int index) => _overlaps[index];

    /// <summary>The root with the values of some coordinates, those that are not NaN.</summary>
    public T Write(ReadOnlySpan<double> numbers, CoordinateSet coordinates)
    {
        var configuration = Root;
        foreach (var coordinate in _all)
        {
            double number = numbers[coordinate.Index];
            if (coordinates.Contains(coordinate.Index) && !SpaceEncoding.IsInactive(number))
                configuration = coordinate.Write(configuration, number);
        }

        return configuration;
    }

    /// <summary>The root with some values of another configuration.</summary>
    public T Copy(T from, CoordinateSet coordinates)
    {
        var configuration = Root;
        foreach (var coordinate in _all)
        {
            if (coordinates.Contains(coordinate.Index))
                configuration = coordinate.Copy(from, configuration);
        }

        return configuration;
    }

    /// <summary>How far numbers that were asked for lie from legal ones, over some coordinates.</summary>
    public double Distance(ReadOnlySpan<double> asked, ReadOnlySpan<double> legal, CoordinateSet coordinates)
    {
        double distance = 0;
        for (int i = 0; i < asked.Length; i++)
        {
            if (coordinates.Contains(i))
                distance += EncodingDistance.Between(Ranges[i], asked[i], legal[i]);
        }

        return distance;
    }
}
