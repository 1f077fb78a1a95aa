namespace TypedTune;

/// <summary>Keeps of the ways to hold a configuration only those that take options which no earlier one takes.</summary>
/// <param name="retaken">The choices that matter.</param>
internal sealed class MatchList(CoordinateSet retaken)
{
    private readonly List<SpaceMatch> _matches = [];

    public IReadOnlyList<SpaceMatch> Matches => _matches;

    public void Add(SpaceMatch match)
    {
        var taken = match.Covered & retaken;
        foreach (var earlier in _matches)
        {
            if (taken.IsWithin(earlier.Covered))
                return;
        }

        _matches.Add(match);
    }
}
