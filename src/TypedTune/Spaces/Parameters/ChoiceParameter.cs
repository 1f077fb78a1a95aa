namespace TypedTune;

/// <summary>A hyperparameter with few values, all known: a bool or an enum. Immutable and thread safe.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <typeparam name="TValue">The hyperparameter's type.</typeparam>
/// <param name="lens">Where it is.</param>
/// <param name="values">All its values.</param>
public sealed class ChoiceParameter<TRoot, TValue>(Lens<TRoot, TValue> lens, params TValue[] values) : Parameter<TRoot, TValue>(lens)
{
    /// <summary>Every value, in the order of declaration; for a nullable hyperparameter null comes last.</summary>
    public Grid<TRoot> Any() => In(values);

    private protected override void Check(TValue value)
    {
        if (!values.Contains(value))
            throw new ArgumentOutOfRangeException(Lens.Path, value, $"{Lens.Path} must be one of {Excerpt.FromList(values.Select(Text))}, but is {Text(value)}.");
    }

    private static string Text(TValue value) => value is null ? "null" : Excerpt.FromObject(value);
}
