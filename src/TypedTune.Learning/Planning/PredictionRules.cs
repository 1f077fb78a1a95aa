namespace TypedTune.Learning;

/// <summary>The demands that the folds of a plan make on predictors.</summary>
internal sealed class PredictionRules
{
    private readonly bool _isWeighted;
    private readonly bool _isOutOfBag;
    private readonly int _rows;
    private readonly PredictionNeeds _needs;

    /// <summary>Takes the demands from one of the folds; all folds make the same ones.</summary>
    public PredictionRules(FitTask task)
    {
        _isWeighted = task.Weights is not null;
        _isOutOfBag = task.IsOutOfBag;
        _rows = task.Train.RowCount;
        _needs = task.Needs;
        Wishes = new PredictionWishes(task.WantsPredictionsAlone, task.ScoresTraining);
    }

    /// <summary>The results that are wanted from each predictor.</summary>
    public PredictionWishes Wishes { get; }

    /// <summary>Whether predictors may be fitted together.</summary>
    public bool SharesSubmodels(PlanNode predictor) => Wishes.Alone || (predictor.Scope is not null && !_isWeighted);

    /// <summary>Refuses a predictor that cannot do what the folds ask for.</summary>
    /// <exception cref="ArgumentException">The predictor cannot do it; the message says why and what to do.</exception>
    public void Require(string path, object predictor, bool weighs, IOutOfBag? bagged)
    {
        if (_isWeighted && !weighs)
            throw new ArgumentException($"{path} is a {EstimatorName.For(predictor)}, which cannot learn from weighted rows. Leave out the weights of the rows, or end in an {nameof(IWeightedRegressor)} or {nameof(IWeightedClassifier)}, such as a forest.");
        if (!_isOutOfBag)
            return;
        if (bagged is null)
            throw new ArgumentException($"{path} is a {EstimatorName.For(predictor)}, which cannot predict training rows out of bag. Evaluate by KFold or Holdout, or end in a forest.");
        if (!_needs.ArePointsOnly)
            throw new ArgumentException($"{path} cannot be scored out of bag by metrics that need {_needs}, since {(bagged is IOutOfBagClassifier ? "labels" : "numbers")} alone are predicted out of bag. Evaluate by KFold or Holdout, or score by others.");
        if (_isWeighted)
            throw new ArgumentException($"{path} cannot be scored out of bag on weighted rows. Evaluate by KFold or Holdout, or leave out the weights of the rows.");
        if (!bagged.LeavesRowsOut(_rows))
            throw new ArgumentException($"{path} lets every tree learn from all {_rows} rows, so none is out of bag. Let its Sampling be a Bootstrap or a Subsample, or evaluate by KFold or Holdout.");
    }

    /// <summary>Refuses a predictor that is made of predictors if candidates are scored out of bag.</summary>
    /// <exception cref="ArgumentException">Candidates are scored out of bag.</exception>
    public void RequireWhole(object whole)
    {
        if (_isOutOfBag)
            throw new ArgumentException($"{whole} is made of several predictors, which cannot be scored out of bag together. Evaluate by KFold or Holdout.");
    }
}
