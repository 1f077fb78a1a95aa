using System.Runtime.CompilerServices;

namespace TypedTune.Generators.Incrementality;

/// <summary>Numbers objects, so that a fingerprint can tell them apart without keeping them alive. Thread safe.</summary>
internal sealed class Identities
{
    private readonly ConditionalWeakTable<object, StrongBox<long>> _numbers = new();
    private long _last;

    public long NumberOf(object value) => _numbers.GetValue(value, _ => new StrongBox<long>(Interlocked.Increment(ref _last))).Value;
}
