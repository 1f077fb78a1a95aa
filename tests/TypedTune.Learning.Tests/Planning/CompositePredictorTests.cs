using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Planning;

/// <summary>Predictors made of predictors: what they predict is what their members predict by hand, and members are fitted once whoever asks.</summary>
public sealed class CompositePredictorTests
{
    private static readonly Dataset s_data = SearchPlanTests.Numbers(40);
    private static readonly Table<Plot> s_plots = Plot.Many(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Mean_IsThatOfItsMembersBitForBit()
    {
        var model = new MeanOfTwo();
        var folds = new KFold(4).Split(s_data.Roles);

        var scores = model.CrossValidate(s_data, new KFold(4), Metric.RootMeanSquaredError, new() { TrainingScores = true }, Token);

        Assert.Equal(folds.Select(fold => Score(fold, fold.Validation)), scores.Validation.Values);
        Assert.Equal(folds.Select(fold => Score(fold, fold.Train)), scores.Training!.Values);

        double Score(Fold fold, int[] scored)
        {
            var (train, rows) = (s_data.TakeRows(fold.Train), s_data.TakeRows(scored));
            double[] one = model.One.Fit(train.Features, train.Targets.Numbers).Predict(rows.Features);
            double[] two = model.Two.Fit(train.Features, train.Targets.Numbers).Predict(rows.Features);
            return Metric.RootMeanSquaredError.Score(rows.Targets, Targets.Of([.. one.Zip(two, (a, b) => (a + b) / 2)]));
        }
    }

    [Fact]
    public void FittedMean_IsAssembledOfFittedMembers()
    {
        var model = new MeanOfTwo();

        var fitted = model.Fit(s_data.Features, s_data.Targets.Numbers);

        Assert.Equal(model.One.Fit(s_data.Features, s_data.Targets.Numbers).Coefficients, fitted.One.Coefficients);
        Assert.Equal(model.Two.Fit(s_data.Features, s_data.Targets.Numbers).Predict(s_data.Features), fitted.Two.Predict(s_data.Features));
    }

    [Fact]
    public void MembersOfSeveralCandidates_AreFittedOnce()
    {
        var search = new GridSearch<MeanOfTwo>(MeanOfTwo.Space.One.Alpha.In(1, 2)) { Evaluation = new KFold(4), Scoring = Metric.RootMeanSquaredError };

        var plan = search.Plan(s_data);
        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.Equal((2 * 4, 4), (plan.FitsOf("One"), plan.FitsOf("Two")));
        Assert.Equal(plan.TotalFits, result.StepTimes.Sum(step => step.Fits));
        Assert.All(result.Trials, trial => Assert.Equal(trial.Configuration.CrossValidate(s_data, new KFold(4), Metric.RootMeanSquaredError, cancellationToken: Token).Validation.Values, trial.FoldScores));
    }

    [Fact]
    public void Vote_IsThatOfItsMembersBitForBit()
    {
        var data = Validation.Samples.Labels(60);
        var model = new FirstOfTwo();
        var folds = new StratifiedKFold(3).Split(data.Roles);

        var scores = model.CrossValidate(data, new StratifiedKFold(3), Metric.Accuracy, cancellationToken: Token);

        Assert.Equal(folds.Select(fold =>
        {
            var (train, rows) = (data.TakeRows(fold.Train), data.TakeRows(fold.Validation));
            var one = model.One.Fit(train.Features, train.Targets.Labels).Predict(rows.Features);
            var two = model.Two.Fit(train.Features, train.Targets.Labels).Predict(rows.Features);
            return Metric.Accuracy.Score(rows.Targets, FirstOfTwo.Combine([Targets.Of(one), Targets.Of(two)]));
        }), scores.Validation.Values);
    }

    [Fact]
    public void WholePipelines_AreMembersToo()
    {
        var model = new MeanOfPipelines();
        var folds = new KFold(3).Split(s_plots.Roles);

        var scores = model.CrossValidate(s_plots, new KFold(3), Metric.RootMeanSquaredError, cancellationToken: Token);

        Assert.Equal(folds.Select(fold =>
        {
            var (train, rows) = (s_plots.TakeRows(fold.Train), s_plots.TakeRows(fold.Validation));
            double[] one = model.One.Fit(train).Predict(rows);
            double[] two = model.Two.Fit(train).Predict(rows);
            return Metric.RootMeanSquaredError.Score(rows.Targets, Targets.Of([.. one.Zip(two, (a, b) => (a + b) / 2)]));
        }), scores.Validation.Values);

        // Both are made of the same features.
        var plan = new GridSearch<MeanOfPipelines>(Grid<MeanOfPipelines>.Of(model)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError }.Plan(s_plots);
        Assert.Equal((3, 3, 3), (plan.FitsOf("One.Features.Geo"), plan.FitsOf("One.Forest"), plan.FitsOf("Two.Forest")));
        Assert.DoesNotContain(plan.Steps, step => step.Step == "Two.Features.Geo");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Stack_LearnsFromPredictionsOutOfFoldBitForBit(int threads)
    {
        var model = new Stack();
        var folds = new KFold(4).Split(s_data.Roles);

        var scores = model.CrossValidate(s_data, new KFold(4), Metric.RootMeanSquaredError, new() { TrainingScores = true, Threads = threads }, Token);

        var expected = folds.Select(fold => ByHand(model, s_data.TakeRows(fold.Train), s_data.TakeRows(fold.Validation))).ToArray();
        Assert.Equal(expected.Select(score => score.Validation), scores.Validation.Values);
        Assert.Equal(expected.Select(score => score.Training), scores.Training!.Values);
    }

    [Fact]
    public void FittedStack_PredictsAsItWasScored()
    {
        var model = new Stack();
        var fold = new KFold(4).Split(s_data.Roles)[1];
        var (train, rows) = (s_data.TakeRows(fold.Train), s_data.TakeRows(fold.Validation));

        double[] predictions = model.Fit(train.Features, train.Targets.Numbers).Predict(rows.Features);

        Assert.Equal(ByHand(model, train, rows).Validation, Metric.RootMeanSquaredError.Score(rows.Targets, Targets.Of(predictions)));
    }

    [Fact]
    public void StacksThatDifferInTheirFinalAlone_ShareAllFitsOfMembers()
    {
        var search = new GridSearch<Stack>(Stack.Space.Final.Alpha.In(1, 2)) { Evaluation = new KFold(4), Scoring = Metric.RootMeanSquaredError };

        var plan = search.Plan(s_data);
        var result = search.Fit(s_data, cancellationToken: Token);

        // On all training rows, and on three inner folds of them.
        Assert.Equal((4 * 4, 4 * 4, 2 * 4), (plan.FitsOf("One"), plan.FitsOf("Two"), plan.FitsOf("Final")));
        Assert.Equal(plan.TotalFits, result.StepTimes.Sum(step => step.Fits));
        Assert.Equal(result.Best.Configuration.Fit(s_data.Features, s_data.Targets.Numbers).Predict(s_data.Features), result.Model.Predict(s_data.Features));
    }

    [Fact]
    public void StackInAStack_IsFittedOnInnerFoldsOfInnerFolds()
    {
        var inner = new Stack();
        var model = new StackOfStack { Inner = inner };

        var fitted = model.Fit(s_data.Features, s_data.Targets.Numbers);

        double[] outOfFold = new double[s_data.RowCount];
        foreach (var fold in new KFold(2).Split(s_data.Roles))
        {
            var train = s_data.TakeRows(fold.Train);
            double[] predictions = inner.Fit(train.Features, train.Targets.Numbers).Predict(s_data.Features.TakeRows(fold.Validation));
            for (int i = 0; i < predictions.Length; i++)
                outOfFold[fold.Validation[i]] = predictions[i];
        }

        var final = new Ridge().Fit(Stack.Columns([Targets.Of(outOfFold)]), s_data.Targets.Numbers);
        Assert.Equal(final.Coefficients, fitted.Final.Coefficients);
    }

    [Fact]
    public void OutOfBag_IsRefusedForPredictorsMadeOfPredictors()
    {
        var search = new GridSearch<MeanOfTwo>(Grid<MeanOfTwo>.Of(new MeanOfTwo())) { Evaluation = new OutOfBag(), Scoring = Metric.RootMeanSquaredError };

        Assert.Contains("out of bag", Assert.Throws<ArgumentException>(() => search.Plan(s_data)).Message, StringComparison.Ordinal);
    }

    private static (double Validation, double Training) ByHand(Stack model, Dataset train, Dataset rows)
    {
        double[][] outOfFold = [new double[train.RowCount], new double[train.RowCount]];
        foreach (var fold in model.Folds.Split(train.Roles))
        {
            var inner = train.TakeRows(fold.Train);
            var held = train.Features.TakeRows(fold.Validation);
            double[][] predictions = [model.One.Fit(inner.Features, inner.Targets.Numbers).Predict(held), model.Two.Fit(inner.Features, inner.Targets.Numbers).Predict(held)];
            for (int m = 0; m < 2; m++)
            {
                for (int i = 0; i < fold.Validation.Length; i++)
                    outOfFold[m][fold.Validation[i]] = predictions[m][i];
            }
        }

        var final = model.Final.Fit(Stack.Columns([.. outOfFold.Select(column => Targets.Of(column))]), train.Targets.Numbers);
        var one = model.One.Fit(train.Features, train.Targets.Numbers);
        var two = model.Two.Fit(train.Features, train.Targets.Numbers);
        double Score(Dataset scored) => Metric.RootMeanSquaredError.Score(
            scored.Targets,
            Targets.Of(final.Predict(Stack.Columns([Targets.Of(one.Predict(scored.Features)), Targets.Of(two.Predict(scored.Features))]))));
        return (Score(rows), Score(train));
    }
}
