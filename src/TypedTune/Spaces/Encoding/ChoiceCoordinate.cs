namespace TypedTune;

/// <summary>A choice as one coordinate: the index of a listed value, of an option whose parts are tuned, or of "a number".</summary>
internal sealed class ChoiceCoordinate<T>(int index, PathEntry<T> entry, IReadOnlyList<StatePick> picks, T root) : Coordinate<T>(index, entry.Path, picks)
{
    private readonly bool[] _takenAtRoot = [.. entry.Options.Select(option => option.IsTaken(root))];

    public override bool IsWhole => true;

    public override IReadOnlyList<string> Options { get; } = entry.Names;

    public override double Read(T configuration)
    {
        if (entry.Choices.Count > 0 && !entry.Choices[^1].IsTaken(configuration))
            return SpaceEncoding.Inactive;
        if (ReadValue(configuration) is var listed && !SpaceEncoding.IsInactive(listed))
            return listed;
        foreach (var option in entry.Options)
        {
            if (option.IsTaken(configuration))
                return entry.StateOf(option.Name);
        }

        foreach (var number in entry.Numbers)
        {
            if (number.Read(configuration) is not null)
                return entry.StateOf(number);
        }

        return SpaceEncoding.Unlisted;
    }

    public override double ReadValue(T configuration)
    {
        foreach (var listed in entry.Listed)
        {
            if (listed.Read(configuration) is { } state)
                return state;
        }

        return SpaceEncoding.Inactive;
    }

    // An option or a number is taken by the coordinates that it makes active.
    public override T Write(T configuration, double number)
    {
        foreach (var listed in entry.Listed)
        {
            if (listed.TryWrite(configuration, (int)number, out var changed))
                return changed;
        }

        return configuration;
    }

    public override T Copy(T from, T to) => Write(to, ReadValue(from));

    public override bool IsAtRoot(T configuration) => entry.Listed.All(listed => listed.IsAtRoot(configuration));

    /// <summary>Whether two configurations have the same value.</summary>
    public bool AreSame(T left, T right) => entry.Listed.All(listed => listed.AreSame(left, right));

    public override bool TakesAnotherOption(T configuration)
    {
        for (int i = 0; i < _takenAtRoot.Length; i++)
        {
            if (!_takenAtRoot[i] && entry.Options[i].IsTaken(configuration))
                return true;
        }

        return false;
    }
}
