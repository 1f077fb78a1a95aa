namespace TypedTune.Learning;

/// <summary>Scores one candidate's predictions on one fold.</summary>
internal sealed class ScoreNode(int candidate, int fold, bool namesFold, PredictionNode prediction, string metric, Func<Targets, Targets, double> score)
    : FitNode(null, fold, [prediction])
{
    /// <summary>The candidate's place in the plan.</summary>
    public int Candidate { get; } = candidate;

    /// <summary>What is scored.</summary>
    public PredictionNode Prediction { get; } = prediction;

    public double Score { get; private set; }

    internal override void Run(FitContext context) => Time(
        () => { },
        () =>
        {
            try
            {
                var scored = Prediction.Scored!;
                Score = score(scored.Truth, scored.Predictions);
                if (!double.IsFinite(Score))
                    throw new InvalidOperationException($"the score is {Score}. Look at the predictions and the targets that are scored.");
            }
            catch (Exception exception)
            {
                throw new FitException(metric, namesFold ? Fold : null, exception);
            }
        });

    internal override void Release()
    {
    }
}
