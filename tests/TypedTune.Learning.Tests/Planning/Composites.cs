using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Planning;

/// <summary>The mean of what two regressors predict.</summary>
public sealed partial record MeanOfTwo : IRegressor<MeanOfTwo, FittedMeanOfTwo>, ICompositePredictor<FittedMeanOfTwo>
{
    [Hyperparameter]
    public Ridge One { get; init; } = new();

    public RandomForestRegressor Two { get; init; } = new() { Trees = 5 };

    public FittedMeanOfTwo Fit(FeatureMatrix features, double[] target, FitContext? context = null) => PlannedFit.Fit(this, features, Targets.Of(target), context);

    public PredictionHandle<FittedMeanOfTwo> Plan(IFitPlan plan, string path, DataHandle<FeatureMatrix> input)
    {
        var one = plan.AddRegressor(StepPath.Join(path, "One"), One, input);
        var two = plan.AddRegressor(StepPath.Join(path, "Two"), Two, input);
        return plan.Combine(this, [one, two], Mean, fits => new FittedMeanOfTwo(fits.Of(one), fits.Of(two)));
    }

    internal static Predictions Mean(IReadOnlyList<Predictions> members) => new([.. members[0].Points.Numbers.Zip(members[1].Points.Numbers, (a, b) => (a + b) / 2)]);
}

public sealed record FittedMeanOfTwo(FittedRidge One, FittedRandomForestRegressor Two) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null) => [.. One.Predict(features, context).Zip(Two.Predict(features, context), (a, b) => (a + b) / 2)];
}

/// <summary>The label that comes first of what two classifiers predict.</summary>
public sealed record FirstOfTwo : IClassifier<FirstOfTwo, FittedFirstOfTwo>, ICompositePredictor<FittedFirstOfTwo>
{
    public KNeighborsClassifier One { get; init; } = new() { Neighbors = 1 };

    public RandomForestClassifier Two { get; init; } = new() { Trees = 5 };

    public FittedFirstOfTwo Fit(FeatureMatrix features, Categories target, FitContext? context = null) => PlannedFit.Fit(this, features, Targets.Of(target), context);

    public PredictionHandle<FittedFirstOfTwo> Plan(IFitPlan plan, string path, DataHandle<FeatureMatrix> input)
    {
        var one = plan.AddClassifier(StepPath.Join(path, "One"), One, input);
        var two = plan.AddClassifier(StepPath.Join(path, "Two"), Two, input);
        return plan.Combine(this, [one, two], Combine, fits => new FittedFirstOfTwo(fits.Of(one), fits.Of(two)));
    }

    internal static Predictions Combine(IReadOnlyList<Predictions> members) => new(Categories.From(
        Enumerable.Range(0, members[0].RowCount).Select(row => members.Select(member => member.Points.Labels[row]!).Min(StringComparer.Ordinal)!)));
}

public sealed record FittedFirstOfTwo(IFittedClassifier One, IFittedClassifier Two) : IFittedClassifier
{
    public Categories Predict(FeatureMatrix features, FitContext? context = null) =>
        FirstOfTwo.Combine([Targets.Of(One.Predict(features, context)), Targets.Of(Two.Predict(features, context))]).Points.Labels;
}

/// <summary>The mean of what two whole pipelines on rows predict.</summary>
public sealed record MeanOfPipelines : IEstimator<MeanOfPipelines, Table<Plot>, IReadOnlyList<PlotModel.Fitted>>, IRegression
{
    public PlotModel One { get; init; } = new();

    public PlotModel Two { get; init; } = new() { Forest = new() { Trees = 4, Seed = 2 } };

    public PredictionHandle<IReadOnlyList<PlotModel.Fitted>> Plan(IFitPlan plan, string path, DataHandle<Table<Plot>> data)
    {
        var one = ((IEstimator<PlotModel, Table<Plot>, PlotModel.Fitted>)One).Plan(plan, StepPath.Join(path, "One"), data);
        var two = ((IEstimator<PlotModel, Table<Plot>, PlotModel.Fitted>)Two).Plan(plan, StepPath.Join(path, "Two"), data);
        return plan.Combine<IReadOnlyList<PlotModel.Fitted>>(this, [one, two], MeanOfTwo.Mean, fits => [fits.Of(one), fits.Of(two)]);
    }
}

/// <summary>A ridge on what two regressors predict out of fold.</summary>
public sealed partial record Stack : IRegressor<Stack, FittedStack>, ICompositePredictor<FittedStack>
{
    public Ridge One { get; init; } = new() { Alpha = 3 };

    public RandomForestRegressor Two { get; init; } = new() { Trees = 5 };

    [Hyperparameter]
    public Ridge Final { get; init; } = new();

    [ConfigurationIgnore]
    public KFold Folds { get; init; } = new(3);

    public FittedStack Fit(FeatureMatrix features, double[] target, FitContext? context = null) => PlannedFit.Fit(this, features, Targets.Of(target), context);

    public PredictionHandle<FittedStack> Plan(IFitPlan plan, string path, DataHandle<FeatureMatrix> input)
    {
        var one = plan.AddRegressor(StepPath.Join(path, "One"), One, input);
        var two = plan.AddRegressor(StepPath.Join(path, "Two"), Two, input);
        var final = plan.AddRegressor(StepPath.Join(path, "Final"), Final, plan.OutOfFold([one, two], Folds, Columns));
        return plan.Assemble(this, [one, two, final], final, fits => new FittedStack(fits.Of(one), fits.Of(two), fits.Of(final)));
    }

    internal static FeatureMatrix Columns(IReadOnlyList<Predictions> members) =>
        FeatureMatrix.FromColumns(new FeatureNames([.. members.Select((_, i) => $"member {i}")]), [.. members.Select(member => member.Points.Numbers)]);
}

public sealed record FittedStack(IFittedRegressor One, IFittedRegressor Two, FittedRidge Final) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null) =>
        Final.Predict(Stack.Columns([Targets.Of(One.Predict(features, context)), Targets.Of(Two.Predict(features, context))]), context);
}

/// <summary>A ridge on what a stack predicts out of fold.</summary>
public sealed record StackOfStack : IRegressor<StackOfStack, FittedStackOfStack>, ICompositePredictor<FittedStackOfStack>
{
    public Stack Inner { get; init; } = new();

    public FittedStackOfStack Fit(FeatureMatrix features, double[] target, FitContext? context = null) => PlannedFit.Fit(this, features, Targets.Of(target), context);

    public PredictionHandle<FittedStackOfStack> Plan(IFitPlan plan, string path, DataHandle<FeatureMatrix> input)
    {
        var inner = plan.AddRegressor(StepPath.Join(path, "Inner"), Inner, input);
        var final = plan.AddRegressor(StepPath.Join(path, "Final"), new Ridge(), plan.OutOfFold([inner], new KFold(2), Stack.Columns));
        return plan.Assemble(this, [inner, final], final, fits => new FittedStackOfStack(fits.Of(inner), fits.Of(final)));
    }
}

public sealed record FittedStackOfStack(FittedStack Inner, FittedRidge Final) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null) => Final.Predict(Stack.Columns([Targets.Of(Inner.Predict(features, context))]), context);
}
