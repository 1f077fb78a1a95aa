namespace TypedTune;

/// <summary>Those options of a choice that are values of the hyperparameter itself.</summary>
/// <typeparam name="T">The configuration.</typeparam>
internal abstract class ListedStates<T>
{
    /// <summary>The index of the option that a configuration's value is; null where its value is not listed.</summary>
    public abstract int? Read(T configuration);

    /// <summary>Copies a configuration with the value of an option; false where the option is not among these.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="state">The index of the option.</param>
    /// <param name="changed">The copy.</param>
    public abstract bool TryWrite(T configuration, int state, out T changed);

    /// <summary>Whether two configurations have the same value.</summary>
    public abstract bool AreSame(T left, T right);

    /// <summary>Whether the hyperparameter is as the root has it.</summary>
    public abstract bool IsAtRoot(T configuration);
}
