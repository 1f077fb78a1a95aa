using TypedTune.Learning;

namespace TypedTune.Seams;

#region composite
/// <summary>The mean of what two regressors predict. A search fits each of them once for all candidates that share it.</summary>
public sealed partial record AverageOfTwo : IRegressor<AverageOfTwo, FittedAverageOfTwo>, ICompositePredictor<FittedAverageOfTwo>
{
    [Hyperparameter]
    public Ridge Linear { get; init; } = new();

    [Hyperparameter]
    public RandomForestRegressor Forest { get; init; } = new() { Trees = 5, Seed = 1 };

    public FittedAverageOfTwo Fit(FeatureMatrix features, double[] target, FitContext? context = null) =>
        PlannedFit.Fit(this, features, Targets.Of(target), context);

    public PredictionHandle<FittedAverageOfTwo> Plan(IFitPlan plan, string path, DataHandle<FeatureMatrix> input)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var linear = plan.AddRegressor(StepPath.Join(path, nameof(Linear)), Linear, input);
        var forest = plan.AddRegressor(StepPath.Join(path, nameof(Forest)), Forest, input);
        return plan.Combine(this, [linear, forest], FittedAverageOfTwo.Mean, fits => new FittedAverageOfTwo(fits.Of(linear), fits.Of(forest)));
    }
}
#endregion
