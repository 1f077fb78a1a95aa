namespace TypedTune;

/// <summary>One number of an encoded configuration: reads it from a configuration and writes it into one.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="index">Its place among the numbers.</param>
/// <param name="path">The hyperparameter.</param>
/// <param name="picks">The states of choices in which alone it is active.</param>
internal abstract class Coordinate<T>(int index, string path, IReadOnlyList<StatePick> picks)
{
    public int Index => index;

    public string Path => path;

    public IReadOnlyList<StatePick> Picks => picks;

    /// <summary>Whether numbers are whole; true for choices.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>What the numbers of a choice stand for; empty for others.</summary>
    public abstract IReadOnlyList<string> Options { get; }

    /// <summary>The number as the configuration has it, whether or not a space holds it; NaN where the configuration has no such hyperparameter.</summary>
    public abstract double Read(T configuration);

    /// <summary>The number as a value of the hyperparameter itself, and not as an option that its parts take; NaN where it is none.</summary>
    public virtual double ReadValue(T configuration) => Read(configuration);

    /// <summary>A copy of a configuration with the value of a number.</summary>
    public abstract T Write(T configuration, double number);

    /// <summary>A copy of a configuration with the value of another one.</summary>
    public abstract T Copy(T from, T to);

    /// <summary>Whether the hyperparameter is as the root has it.</summary>
    public abstract bool IsAtRoot(T configuration);

    /// <summary>Whether a configuration takes an option that the root does not take.</summary>
    public virtual bool TakesAnotherOption(T configuration) => false;
}
