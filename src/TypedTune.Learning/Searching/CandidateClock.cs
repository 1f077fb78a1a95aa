using System.Collections.Concurrent;

namespace TypedTune.Learning;

/// <summary>Limits how long each fit may take, so that no candidate takes more than its time. Thread safe.</summary>
internal sealed class CandidateClock(TimeSpan timeout)
{
    private readonly ConcurrentDictionary<PlanNode, List<Usage>> _users = [];
    private readonly PlanWalk _walk = new();

    /// <summary>Takes in candidates that are about to run. One call at a time.</summary>
    public void Add<TSelf>(PlannedBatch<TSelf> batch)
    {
        foreach (var candidate in batch.Planned)
        {
            var usage = new Usage();
            foreach (var node in _walk.From(batch.Plan, candidate.Score!))
            {
                var users = _users.GetOrAdd(node, _ => []);
                lock (users)
                    users.Add(usage);
            }
        }
    }

    /// <summary>The time that is left for a unit: that of the candidate with the most time left among those that need it.</summary>
    public TimeSpan? AllowanceOf(FitUnit unit)
    {
        var users = _users[unit.Node];
        lock (users)
            return timeout - users.Min(user => user.Time);
    }

    /// <summary>Adds the time that a unit took.</summary>
    public void Ended(FitUnit unit)
    {
        var users = _users[unit.Node];
        lock (users)
        {
            foreach (var user in users)
                user.Add(unit.Duration);
        }
    }

    /// <summary>The time that a candidate's finished units took.</summary>
    private sealed class Usage
    {
        private long _ticks;

        public TimeSpan Time => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

        public void Add(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
    }
}
