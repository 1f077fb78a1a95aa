namespace TypedTune.Learning;

/// <summary>The units in which a tree is grown: those of the caller, but where sums of weights or squares would leave the range of their numbers.</summary>
/// <param name="Weight">What a weight of 1 is in the caller's unit.</param>
/// <param name="Target">The power of two that a target of 1 is in the caller's unit.</param>
/// <param name="Impurity">The power of two that an impurity of 1 is in the caller's unit.</param>
internal readonly record struct TreeUnits(double Weight, int Target, int Impurity)
{
    /// <summary>The caller's.</summary>
    public static TreeUnits None => new(1, 0, 0);

    /// <summary>The units for a regression.</summary>
    /// <param name="target">N finite numbers.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <param name="criterion">What splits make small.</param>
    public static TreeUnits Choose(double[] target, RowWeights weights, RegressionCriterion criterion)
    {
        int unit = PowerUnit.Choose(target);
        return new TreeUnits(weights.Unit, unit, criterion == RegressionCriterion.SquaredError ? 2 * unit : unit);
    }

    /// <summary>Puts targets into these units.</summary>
    public double[] Take(double[] target) => PowerUnit.Take(target, Target);

    /// <summary>Puts limits into these units.</summary>
    public TreeStop Take(TreeStop stop) => Impurity == 0 ? stop : stop with
    {
        MinImpurityDecrease = Math.ScaleB(stop.MinImpurityDecrease, -Impurity),
        PruningStrength = Math.ScaleB(stop.PruningStrength, -Impurity),
    };

    /// <summary>Puts predictions into the caller's unit, in place.</summary>
    public double[] Give(double[] predictions) => PowerUnit.Give(predictions, Target);

    /// <summary>Puts the weights of nodes and what they are multiplied with into the caller's unit, in place.</summary>
    /// <param name="weights">A number a node.</param>
    /// <param name="decreases">By how much each column's splits lower the impurity.</param>
    public void GiveWeights(Span<float> weights, Span<double> decreases)
    {
        if (Weight == 1)
            return;
        foreach (ref float weight in weights)
            weight = (float)(weight * Weight);
        foreach (ref double decrease in decreases)
            decrease *= Weight;
    }
}
