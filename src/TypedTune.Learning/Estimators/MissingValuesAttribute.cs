namespace TypedTune.Learning;

/// <summary>
/// States what a step or an estimator does with missing values, so that a column that may have some is refused where it is declared, and not when a
/// search runs. Of a type without it nothing is known, and nothing said.
/// </summary>
/// <param name="treatment">What it does.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class MissingValuesAttribute(MissingValueTreatment treatment) : Attribute
{
    /// <summary>What the type does with missing values.</summary>
    public MissingValueTreatment Treatment { get; } = treatment;
}
