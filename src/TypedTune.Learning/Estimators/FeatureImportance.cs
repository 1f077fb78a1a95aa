namespace TypedTune.Learning;

/// <summary>How much one feature contributes.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Importance">The importance, in the unit of the method that computed it.</param>
public readonly record struct FeatureImportance(string Name, double Importance)
{
    /// <summary>Name and importance, such as <c>MedianIncome 0.412</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name} {Importance:G3}");
}
