namespace TypedTune;

/// <summary>Collects ways to hold a configuration, dropping each that takes only options which an earlier one takes.</summary>
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
