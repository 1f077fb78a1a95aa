namespace TypedTune;

/// <summary>A hyperparameter of any number type, seen as a double.</summary>
/// <typeparam name="T">The configuration.</typeparam>
internal abstract class NumberView<T>
{
    /// <summary>Whether the numbers are whole.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>The number in a configuration; null if the configuration has no number there.</summary>
    /// <exception cref="ArgumentException">The number is NaN.</exception>
    public abstract double? Read(T configuration);

    /// <summary>A copy of a configuration with another number.</summary>
    public abstract T Write(T configuration, double number);

    /// <summary>A copy of a configuration with the number of another one, not rounded.</summary>
    public abstract T Copy(T from, T to);

    /// <summary>Whether the hyperparameter is as the root has it.</summary>
    public abstract bool IsAtRoot(T configuration);
}
