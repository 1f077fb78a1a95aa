namespace TypedTune;

/// <summary>A range of numbers.</summary>
internal sealed class RangeLeaf<T, TValue>(CoordinateTable<T> table, Coordinate<T> coordinate, Lens<T, TValue> lens, NumberRange<TValue> values, Func<double, TValue> quantile)
    : LeafNode<T>(table, coordinate, RangeOf(values))
{
    public override double Quantile(double share) => NumberOf(quantile(share));

    protected override bool Holds(T configuration) => lens.TryGet(configuration, out var value) && values.Contains(value!);

    protected override double Nearest(double number) => NumberOf(values.Nearest(number));

    private double NumberOf(TValue value) => values.Code!.Read(value)!.Value;

    private static EncodedRange RangeOf(NumberRange<TValue> values) => new(
        values.Code!.IsWhole ? HyperparameterKind.Integer : HyperparameterKind.Real, values.Scale, values.Low, values.High, values.Step);
}
