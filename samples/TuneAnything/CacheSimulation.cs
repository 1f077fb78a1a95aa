namespace TuneAnything;

/// <summary>
/// Plays a fixed day of requests through a sharded cache and adds up what they cost: a miss costs a fetch, a shard costs
/// memory that entries could have had, and a large protected part leaves little room for newcomers.
/// </summary>
internal static class CacheSimulation
{
    private const int Requests = 40_000;
    private const int Keys = 8_000;
    private const int Capacity = 1_024;
    private const int EntriesLostPerShard = 6;
    private const double MissCost = 1.0;
    private const double ContentionCost = 0.6;

    public static double MeanCost(CacheOptions options)
    {
        var root = Seed.Of(7);
        int room = Math.Max(1, (Capacity - EntriesLostPerShard * options.Shards) / options.Shards);
        var shards = Enumerable.Range(0, options.Shards).Select(i => new Shard(room, options, root.Derive(1).Derive(i))).ToArray();
        var requests = root.Derive(0).Stream();
        int misses = 0;
        for (int i = 0; i < Requests; i++)
        {
            // A few keys are asked for often, and which ones drifts over the day.
            int key = (int)(Keys * Math.Pow(requests.NextDouble(), 4) + i / 20.0) % Keys;
            if (!shards[key % shards.Length].Ask(key))
                misses++;
        }

        return MissCost * misses / Requests + ContentionCost / options.Shards;
    }

    private sealed class Shard(int room, CacheOptions options, Seed seed)
    {
        private readonly int _protected = (int)(room * options.HotFraction);
        private readonly LinkedList<int> _hot = new();
        private readonly LinkedList<int> _cold = new();
        private readonly Dictionary<int, LinkedListNode<int>> _entries = [];
        private RandomStream _random = seed.Stream();

        public bool Ask(int key)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                Touch(entry);
                return true;
            }

            if (_entries.Count >= room)
                Evict();
            _entries[key] = _cold.AddLast(key);
            return false;
        }

        private void Touch(LinkedListNode<int> entry)
        {
            if (options.Policy == EvictionPolicy.Oldest && _protected == 0)
                return;
            entry.List!.Remove(entry);
            (_protected > 0 ? _hot : _cold).AddLast(entry);
            if (_hot.Count > _protected && _hot.First is { } demoted)
            {
                _hot.Remove(demoted);
                _cold.AddLast(demoted);
            }
        }

        private void Evict()
        {
            var from = _cold.Count > 0 ? _cold : _hot;
            var victim = from.First!;
            if (options.Policy == EvictionPolicy.Random)
            {
                for (int steps = _random.NextBelow(Math.Min(from.Count, 32)); steps > 0; steps--)
                    victim = victim.Next!;
            }

            from.Remove(victim);
            _entries.Remove(victim.Value);
        }
    }
}
