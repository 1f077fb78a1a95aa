namespace TypedTune;

/// <summary>The numbers that an encoded hyperparameter may be, in its own units and not in those of the scale. Immutable and thread safe.</summary>
public sealed class EncodedRange
{
    internal EncodedRange(HyperparameterKind kind, Scale scale, double low, double high, double? step = null, IReadOnlyList<double>? values = null)
    {
        Kind = kind;
        Scale = scale == Scale.Log && low > 0 ? Scale.Log : Scale.Linear;
        Low = low;
        High = high;
        Step = step;
        Values = values ?? [];
    }

    /// <summary>How the numbers are to be read.</summary>
    public HyperparameterKind Kind { get; }

    /// <summary>The scale on which distances are to be measured; logarithmic only where every number is above 0.</summary>
    public Scale Scale { get; }

    /// <summary>The smallest number, included; negative infinity for a normal distribution without a lower bound.</summary>
    public double Low { get; }

    /// <summary>The largest number, included; positive infinity for a normal distribution without an upper bound.</summary>
    public double High { get; }

    /// <summary>The distance between neighbours, counted from <see cref="Low"/>; null where there is no single one.</summary>
    public double? Step { get; }

    /// <summary>The numbers of an ordered range and the indices of a choice, ascending and each once; empty for whole and real numbers.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>A number on the scale: itself, or its natural logarithm.</summary>
    /// <param name="value">The number; above 0 where the scale is logarithmic.</param>
    public double OnScale(double value) => Scale == Scale.Log ? PortableMath.Log(value) : value;
}
