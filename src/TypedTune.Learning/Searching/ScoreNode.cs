namespace TypedTune.Learning;

/// <summary>Scores one candidate's predictions on one fold.</summary>
internal sealed class ScoreNode(int candidate, int fold, PredictionNode prediction, string metric, Func<Targets, double> score)
    : FitNode(null, fold, [prediction])
{
    /// <summary>The candidate's place in the plan.</summary>
    public int Candidate { get; } = candidate;

    public double Score { get; private set; }

    internal override void Run(FitContext context) => Time(
        () => { },
        () =>
        {
            try
            {
                Score = score(prediction.Predictions!);
                if (!double.IsFinite(Score))
                    throw new InvalidOperationException($"the score is {Score}. Look at the predictions and the targets of the fold.");
            }
            catch (Exception exception)
            {
                throw new FitException(metric, Fold, exception);
            }
        });

    internal override void Release()
    {
    }
}
