namespace TypedTune;

/// <summary>Listed values other than numbers.</summary>
/// <param name="table">All coordinates.</param>
/// <param name="choice">The one that gets the values.</param>
/// <param name="states">The indices of the values as listed, with repeats, which are drawn more often.</param>
internal sealed class ChoiceLeaf<T>(CoordinateTable<T> table, ChoiceCoordinate<T> choice, double[] states) : LeafNode<T>(table, choice, RangeOf(states))
{
    private readonly HashSet<double> _states = [.. states];

    public override double Quantile(double share) => states[Math.Min((int)(share * states.Length), states.Length - 1)];

    protected override bool Holds(T configuration) => _states.Contains(choice.ReadValue(configuration));

    protected override double Nearest(double number) => _states.Contains(number) ? number : states[0];

    private static EncodedRange RangeOf(double[] states) =>
        new(HyperparameterKind.Choice, Scale.Linear, states.Min(), states.Max(), values: [.. states.Distinct().Order()]);
}
