using System.Numerics;

namespace TypedTune;

/// <summary>The values of one hyperparameter, made by index.</summary>
/// <param name="lens">The hyperparameter.</param>
/// <param name="values">The values, as a set.</param>
/// <param name="count">How many values there are.</param>
/// <param name="valueAt">A value by its index.</param>
/// <param name="farValueAt">A value by an index that may be above <see cref="long.MaxValue"/>; needed only where there are as many.</param>
internal sealed class ValueGrid<TRoot, TValue>(Lens<TRoot, TValue> lens, ValueSet<TValue> values, BigInteger count, Func<long, TValue> valueAt, Func<BigInteger, TValue>? farValueAt = null)
    : Grid<TRoot>(lens.Root, [.. lens.Choices.Select(choice => choice.Binding), new Binding(lens.Path, null)], [SpaceParameter<TRoot>.Of(lens)])
{
    // Looking at so many takes no time that is noticed.
    private const int MostLookedAt = 10_000;

    private readonly Lazy<bool> _isDistinct = new(() => count <= MostLookedAt && AreDistinct(lens, (int)count, valueAt));

    public override int Dimensions => 1;

    public override BigInteger Count => count;

    internal override bool HasDistinctPoints => _isDistinct.Value;

    internal override TRoot Apply(TRoot configuration, BigInteger index) => lens.Set(configuration, ValueAt(index));

    internal override TRoot Apply(TRoot configuration, long index) => lens.Set(configuration, valueAt(index));

    internal override IEnumerable<TRoot> Visit(TRoot configuration)
    {
        long near = (long)BigInteger.Min(count, long.MaxValue);
        for (long index = 0; index < near; index++)
            yield return lens.Set(configuration, valueAt(index));
        for (BigInteger index = near; index < count; index++)
            yield return Apply(configuration, index);
    }

    internal override bool TryApply(ref TRoot configuration, ReadOnlySpan<double> coordinates)
    {
        configuration = Apply(configuration, IndexOf(coordinates[0], count));
        return true;
    }

    internal override TResult Accept<TResult>(ISpaceVisitor<TRoot, TResult> visitor) => visitor.VisitValues(lens, values, share => ValueAt(IndexOf(share, count)));

    private TValue ValueAt(BigInteger index) => index <= long.MaxValue ? valueAt((long)index) : farValueAt!(index);

    // The configurations are compared and not the values, as what sets them may round or clamp, and a type may compare as it likes.
    private static bool AreDistinct(Lens<TRoot, TValue> lens, int count, Func<long, TValue> valueAt)
    {
        var seen = new HashSet<TRoot>(count);
        try
        {
            for (int index = 0; index < count; index++)
            {
                if (!seen.Add(lens.Set(lens.Root, valueAt(index))))
                    return false;
            }
        }
        catch (Exception)
        {
            // Whoever visits the value that cannot be set will hear of it; it may be that nobody does.
            return false;
        }

        return true;
    }
}
