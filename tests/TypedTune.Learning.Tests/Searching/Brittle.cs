namespace TypedTune.Learning.Tests.Searching;

public enum Behaviour
{
    Predict,
    Throw,
    PredictNaN,
    Wait,
}

/// <summary>A regressor that does as it is told.</summary>
public sealed partial record Brittle : IRegressor<Brittle, FittedBrittle>
{
    [Hyperparameter]
    public Behaviour Behaviour { get; init; }

    [Hyperparameter(Min = 0, Max = 10)]
    public int Offset { get; init; }

    public FittedBrittle Fit(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        if (Behaviour == Behaviour.Throw)
            throw new InvalidOperationException("it does not want to");
        if (Behaviour == Behaviour.Wait)
            context!.CancellationToken.WaitHandle.WaitOne();
        context?.CancellationToken.ThrowIfCancellationRequested();
        return new FittedBrittle(Behaviour == Behaviour.PredictNaN ? double.NaN : target.Average() + Offset);
    }
}

public sealed class FittedBrittle(double prediction) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        var predictions = new double[features.RowCount];
        Array.Fill(predictions, prediction);
        return predictions;
    }
}
