namespace TypedTune.Learning;

/// <summary>Fits a classifier.</summary>
/// <param name="place">Its input is the features.</param>
/// <param name="path">The predictor's path.</param>
/// <param name="classifier">The configuration.</param>
/// <param name="wishes">The results that the plan's folds want.</param>
/// <param name="withProbabilities">Whether it is asked for probabilities, whatever the metrics need.</param>
internal sealed class ClassifierNode(NodePlace place, string path, IClassifier classifier, PredictionWishes wishes, bool withProbabilities)
    : PredictorNode<Categories>(place, NameOf(withProbabilities), path, classifier, LabelTargets.Instance, wishes)
{
    /// <summary>Whether points alone are wanted of it.</summary>
    public override bool WantsPointsOnly => !withProbabilities;

    /// <summary>The name of the operation, by which nodes are told apart.</summary>
    public static string NameOf(bool withProbabilities) => withProbabilities ? "fit with probabilities" : "fit";

    public override PlanNode At(NodePlace place) => new ClassifierNode(place, Step!, classifier, Wishes, withProbabilities);

    protected override PredictionNeeds NeedsOf(FitTask task) => withProbabilities ? PredictionNeeds.Union([task.Needs, new() { Probabilities = true }]) : task.Needs;

    protected override object Fit(FeatureMatrix features, Categories target, FitContext context) => classifier.Fit(features, target, context);

    protected override object Fit(FeatureMatrix features, Categories target, double[] weights, FitContext context) => ((IWeightedClassifier)classifier).Fit(features, target, weights, context);

    protected override (object Fitted, OutOfBagPredictions<Categories> OutOfBag) FitOutOfBag(FeatureMatrix features, Categories target, FitContext context) =>
        ((IOutOfBagClassifier)classifier).FitOutOfBag(features, target, context);

    protected override Categories Predict(object fitted, FeatureMatrix rows, FitContext context) => ((IFittedClassifier)fitted).Predict(rows, context);
}
