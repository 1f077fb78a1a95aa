using System.Runtime.CompilerServices;

namespace TypedTune.Generators.Incrementality;

/// <summary>Numbers objects, so that a fingerprint can tell them apart without keeping them alive.</summary>
internal static class Identity
{
    private static readonly ConditionalWeakTable<object, StrongBox<long>> Numbers = new();
    private static long _last;

    public static long Of(object value) => Numbers.GetValue(value, static _ => new StrongBox<long>(Interlocked.Increment(ref _last))).Value;
}
