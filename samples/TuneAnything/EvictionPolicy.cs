namespace TuneAnything;

/// <summary>Which entry leaves a full shard.</summary>
public enum EvictionPolicy
{
    /// <summary>The one that came first.</summary>
    Oldest,

    /// <summary>The one that was not asked for the longest.</summary>
    LeastRecentlyUsed,

    /// <summary>Any one.</summary>
    Random,
}
