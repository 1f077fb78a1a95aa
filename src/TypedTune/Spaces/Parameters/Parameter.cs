using System.ComponentModel;

namespace TypedTune;

/// <summary>One hyperparameter of a configuration, from which spaces are made. Made by the generator; immutable and thread safe.</summary>
/// <typeparam name="TRoot">The configuration.</typeparam>
/// <typeparam name="TValue">The hyperparameter's type; its equality finds duplicate configurations.</typeparam>
public class Parameter<TRoot, TValue> : SpacePart
{
    /// <summary>Creates a parameter.</summary>
    /// <param name="lens">Where it is.</param>
    public Parameter(Lens<TRoot, TValue> lens)
    {
        ArgumentNullException.ThrowIfNull(lens);
        Lens = lens;
    }

    /// <summary>Where the hyperparameter is, for parameters made of others.</summary>
    protected Lens<TRoot, TValue> Lens { get; }

    /// <summary>Exactly these values, in this order.</summary>
    /// <param name="values">One at least; a repeated value gives a repeated point.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the declared bounds.</exception>
    public Grid<TRoot> In(params ReadOnlySpan<TValue> values) => GridOf(values.ToArray());

    /// <inheritdoc cref="In(ReadOnlySpan{TValue})"/>
    public Grid<TRoot> In(IEnumerable<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return GridOf([.. values]);
    }

    /// <summary>The hyperparameter's path, as <c>Preprocessing.Geo.Clusters</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => Lens.Path;

    /// <summary>The numbers that the values are; null where they are none.</summary>
    private protected virtual NumberCode<TValue>? Code => null;

    /// <summary>Refuses a value that the hyperparameter's declaration does not allow.</summary>
    /// <param name="value">The value.</param>
    private protected virtual void Check(TValue value)
    {
    }

    private Grid<TRoot> GridOf(TValue[] values)
    {
        if (values.Length == 0)
            throw new ArgumentException($"{Lens.Path}.In needs one value at least; without any the space would be empty.", nameof(values));
        foreach (var value in values)
            Check(value);
        return new ValueGrid<TRoot, TValue>(Lens, new ListedValues<TValue>(values, Code, Code?.Scale ?? Scale.Linear), values.Length, index => values[index]);
    }
}
