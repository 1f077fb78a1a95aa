namespace TypedTune.Learning;

/// <summary>Fits a regressor.</summary>
internal sealed class RegressorNode(NodePlace place, string path, IRegressor regressor, PredictionWishes wishes)
    : PredictorNode<double[]>(place, "fit", path, regressor, NumberTargets.Instance, wishes)
{
    public override PlanNode At(NodePlace place) => new RegressorNode(place, Step!, regressor, Wishes);

    protected override object Fit(FeatureMatrix features, double[] target, FitContext context) => regressor.Fit(features, target, context);

    protected override object Fit(FeatureMatrix features, double[] target, double[] weights, FitContext context) => ((IWeightedRegressor)regressor).Fit(features, target, weights, context);

    protected override (object Fitted, OutOfBagPredictions<double[]> OutOfBag) FitOutOfBag(FeatureMatrix features, double[] target, FitContext context) =>
        ((IOutOfBagRegressor)regressor).FitOutOfBag(features, target, context);

    protected override double[] Predict(object fitted, FeatureMatrix rows, FitContext context) => ((IFittedRegressor)fitted).Predict(rows, context);
}
