using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning.Tests.Searching;

/// <summary>Searches whose sampler learns, whose pruner compares folds, and whose observers and exceptions misbehave.</summary>
public sealed class LearningSearchTests
{
    private static readonly Dataset s_data = SearchPlanTests.Numbers(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void SamplerThatLearns_FindsTheSameTrialsAtAnyNumberOfThreadsAndAfterAStop()
    {
        Search<Slow> Search(int threads) => new(Slow.Space.Level.Uniform(0, 1000)) { Sampler = new Halving(), Budget = new() { Trials = 20 }, MaxPendingTrials = 4, Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Threads = threads };
        static (int, int, double?)[] Trials(SearchHistory<Slow> history) => [.. history.Trials.Select(trial => (trial.Index, trial.Configuration.Level, trial.Score))];
        var one = Trials(Search(1).Fit(s_data, cancellationToken: Token));

        Assert.Equal(20, one.Length);
        Assert.Equal(one, Trials(Search(2).Fit(s_data, cancellationToken: Token)));
        Assert.Equal(one, Trials(Search(8).Fit(s_data, cancellationToken: Token)));
        using var source = new CancellationTokenSource();
        int ended = 0;
        var progress = new Listener(value =>
        {
            if (value.Event.Kind == SearchEventKind.TrialFinished && ++ended == 8)
                source.Cancel();
        });
        var stopped = Search(2).Fit(s_data, progress, cancellationToken: source.Token);
        Assert.InRange(stopped.Trials.Count, 8, 19);
        Assert.Equal(one, Trials(Search(2).Continue(stopped, s_data, cancellationToken: Token)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Pruner_EndsCandidatesByTheirFoldsTheSameAtAnyNumberOfThreads(int threads)
    {
        SearchResult<RandomForestRegressor, FittedRandomForestRegressor> Run(int degree) => new GridSearch<RandomForestRegressor>(RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 3 }).MinRowsInLeaf.Count.Uniform(1, 20))
        {
            Pruner = new WorseThanTheBest(),
            Evaluation = new KFold(4),
            Scoring = Metric.RootMeanSquaredError,
            Threads = degree,
        }.Fit(s_data, cancellationToken: Token);

        var (one, many) = (Run(1), Run(threads));

        static string Text(SearchTrial<RandomForestRegressor> trial) => $"{trial.Index} {trial.State} {trial.Score} {string.Join(',', trial.Reports)}";
        Assert.Equal(one.Trials.Select(Text), many.Trials.Select(Text));
        Assert.Contains(one.Trials, trial => trial.State == TrialState.Pruned);
        Assert.All(one.Trials.Where(trial => trial.Succeeded), trial => Assert.Equal(trial.FoldScores.Average(), trial.Reports[^1].Value, 12));
        Assert.True(one.Best.Succeeded);
    }

    [Fact]
    public void FoldsOfAPrunedCandidate_AreNotFitted()
    {
        var events = new List<SearchProgress>();
        var search = new GridSearch<Slow>(Slow.Space.Level.In(1, 2, 3)) { Pruner = new AfterTheFirstFold(), Evaluation = new KFold(5), Scoring = Metric.RootMeanSquaredError, Threads = 1, Refit = false };

        var result = search.Fit(s_data, new Listener(events.Add), cancellationToken: Token);

        Assert.All(result.Trials, trial => Assert.Equal((TrialState.Pruned, 1), (trial.State, trial.Reports.Count)));
        Assert.StartsWith("None of 3 trials was evaluated to its end: all were pruned.", Assert.Throws<InvalidOperationException>(() => result.Best).Message);
        Assert.StartsWith("The trial was pruned and has no scores", Assert.Throws<InvalidOperationException>(() => result.Trials[0].ScoresOf(Metric.RootMeanSquaredError)).Message);
        Assert.StartsWith("pruned", result.ToTable().Rows[0][0]);
        Assert.Equal(3, events.Count(value => value.Event.Kind == SearchEventKind.FitFinished));
    }

    [Fact]
    public void ExceptionWhoseMessageThrows_CostsItsCandidateAlone()
    {
        var search = new GridSearch<Mute>(Mute.Space.Level.In(1, 2, 3)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.Equal([true, false, true], result.Trials.Select(trial => trial.Succeeded));
        Assert.StartsWith("Mute failed in fold 0: TypedTune.Learning.Tests.Searching.MuteException, whose message could not be read", result.Trials[1].ErrorMessage);
        Assert.Contains("MuteException", result.ToString());
        using var stream = new MemoryStream();
        result.WriteJson(stream);
        stream.Position = 0;
        Assert.StartsWith("Mute failed in fold 0: ", search.ReadJson(stream).Trials[1].ErrorMessage);
    }

    [Fact]
    public void ObserversThatThrow_AreNamedAndTheTrialsStay()
    {
        var search = new GridSearch<Slow>(Slow.Space.Level.In(1, 2, 3)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Observers = [new Bad()] };

        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.Equal((3, StopReason.Completed), (result.Trials.Count, result.StopReason));
        Assert.Equal("the bad one threw: bad", Assert.Single(result.ObserverErrors).ToString());
    }

    /// <summary>Proposes half of the best level so far and a little more each time.</summary>
    private sealed record Halving : ISampler
    {
        public bool Learns => true;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => new Session<T>(start);

        private sealed class Session<T>(SamplerStart<T> start) : ISamplerSession<T>
        {
            private double _best = 1;
            private double? _score;

            public void Tell(Trial<T> trial)
            {
                if (trial.Score is { } score && (_score is null || start.Direction.IsBetter(score, _score.Value)))
                    (_score, _best) = (score, _best / 2);
            }

            public bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration) =>
                start.Space.TryPoint([Math.Min(1, _best * start.Seed.Derive(request.Index).Derive(request.Attempt).Stream().NextDouble())], out configuration);
        }
    }

    private sealed record AfterTheFirstFold : IPruner
    {
        public bool ShouldPrune(PruningContext context) => true;
    }

    private sealed record WorseThanTheBest : IPruner
    {
        public bool ShouldPrune(PruningContext context)
        {
            double[] ended = [.. context.History.Where(trial => trial.Succeeded).Select(trial => trial.Score!.Value)];
            return ended.Length > 0 && context.Reports[^1].Value > 1.2 * ended.Min();
        }
    }

    private sealed class Bad : IStudyObserver<Slow>
    {
        public void Ended(Trial<Slow> trial, StudyProgress progress) => throw new FormatException("bad");

        public override string ToString() => "the bad one";
    }

    private sealed class Listener(Action<SearchProgress> report) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => report(value);
    }
}

/// <summary>A regressor that fails at level 2 by an exception that says nothing.</summary>
public sealed partial record Mute : IRegressor<Mute, FittedShrunkMean>
{
    [Hyperparameter(Min = 0, Max = 10)]
    public int Level { get; init; }

    public FittedShrunkMean Fit(FeatureMatrix features, double[] target, FitContext? context = null) => Level == 2 ? throw new MuteException() : new FittedShrunkMean(Level, 0);
}

/// <summary>An exception whose message and text cannot be read.</summary>
public sealed class MuteException : Exception
{
    public override string Message => throw new NotSupportedException();

    public override string ToString() => throw new NotSupportedException();
}
