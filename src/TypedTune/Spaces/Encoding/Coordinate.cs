namespace TypedTune;

/// <summary>One number of an encoded configuration: reads it from a configuration and writes it into one.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="index">Its place among the numbers.</param>
/// <param name="path">The hyperparameter.</param>
/// <param name="picks">The states that choices must have for it to be active.</param>
internal abstract class Coordinate<T>(int index, string path, IReadOnlyList<StatePick> picks)
{
    public int Index => index;

    public string Path => path;

    public IReadOnlyList<StatePick> Picks => picks;

    /// <summary>Whether numbers are whole; true for choices.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>The options that the numbers of a choice stand for; empty for other coordinates.</summary>
    public abstract IReadOnlyList<string> Options { get; }

    /// <summary>The number as the configuration has it, whether or not a space holds it; NaN where the configuration has no such hyperparameter.</summary>
    public abstract double Read(T configuration);

    /// <summary>The number as a value of the hyperparameter itself, not as an option whose parts are tuned; NaN if the configuration has no such value.</summary>
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
