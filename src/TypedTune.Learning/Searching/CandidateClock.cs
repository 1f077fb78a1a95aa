namespace TypedTune.Learning;

/// <summary>Tells how long a fit may take, so that no candidate takes more than its time. Thread safe.</summary>
internal sealed class CandidateClock<TSelf>
{
    private readonly Dictionary<FitNode, List<Candidate<TSelf>>> _users = [];
    private readonly TimeSpan _timeout;

    public CandidateClock(IEnumerable<Candidate<TSelf>> candidates, TimeSpan timeout)
    {
        _timeout = timeout;
        foreach (var candidate in candidates)
        {
            foreach (var node in candidate.Nodes)
            {
                if (!_users.TryGetValue(node, out var users))
                    _users.Add(node, users = []);
                users.Add(candidate);
            }
        }
    }

    /// <summary>What is left to the candidate that has most left of those that need the node.</summary>
    public TimeSpan? AllowanceOf(FitNode node) => _timeout - _users[node].Min(candidate => candidate.Used);

    /// <summary>Counts what a node took.</summary>
    public void Ended(FitNode node)
    {
        foreach (var candidate in _users[node])
            candidate.Use(node.Duration);
    }
}
