namespace TypedTune.Learning;

/// <summary>A regressor or a classifier, as the engine sees it.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
/// <param name="Configuration">The predictor itself.</param>
/// <param name="Kind">Numbers or labels.</param>
/// <param name="Fit">Learns.</param>
/// <param name="FitWeighted">Learns from weighted rows; null where it cannot.</param>
/// <param name="FitOutOfBag">Learns and predicts out of bag; null where it cannot.</param>
/// <param name="Predict">Predicts rows.</param>
internal sealed record Predictor<TFitted, TTarget>(
    object Configuration,
    TargetKind<TTarget> Kind,
    Func<FeatureMatrix, TTarget, FitContext, TFitted> Fit,
    Func<FeatureMatrix, TTarget, double[], FitContext, TFitted>? FitWeighted,
    Func<FeatureMatrix, TTarget, FitContext, (TFitted Fitted, OutOfBagPredictions<TTarget> OutOfBag)>? FitOutOfBag,
    Func<TFitted, FeatureMatrix, FitContext, TTarget> Predict)
{
    /// <summary>Predicts rows: points, checked, and what else the fold's metrics must see.</summary>
    /// <exception cref="InvalidOperationException">A prediction is illegal, or the model cannot predict what is needed.</exception>
    public Predictions PredictAll(TFitted fitted, FeatureMatrix features, FoldTask task, FitContext context)
    {
        var points = Kind.Predictions(Predict(fitted, features, context), features.RowCount, task.Train.Name);
        return ModelPredictions.Complete(points, fitted!, features, task.Needs, context);
    }
}

/// <summary>Sees predictors as the engine does. The capabilities promise the type that a plain fit gives.</summary>
internal static class Predictor
{
    public static Predictor<TFitted, double[]> Of<TFitted>(IRegressor regressor, Func<FeatureMatrix, double[], FitContext, TFitted> fit)
        where TFitted : IFittedRegressor => new(
            regressor,
            NumberTargets.Instance,
            fit,
            regressor is IWeightedRegressor weighted ? (features, target, weights, context) => (TFitted)weighted.Fit(features, target, weights, context) : null,
            regressor is IOutOfBagRegressor bagged ? (features, target, context) => Typed<TFitted, IFittedRegressor, double[]>(bagged.FitOutOfBag(features, target, context)) : null,
            (fitted, features, context) => fitted.Predict(features, context));

    public static Predictor<TFitted, Categories> Of<TFitted>(IClassifier classifier, Func<FeatureMatrix, Categories, FitContext, TFitted> fit)
        where TFitted : IFittedClassifier => new(
            classifier,
            LabelTargets.Instance,
            fit,
            classifier is IWeightedClassifier weighted ? (features, target, weights, context) => (TFitted)weighted.Fit(features, target, weights, context) : null,
            classifier is IOutOfBagClassifier bagged ? (features, target, context) => Typed<TFitted, IFittedClassifier, Categories>(bagged.FitOutOfBag(features, target, context)) : null,
            (fitted, features, context) => fitted.Predict(features, context));

    private static (TFitted Fitted, OutOfBagPredictions<TTarget> OutOfBag) Typed<TFitted, TBase, TTarget>((TBase Fitted, OutOfBagPredictions<TTarget> OutOfBag) fit)
        where TFitted : TBase => ((TFitted)fit.Fitted!, fit.OutOfBag);
}
