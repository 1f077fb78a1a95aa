namespace TypedTune;

/// <summary>
/// A configuration whose hyperparameters were declared with <see cref="HyperparameterAttribute"/>. Implemented by the
/// generator, explicitly, so that it adds no member to the type.
/// </summary>
public interface ITunable
{
    /// <summary>The configuration's type, as its author wrote it.</summary>
    string Name { get; }

    /// <summary>Checks every hyperparameter, nested ones included, against its declared bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside; the message names it, its value and the bound.</exception>
    void Validate();
}
