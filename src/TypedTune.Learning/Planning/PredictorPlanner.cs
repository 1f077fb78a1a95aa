namespace TypedTune.Learning;

/// <summary>Plans the predictors of one fold: each by itself, out of bag, by weights, or along a path.</summary>
internal sealed class PredictorPlanner(int fold, FoldTask task, NodePool pool)
{
    /// <summary>Adds a regressor or a classifier.</summary>
    /// <exception cref="ArgumentException">It cannot do what the fold asks for.</exception>
    public PredictionNode<TFitted> Add<TFitted, TTarget>(string path, Predictor<TFitted, TTarget> predictor, FoldNode<FeatureMatrix> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (task.Weights is not null && predictor.FitWeighted is null)
            throw new ArgumentException($"{path} is a {FitPlanner.NameOf(predictor.Configuration)}, which learns from no weighted rows. Leave out the weights of the {nameof(Dataset)}, or end in an {nameof(IWeightedRegressor)} or {nameof(IWeightedClassifier)}, such as a forest.");
        if (task.IsOutOfBag)
            RequireOutOfBag(path, predictor);
        return task.SharesPaths && predictor.Configuration is IPath<TTarget> member && IsLegal(member)
            ? AddMember(path, predictor, member, input)
            : AddAlone(path, predictor, input);
    }

    private PredictionNode<TFitted> AddAlone<TFitted, TTarget>(string path, Predictor<TFitted, TTarget> predictor, FoldNode<FeatureMatrix> input)
    {
        FitNode[] inputs = [input];
        return pool.GetOrAddPrediction("fit", predictor.Configuration, inputs, () =>
        {
            OutOfBagPredictions<TTarget>? outOfBag = null;
            return new PredictionNode<TFitted>(path, fold, inputs, task.KeepsModels, Fit, Predict)
            {
                Configuration = predictor.Configuration,
                Estimate = FitEstimate.Of(predictor.Configuration, input.Size),
            };

            TFitted? Fit(FitContext context)
            {
                // Here, so that an illegal configuration is that candidate's failure and not the plan's.
                DeclaredBounds.Check(predictor.Configuration);
                var target = predictor.Kind.Of(task.Train);
                if (task.Weights is { } weights)
                    return predictor.FitWeighted!(input.Train!, target, weights, context);
                if (!task.IsOutOfBag)
                    return predictor.Fit(input.Train!, target, context);
                (var fitted, outOfBag) = predictor.FitOutOfBag!(input.Train!, target, context);
                return fitted;
            }

            FoldPredictions Predict(TFitted? fitted, FitContext context)
            {
                var training = task.ScoresTraining ? predictor.PredictAll(fitted!, input.Train!, task, context) : null;
                var predictions = task.Score(task.Validation is not null ? predictor.PredictAll(fitted!, input.Validation!, task, context) : null, training);
                if (outOfBag is null)
                    return predictions;
                var scored = new ScoredRows(task.Train.TakeRows([.. outOfBag.Rows]), new Predictions(predictor.Kind.Predictions(outOfBag.Predictions, outOfBag.Rows.Count, task.Train.Name)));
                outOfBag = null;
                return predictions with { Scored = scored };
            }
        });
    }

    private PredictionNode<TFitted> AddMember<TFitted, TTarget>(string path, Predictor<TFitted, TTarget> predictor, IPath<TTarget> member, FoldNode<FeatureMatrix> input) =>
        pool.GetOrAddPrediction("fit", predictor.Configuration, [input], () =>
        {
            var shared = pool.GetOrAddPrediction("path", member.PathKey, [input], () => new PathNode<TTarget>(path, input, task, predictor.Kind) { Configuration = predictor.Configuration });
            var own = new PathMember<TTarget>(member, (features, target, context) =>
            {
                var fitted = predictor.Fit(features, target, context);
                return (rows, predicting) => predictor.Predict(fitted, rows, predicting);
            });
            var view = new PredictionNode<TFitted>(null, fold, [shared], keepsModel: false, _ => default, (_, _) => own.Path!.Of(own))
            {
                BlamedStep = path,
                Configuration = predictor.Configuration,
            };
            own.Join(shared, view);
            return view;
        });

    private void RequireOutOfBag<TFitted, TTarget>(string path, Predictor<TFitted, TTarget> predictor)
    {
        if (predictor.FitOutOfBag is null)
            throw new ArgumentException($"{path} is a {FitPlanner.NameOf(predictor.Configuration)}, which predicts no training row out of bag. Evaluate by KFold or Holdout, or end in a forest.");
        if (!task.Needs.ArePointsOnly)
            throw new ArgumentException($"{path} cannot be scored out of bag by metrics that need {task.Needs}, since {(typeof(TTarget) == typeof(Categories) ? "labels" : "numbers")} alone are predicted out of bag. Evaluate by KFold or Holdout, or score by others.");
        if (task.Weights is not null)
            throw new ArgumentException($"{path} cannot be scored out of bag on weighted rows. Evaluate by KFold or Holdout, or leave out the weights of the {nameof(Dataset)}.");
        if (!((IOutOfBag)predictor.Configuration).LeavesRowsOut(task.Train.RowCount))
            throw new ArgumentException($"{path} lets every tree learn from all {task.Train.RowCount} rows, so none is out of bag. Let its Sampling be a Bootstrap or a Subsample, or evaluate by KFold or Holdout.");
    }

    // One that is not fails by itself, and takes no other with it.
    private static bool IsLegal(object predictor)
    {
        try
        {
            DeclaredBounds.Check(predictor);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
