namespace TypedTune.Learning;

/// <summary>Fits a classifier.</summary>
internal sealed class ClassifierNode(NodePlace place, string path, IClassifier classifier, PredictionWishes wishes)
    : PredictorNode<Categories>(place, path, classifier, LabelTargets.Instance, wishes)
{
    public override PlanNode At(NodePlace place) => new ClassifierNode(place, Step!, classifier, Wishes);

    protected override object Fit(FeatureMatrix features, Categories target, FitContext context) => classifier.Fit(features, target, context);

    protected override object Fit(FeatureMatrix features, Categories target, double[] weights, FitContext context) => ((IWeightedClassifier)classifier).Fit(features, target, weights, context);

    protected override (object Fitted, OutOfBagPredictions<Categories> OutOfBag) FitOutOfBag(FeatureMatrix features, Categories target, FitContext context) =>
        ((IOutOfBagClassifier)classifier).FitOutOfBag(features, target, context);

    protected override Categories Predict(object fitted, FeatureMatrix rows, FitContext context) => ((IFittedClassifier)fitted).Predict(rows, context);
}
