using System.Globalization;

namespace TypedTune.Learning;

/// <summary>The part of one prediction that one feature contributes.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Contribution">In the prediction's unit; negative where it lowers it.</param>
public readonly record struct FeatureContribution(string Name, double Contribution)
{
    /// <summary>Both, as <c>MedianIncome +41250.3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {(Contribution < 0 ? "" : "+")}{Contribution:G6}");
}
